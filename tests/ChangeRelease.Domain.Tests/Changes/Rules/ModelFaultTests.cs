using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>What a host may write that would never work is told when the model is built (S-11).</summary>
public sealed class ModelFaultTests
{
    private static readonly Trigger Own = new("Own");

    [Fact]
    public void A_start_that_would_owe_nothing_does_not_build()
    {
        var faults = FaultsOf(table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft)
                .On(Own).GoTo(ChangeStates.Implementing)
                .On(ChangeTriggers.Start).GoTo(ChangeStates.Implementing).When(Needs.IncidentKnown)
            .In(ChangeStates.Implementing).On(ChangeTriggers.Complete).GoTo(ChangeStates.Ratifying)
            .In(ChangeStates.Ratifying).On(ChangeTriggers.Ratify).GoTo(ChangeStates.Closed)
            .EndsIn(ChangeStates.Closed));

        faults.Select(fault => (fault.Code, fault.Place)).Should().Equal(("change.model.start-owes-nothing", "Draft on Own"));
        faults[0].Message.Should().Contain("change.emergency.terms-missing");
    }

    [Fact]
    public void What_is_not_ratified_afterwards_may_start_without_terms() => FaultsOf(table => table
        .StartsIn(ChangeStates.Draft)
        .In(ChangeStates.Draft).On(Own).GoTo(ChangeStates.Implementing)
        .In(ChangeStates.Implementing).On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed)
        .EndsIn(ChangeStates.Closed)).Should().BeEmpty();

    [Fact]
    public void A_requirement_on_another_command_does_not_build()
    {
        var faults = FaultsOf(table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft)
                .On(Own).GoTo(ChangeStates.Closed).When(Needs.ReviewFits)
                .On(ChangeTriggers.Submit).Stay().When(Needs.OtherModelDiffers)
                .On(ChangeTriggers.RecordReview).Stay().When(Needs.ReviewFits)
            .EndsIn(ChangeStates.Closed));

        faults.Select(fault => (fault.Code, fault.Place)).Should().Equal(("change.model.need-never-met", "Draft on Own"), ("change.model.need-never-met", "Draft on Submit"));
        faults[0].Message.Should().Be("It asks for change.review.contradicts, which only RecordReview can meet. Ask for it there, or write a requirement that reads this trigger's arguments.");
    }

    [Fact]
    public void Whatever_builds_on_a_trigger_of_the_host_s_own_is_met_in_some_scenario_and_whatever_does_not_in_none()
    {
        var known = BuiltInNeeds.All.Select(requirement => (requirement.Code, Builds: Builds(requirement), IsMet: Situations.Any(at => IsMet(requirement, at)))).ToList();

        known.Where(each => each.Builds != each.IsMet).Should().BeEmpty();
        known.Count(each => each.Builds).Should().BeGreaterThan(100);
        known.Count(each => !each.Builds).Should().BeGreaterThan(20);
    }

    private static bool Builds(Requirement<ChangeAttempt> requirement) =>
        FaultsOf(table => table.StartsIn(ChangeStates.Draft).In(ChangeStates.Draft).On(Own).GoTo(ChangeStates.Closed).When(requirement).EndsIn(ChangeStates.Closed)).Count == 0;

    private static IReadOnlyList<Situation> Situations { get; } =
        [.. Scenarios.All.Values.SelectMany(scenario => scenario.Faults.Select(fault => scenario.With([fault])).Prepend(scenario.Good()))];

    private static bool IsMet(Requirement<ChangeAttempt> requirement, Situation at) =>
        at.Facts.Models.Find(at.Change.Model) is { } model && Holds(requirement, new ChangeAttempt(at.Change, new ActOnChange(Own, at.Command.ToArguments()), at.Known, model));

    private static bool Holds(Requirement<ChangeAttempt> requirement, ChangeAttempt attempt) =>
        requirement.WaitsFor.All(other => Holds(other, attempt)) && requirement.IsMetBy(attempt);

    private static ValueList<LifecycleFault> FaultsOf(Action<LifecycleTable<ChangeAttempt>> write)
    {
        try
        {
            ChangeModel.Define("own", 1, write);
            return [];
        }
        catch (LifecycleDefinitionException exception)
        {
            return exception.Faults;
        }
    }
}
