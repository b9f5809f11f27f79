using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Matrices;
using ChangeRelease.Domain.Tests.Changes.Rules;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>What is said beforehand is what happens: asking equals doing, but for what the input decides (S-7).</summary>
public sealed class ProspectTests(ITestOutputHelper output)
{
    private const int Journeys = 150;
    private const int Steps = 30;

    public static IEnumerable<object[]> Names => Scenarios.All.Where(scenario => scenario.Value.Good().Command.Trigger is not null).Select(scenario => new object[] { scenario.Key });

    [Fact]
    public void Along_journeys_every_refusal_that_the_input_does_not_decide_is_foretold_and_no_other()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var model in Matrix.Of.Keys)
        {
            var chance = new Chance(17);
            for (var journey = 0; journey < Journeys; journey++)
            {
                Walk(new Traveler(model), chance, seen);
            }
        }

        output.WriteLine($"seed 17: {string.Join(", ", seen.Select(kind => $"{kind.Value} {kind.Key}"))}");
        seen.Should().ContainKeys("undefined", "refused beforehand", "decided by the input", "accepted").And.OnlyContain(kind => kind.Value > 50 || kind.Key.StartsWith("no ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_wrong_with_a_situation_is_foretold_unless_the_input_decides_it(string name)
    {
        var (scenario, random) = (Scenarios.All[name], new Random(23));
        for (var sample = 0; sample < 40; sample++)
        {
            var situation = scenario.With(scenario.Faults.Where(_ => random.Next(3) == 0));
            Foretold(situation.Change, situation.Command, situation.Known, situation.Decide());
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

    private static void Walk(Traveler traveler, Chance chance, Dictionary<string, int> seen)
    {
        for (var step = 0; step < Steps && traveler.State is not ("Closed" or "Canceled"); step++)
        {
            var move = chance.Step(traveler);
            var kind = move.Command.Trigger is null || traveler.Change.Applied.ContentOf(move.Facts.Stamp.Command) is not null ? "no new command" : Foretold(traveler.Change, move.Command, move.Facts, traveler.Ask(move));
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            traveler.Do(move);
        }
    }

    private static string Foretold(ChangeRequest change, ChangeCommand command, ChangeFacts facts, Decision<ChangeEvent> done)
    {
        if (ChangeDecider.Ask(change, facts) is not { } prospects)
        {
            done.Refusals.Select(refusal => refusal.Code).Should().Equal("change.model.unknown");
            return "no model";
        }

        var prospect = prospects.For(command.Trigger!);
        if (prospect is null || prospect.Outcomes.Count == 0)
        {
            done.Refusals.Select(refusal => refusal.Code).Should().Equal(prospect is null ? "lifecycle.transition.undefined" : prospect.Refusals.Single().Code);
            return "undefined";
        }

        if (facts.Stamp.At < change.LastAt)
        {
            done.Refusals.Should().Equal(prospect.Refusals).And.ContainSingle(refusal => refusal.Code == "change.time.backwards");
            return "out of time";
        }

        var open = prospect.Conditions.Select(condition => condition.Requirement.Code).ToHashSet(StringComparer.Ordinal);
        done.Refusals.Where(refusal => !open.Contains(refusal.Code)).Should().Equal(prospect.Refusals, $"{command} in {change.Status} of {change.Model.Id}");
        return done.IsAccepted ? "accepted" : prospect.IsAvailable ? "decided by the input" : "refused beforehand";
    }
}
