using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Compares two tables, part by part.</summary>
internal sealed class TableComparison
{
    private readonly LifecycleDescription _before;
    private readonly LifecycleDescription _after;
    private readonly HashSet<State> _ofBefore;
    private readonly HashSet<State> _ofAfter;
    private readonly List<LifecycleDifference> _found = [];
    private readonly List<LifecycleDifference> _reordered = [];

    private TableComparison(LifecycleDescription before, LifecycleDescription after)
    {
        (_before, _after) = (before, after);
        (_ofBefore, _ofAfter) = ([.. before.States], [.. after.States]);
    }

    public static ValueList<LifecycleDifference> Of(LifecycleDescription before, LifecycleDescription after)
    {
        var comparison = new TableComparison(before, after);
        comparison.States();
        comparison.Ends();
        comparison.Triggers();
        comparison.Rows();
        return comparison._found.Concat(comparison._reordered).ToValueList();
    }

    private void States() => Compare(
        (_before.States, _after.States),
        state => state.Name,
        (gone, state) => Found(gone ? DifferenceKind.StateRemoved : DifferenceKind.StateAdded, state, null, gone ? PhaseOf(state) : string.Empty, gone ? string.Empty : PhaseOf(state)),
        (before, after) => Changed(before == after, DifferenceKind.StateMoved, after, null, PhaseOf(before), PhaseOf(after)),
        () => Reordered("states"));

    private void Ends()
    {
        Changed(SameState(_before.Start, _after.Start), DifferenceKind.StartChanged, null, null, _before.Start.Name, _after.Start.Name);
        Compare(
            (_before.Ends, _after.Ends),
            state => state.Name,
            (gone, state) => Found(gone ? DifferenceKind.EndRemoved : DifferenceKind.EndAdded, state, null, gone ? state.Name : string.Empty, gone ? string.Empty : state.Name),
            (_, _) => { },
            () => Reordered("final states"));
    }

    private void Triggers() => Compare(
        (_before.Triggers, _after.Triggers),
        known => known.Trigger,
        (gone, known) => Found(gone ? DifferenceKind.TriggerRemoved : DifferenceKind.TriggerAdded, null, known.Trigger, gone ? known.Trigger.Value : string.Empty, gone ? string.Empty : known.Trigger.Value),
        Parameters,
        () => Reordered("triggers"));

    private void Parameters(TriggerDescription before, TriggerDescription after) => Compare(
        (before.Parameters, after.Parameters),
        parameter => parameter.Name,
        (gone, parameter) => Found(gone ? DifferenceKind.ParameterRemoved : DifferenceKind.ParameterAdded, null, after.Trigger, gone ? Full(parameter) : string.Empty, gone ? string.Empty : Full(parameter)),
        (old, now) => Changed(old == now, DifferenceKind.ParameterChanged, null, after.Trigger, Full(old), Full(now)),
        () => Found(DifferenceKind.OrderChanged, null, after.Trigger, "parameters", "parameters"));

    private void Rows() => Compare(
        (_before.Transitions, _after.Transitions),
        row => (row.From.Name, row.Trigger),
        (gone, row) => Found(gone ? DifferenceKind.RowRemoved : DifferenceKind.RowAdded, row.From, row.Trigger, gone ? Where(row) : string.Empty, gone ? string.Empty : Where(row)),
        Row,
        () => Reordered("rows"));

    private void Row(Transition before, Transition after)
    {
        var (from, trigger) = (after.From, after.Trigger);
        Changed(string.Equals(before.Selector, after.Selector, StringComparison.Ordinal), DifferenceKind.SelectorChanged, from, trigger, before.Selector ?? "nothing", after.Selector ?? "nothing");
        Changed(before.IsSideDoor == after.IsSideDoor, after.IsSideDoor ? DifferenceKind.SideDoorMade : DifferenceKind.SideDoorUnmade, from, trigger, string.Empty, string.Empty);
        Compare(
            (before.Outcomes, after.Outcomes),
            outcome => (outcome.Case is null, outcome.Case ?? string.Empty),
            (gone, outcome) => Found(gone ? DifferenceKind.OutcomeRemoved : DifferenceKind.OutcomeAdded, from, trigger, gone ? Where(outcome) : string.Empty, gone ? string.Empty : Where(outcome)),
            (old, now) => Outcomes(from, trigger, old, now),
            () => Found(DifferenceKind.OrderChanged, from, trigger, "outcomes", "outcomes"));
        Compare(
            (before.Requirements, after.Requirements),
            need => need,
            (gone, need) => Found(gone ? DifferenceKind.RequirementRemoved : DifferenceKind.RequirementAdded, from, trigger, gone ? need.ToString() : string.Empty, gone ? string.Empty : need.ToString()),
            (_, _) => { },
            () => Found(DifferenceKind.OrderChanged, from, trigger, "requirements", "requirements"));
    }

