using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Edits tables as data, without asking whether they are still sound.</summary>
internal static class Redraft
{
    public static RequirementRef Need(string code) => new(code, Arguments.None);

    public static Transition Row(State from, Trigger trigger, State to, params string[] needs) => Row(from, trigger, new Outcome(null, to, null), needs);

    public static Transition Row(State from, Trigger trigger, Outcome outcome, params string[] needs) =>
        new(from, trigger, [outcome], needs.Select(Need).ToValueList(), IsSideDoor: true, Selector: null);

    public static LifecycleDescription WithRow(this LifecycleDescription table, Transition row) => table with
    {
        Transitions = table.Transitions.With(row),
        Triggers = table.Triggers.Any(known => known.Trigger == row.Trigger) ? table.Triggers : table.Triggers.With(new TriggerDescription(row.Trigger, [])),
    };

    public static LifecycleDescription WithState(this LifecycleDescription table, State state) => table with { States = table.States.With(state) };

    public static LifecycleDescription Without(this LifecycleDescription table, State from, Trigger trigger) =>
        table with { Transitions = table.Transitions.Where(row => row.From != from || row.Trigger != trigger).ToValueList() };

    public static LifecycleDescription Edit(this LifecycleDescription table, State from, Trigger trigger, Func<Transition, Transition> edit) =>
        table with { Transitions = table.Transitions.Select(row => row.From == from && row.Trigger == trigger ? edit(row) : row).ToValueList() };

    public static Transition To(this Transition row, State to) => row with { Outcomes = row.Outcomes.Select(outcome => outcome with { To = to }).ToValueList() };

    public static Transition Asking(this Transition row, string code) => row with { Requirements = row.Requirements.With(Need(code)) };

    public static Transition NotAsking(this Transition row, string code) => row with { Requirements = row.Requirements.Where(need => need.Code != code).ToValueList() };
}
