using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Rules;
using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>What is said beforehand is what happens: asking equals doing, but for what the input decides (S-7).</summary>
public sealed class ProspectTests(ITestOutputHelper output)
{
    private const int Seed = 17;
    private const int Pairs = 20_000;

    public static IEnumerable<object[]> Names => Scenarios.All.Where(scenario => scenario.Value.Good().Command.Trigger is not null).Select(scenario => new object[] { scenario.Key });

    [Fact]
    public void Along_journeys_every_refusal_that_the_input_does_not_decide_is_foretold_and_no_other()
    {
        var findings = new Findings();
        foreach (var batch in Batch.Of(Seed, Pairs, Pairs / 10))
        {
            AskingPromise.AlongJourneys(batch, findings);
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {findings}"));
        findings.Told.Should().BeEmpty();
        findings.Kinds.Should().ContainKeys("undefined", "refused beforehand", "decided by the input", "accepted").And.OnlyContain(kind => kind.Value > 50 || kind.Key.StartsWith("no ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_wrong_with_a_situation_is_foretold_unless_the_input_decides_it(string name)
    {
        var (scenario, random) = (Scenarios.All[name], new Random(23));
        for (var sample = 0; sample < 40; sample++)
        {
            var situation = scenario.With(scenario.Faults.Where(_ => random.Next(3) == 0));
            Foretelling.Of(situation.Change, situation.Command, situation.Known, situation.Decide()).Problem.Should().BeNull();
        }
    }

    [Fact]
    public void A_start_is_judged_on_what_is_booked_and_a_schedule_on_what_will_be_asked_for()
    {
        var scheduled = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule");
        var prospects = ChangeDecider.Ask(scheduled.Change, scheduled.Good("Start").Facts)!;

        prospects.For(ChangeTriggers.Start)!.Conditions.Should().BeEmpty("starting takes no input");
        prospects.For(ChangeTriggers.Start)!.IsAvailable.Should().BeTrue();
        prospects.For(ChangeTriggers.Reschedule)!.Conditions.Select(condition => condition.Requirement.Code)
            .Should().Contain(["change.slot.frozen", "change.slot.closed", "change.slot.full"]);
        prospects.For(ChangeTriggers.Reschedule)!.Parameters.Should().Equal(ChangeParameters.Slots, ChangeParameters.Aboard);
    }

    [Fact]
    public void An_answer_names_the_definition_the_state_and_the_version_it_holds_for()
    {
        var traveler = new Traveler("emergency").Go("Submit");
        var prospects = ChangeDecider.Ask(traveler.Change, traveler.Good("CastVote").Facts)!;

        (prospects.Definition, prospects.State, prospects.Version).Should().Be((ChangeModels.Emergency.Lifecycle.Reference, ChangeStates.Authorizing, 2L));
        prospects.All.Select(prospect => prospect.Trigger).Should().Equal(ChangeModels.Emergency.Lifecycle.Description.Triggers.Select(known => known.Trigger));
        prospects.For(ChangeTriggers.Authorize)!.Refusals.Should().ContainSingle().Which.Remedies.Should().NotBeEmpty();
        prospects.For(ChangeTriggers.Start)!.Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.transition.undefined");
        prospects.For(ChangeTriggers.CompleteAssessment).Should().BeNull("an emergency knows no such trigger");
    }

    [Fact]
    public void What_time_alone_cures_is_foretold_with_its_instant()
    {
        var scheduled = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule");
        var early = scheduled.By(Cast.Oscar, new StartChange());

        ChangeDecider.Ask(scheduled.Change, early.Facts)!.For(ChangeTriggers.Start)!.Refusals.Should().ContainSingle(refusal => !refusal.IsUnjudged)
            .Which.Earliest.Should().Be(scheduled.Change.Slots[0].Start + ChangeModel.OrdinaryGuardBand);
    }
}