    private void Outcomes(State from, Trigger trigger, Outcome before, Outcome after)
    {
        Changed(SameState(before.To, after.To) && before.Exit == after.Exit, DifferenceKind.OutcomeRedirected, from, trigger, Where(before), Where(after));
        Changed(SameStates(before.Origins, after.Origins), DifferenceKind.OriginsChanged, from, trigger, Names(before, before.Origins), Names(after, after.Origins));
        Changed(SameStates(before.ComesFrom, after.ComesFrom), DifferenceKind.ComesFromChanged, from, trigger, Names(before, before.ComesFrom), Names(after, after.ComesFrom));
    }

    private static void Compare<T, TKey>((ValueList<T> Before, ValueList<T> After) lists, Func<T, TKey> key, Action<bool, T> one, Action<T, T> both, Action reordered)
        where TKey : notnull
    {
        var (before, after) = (ByKey(lists.Before, key), ByKey(lists.After, key));
        foreach (var item in lists.Before)
        {
            if (after.TryGetValue(key(item), out var other))
            {
                both(item, other);
            }
            else
            {
                one(true, item);
            }
        }

        foreach (var item in lists.After.Where(item => !before.ContainsKey(key(item))))
        {
            one(false, item);
        }

        if (!lists.Before.Select(key).Where(after.ContainsKey).SequenceEqual(lists.After.Select(key).Where(before.ContainsKey)))
        {
            reordered();
        }
    }

    private static Dictionary<TKey, T> ByKey<T, TKey>(ValueList<T> items, Func<T, TKey> key)
        where TKey : notnull =>
        items.DistinctBy(key).ToDictionary(key);

    // A state that moved to another phase is told once, among the states, and not wherever it is mentioned.
    private static (string Name, Phase? Phase) Mentioned(State state, HashSet<State> ofTable) => (state.Name, ofTable.Contains(state) ? null : state.Phase);

    private bool SameState(State before, State after) => Mentioned(before, _ofBefore) == Mentioned(after, _ofAfter);

    private bool SameStates(ValueList<State> before, ValueList<State> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => SameState(pair.First, pair.Second));

    private void Changed(bool isSame, DifferenceKind kind, State? state, Trigger? trigger, string before, string after)
    {
        if (!isSame)
        {
            Found(kind, state, trigger, before, after);
        }
    }

    private void Found(DifferenceKind kind, State? state, Trigger? trigger, string before, string after) => _found.Add(new LifecycleDifference(kind, state, trigger, before, after));

    private void Reordered(string what) => _reordered.Add(new LifecycleDifference(DifferenceKind.OrderChanged, null, null, what, what));

    private static string PhaseOf(State state) => state.Phase.Order is { } order ? FormattableString.Invariant($"{state.Phase} ({order})") : $"{state.Phase} (aside)";

    private static string Full(Parameter parameter) => string.Concat($"{parameter} \"{parameter.Sentence}\"".Select(mark => char.IsControl(mark) ? ' ' : mark));

    private static string Where(Transition row) => string.Join("; ", row.Outcomes.Select(Where));

    private static string Where(Outcome outcome) => $"{outcome.To}{(outcome.Exit is null ? string.Empty : $" of {outcome.Exit}")}{When(outcome)}";

    private static string Names(Outcome outcome, ValueList<State> states) => $"{(states.Count == 0 ? "nowhere" : string.Join(", ", states))}{When(outcome)}";

    private static string When(Outcome outcome) => outcome.Case is null ? string.Empty : $" when '{outcome.Case}'";
}
