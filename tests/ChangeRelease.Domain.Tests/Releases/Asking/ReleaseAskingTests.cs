using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using ChangeRelease.Domain.Tests.Releases.Matrices;

namespace ChangeRelease.Domain.Tests.Releases.Asking;

/// <summary>What is said of a release beforehand is what happens, and every trigger can be said with arguments.</summary>
public sealed class ReleaseAskingTests
{
    private static readonly State Rehearsing = new("Rehearsing", Phase.Ready);
    private static readonly Trigger Rehearse = new("Rehearse");

    private static readonly ReleaseModel Rehearsed = ReleaseModels.Ordinary.Derive("rehearsed", version: 1, release => release
        .Insert(Rehearsing, ReleaseStates.Authorizing, ReleaseStates.Approved)
        .Share(Rehearsing, ReleaseStates.Approved)
        .In(Rehearsing).On(Rehearse).GoTo(ReleaseStates.Approved).When(Requirement.For<ReleaseAttempt>("rehearsal.operator.missing")
            .Says("A person rehearses.").IsMetWhen(attempt => !attempt.Stamp.Actor.IsService)));

    [Fact]
    public void Along_a_journey_every_trigger_is_foretold()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var voyage = new Voyage();
        foreach (var next in new[] { "StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "AllStagesDone", "Accept" })
        {
            voyage.Prepare(next);
            foreach (var trigger in ReleaseMatrix.Triggers)
            {
                kinds.Add(Foretold(voyage, voyage.Good(trigger)));
            }

            voyage.Go(next);
        }

        kinds.Should().Contain(["undefined", "accepted"]).And.HaveCountGreaterThan(2);
    }

    [Fact]
    public void Every_typed_command_says_the_same_as_its_trigger_with_its_arguments()
    {
        var voyage = new Voyage();

        ReleaseMatrix.Triggers.Select(trigger => voyage.Good(trigger).Command).Should().AllSatisfy(command =>
            ReleaseForms.Plain(new ActOnRelease(command.Trigger!, command.ToArguments())).Should().Be(command));
        ReleaseForms.All.All.Select(form => form.Trigger).Should().BeEquivalentTo(typeof(ReleaseTriggers).GetProperties().Select(property => property.GetValue(null)));
    }

    [Fact]
    public void What_a_trigger_takes_are_the_fields_of_its_command() => ReleaseForms.All.All.Should().AllSatisfy(form =>
    {
        var type = typeof(ReleaseCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(known => form.Type.Equals(known.TypeDiscriminator)).DerivedType;
        var fields = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First().GetParameters();

        form.Parameters.Select(parameter => (parameter.Name, parameter.IsRequired))
            .Should().Equal(fields.Select(field => (JsonNamingPolicy.CamelCase.ConvertName(field.Name!), !field.HasDefaultValue)), $"of {type.Name}");
    });

    [Fact]
    public void A_derived_release_passes_its_added_state_by_the_host_s_own_trigger()
    {
        var voyage = new Voyage().Go("StartBuild", "Built", "TestsPassed");
        voyage.Prepare("Go");
        var facts = new ReleaseFacts(voyage.Good("Go").Facts.Stamp, [Rehearsed]) { Directory = Crew.Facts.Directory, Policy = Crew.Facts.Policy, Clearances = Crew.Facts.Clearances };
        var release = voyage.Release with { Model = Rehearsed.Lifecycle.Reference };

        release = Release.Fold(release, ReleaseDecider.Decide(release, new DecideGo(), facts).Events.Single());
        release.Status.Should().Be(Rehearsing);

        var rehearsal = ReleaseDecider.Decide(release, new ActOnRelease(Rehearse), facts with { Stamp = new Stamp(facts.Stamp.At, facts.Stamp.Actor, new CommandId("rehearse")) });
        Release.Fold(release, rehearsal.Events.Single()).Status.Should().Be(ReleaseStates.Approved);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Back_to_be_planned_by_a_trigger_of_the_host_s_nothing_that_was_agreed_tested_or_rolled_out_counts(bool isByWayOfAPlaceAside)
    {
        var release = new Voyage().Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "StageDone").Release;
        (release.Votes.Count, release.StagesDone.Count, release.Tested is not null).Should().Be((2, 1, true));

        var planned = Moved(isByWayOfAPlaceAside ? Moved(release, new State("Shelved", Phase.Aside("Shelf"))) : release, ReleaseStates.Planned);

        (planned.Votes.Count, planned.Slots.Count, planned.StagesDone.Count, planned.Tested).Should().Be((0, 0, 0, null));
    }

    [Fact]
    public void Approved_again_by_a_trigger_of_the_host_s_it_gives_its_slots_back_and_keeps_them_while_it_is_deployed()
    {
        var scheduled = new Voyage().Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule");
        Moved(scheduled.Release, ReleaseStates.Approved).Should().Match<Release>(release => release.Slots.Count == 0 && release.Votes.Count == 2);

        var deploying = scheduled.Go("StartDeployment").Release;
        Moved(deploying, new State("Shelved", Phase.Paused)).Slots.Should().Equal(deploying.Slots);
    }

    private static Release Moved(Release release, State to) => Release.Fold(release, new ReleaseActedOn(
        new EventHeader(new Stamp(release.LastAt, Crew.Facts.Stamp.Actor, new CommandId($"to {to}")), to, release.Digest, Digest.Zero, []), Rehearse, Arguments.None));

    [Fact]
    public void A_release_model_with_an_exit_does_not_build() => FluentActions
        .Invoking(() => ReleaseModel.Define("leaving", 1, model => model
            .StartsIn(ReleaseStates.Planned)
            .In(ReleaseStates.Planned).On(ReleaseTriggers.StartBuild).ExitTo(ReleaseModels.Ordinary.Lifecycle, ReleaseStates.Building).On(ReleaseTriggers.Cancel).GoTo(ReleaseStates.Canceled)
            .EndsIn(ReleaseStates.Canceled)))
        .Should().Throw<LifecycleDefinitionException>().Which.Faults.Select(fault => fault.Code).Should().Equal("release.model.exit");

    [Fact]
    public void A_release_model_that_begins_stages_without_asking_which_does_not_build() => FluentActions
        .Invoking(() => ReleaseModel.Define("careless", 1, model => model
            .StartsIn(ReleaseStates.Deploying)
            .In(ReleaseStates.Deploying).On(ReleaseTriggers.BeginStage).Stay().When([Needs.NextStage, Needs.Version, Needs.NoGateFailed, .. Needs.DependenciesMet]).On(ReleaseTriggers.AllStagesDone).GoTo(ReleaseStates.Completed)
            .EndsIn(ReleaseStates.Completed)))
        .Should().Throw<LifecycleDefinitionException>().Which.Faults.Should().ContainSingle().Which.Should().Match<LifecycleFault>(fault => fault.Code == "release.model.need-missing" && fault.Message.Contains("release.package.other", StringComparison.Ordinal));

    private static string Foretold(Voyage voyage, Leg leg)
    {
        var done = voyage.Ask(leg);
        var prospect = ReleaseDecider.Ask(voyage.Release, leg.Facts)!.For(leg.Command.Trigger!)!;
        var open = prospect.Conditions.Select(condition => condition.Requirement.Code).ToHashSet(StringComparer.Ordinal);

        done.Refusals.Where(refusal => !open.Contains(refusal.Code)).Should().Equal(prospect.Refusals, $"{leg.Command} in {voyage.State}");
        return prospect.Outcomes.Count == 0 ? "undefined" : done.IsAccepted ? "accepted" : prospect.IsAvailable ? "decided by the input" : "refused beforehand";
    }
}
