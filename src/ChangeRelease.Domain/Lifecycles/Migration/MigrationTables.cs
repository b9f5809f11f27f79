using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The two tables of a map, with what is asked of them again and again.</summary>
internal sealed class MigrationTables
{
    private readonly Dictionary<State, ValueList<Trigger>> _triggersBefore;
    private readonly Dictionary<State, ValueList<Trigger>> _triggersAfter;
    private readonly ILookup<State, Transition> _waysBack;

    public MigrationTables(LifecycleDescription before, LifecycleDescription after)
    {
        (Before, After) = (before, after);
        (_triggersBefore, _triggersAfter) = (Triggers(before), Triggers(after));
        (StatesBefore, StatesAfter) = ([.. before.States], [.. after.States]);
        _waysBack = after.Transitions.Where(row => row.Returns).ToLookup(row => row.From);
    }

    public LifecycleDescription Before { get; }

    public LifecycleDescription After { get; }

    public HashSet<State> StatesBefore { get; }

    public HashSet<State> StatesAfter { get; }

    /// <summary>The rows of a state of the later table that lead back to where a subject came from.</summary>
    public IEnumerable<Transition> WaysBackFrom(State state) => _waysBack[state];

    /// <summary>The row that has no way back for those who came from a state; null when everyone gets back.</summary>
    public Transition? Strands(State state, State origin) =>
        _waysBack[state].FirstOrDefault(row => !row.Outcomes.Any(outcome => outcome.Origins.Contains(origin)));

    /// <summary>Whether a subject's origin is kept in a state of the later table.</summary>
    public bool KeepsOrigin(State state) => state.Phase.Order is null || _waysBack.Contains(state);

    public ValueList<Trigger> TriggersAt(State state) => _triggersAfter.GetValueOrDefault(state, []);

    public MigrationMove Describe(State from, State to, bool isRename, ValueList<State> asIfPast)
    {
        var (before, after) = (_triggersBefore.GetValueOrDefault(from, []), TriggersAt(to));
        return new MigrationMove(from, to)
        {
            IsRename = isRename,
            AsIfPast = asIfPast,
            Gains = after.Except(before).ToValueList(),
            Loses = before.Except(after).ToValueList(),
        };
    }

    private static Dictionary<State, ValueList<Trigger>> Triggers(LifecycleDescription table) => table.Transitions
        .GroupBy(row => row.From, row => row.Trigger)
        .ToDictionary(rows => rows.Key, rows => rows.ToValueList());
}
