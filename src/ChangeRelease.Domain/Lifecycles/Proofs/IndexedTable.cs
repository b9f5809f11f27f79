using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A definition with its states numbered and its rows at hand: what searches walk on.</summary>
internal sealed class IndexedTable
{
    /// <summary>Where nobody asks: the state has no row that leads back.</summary>
    public const int NoOrigin = -1;

    private readonly Dictionary<State, int> _numbers = [];
    private readonly List<State> _states = [];
    private readonly IndexedRow[][] _rows;
    private readonly int[][] _origins;
    private readonly HashSet<(int State, int Origin)> _known;

    public IndexedTable(LifecycleDescription table)
    {
        (Description, Reference) = (table, table.ToReference());
        Number(table);
        var rows = table.Transitions.Select(row => new IndexedRow(row, Number)).ToLookup(row => Number(row.Transition.From));
        _rows = [.. _states.Select((_, state) => rows[state].ToArray())];
        _origins = [.. _rows.Select(Origins)];
        _known = _origins.SelectMany((origins, state) => origins.Select(origin => (state, origin))).ToHashSet();
        Triggers = table.Transitions.Select(row => row.Trigger).Concat(table.Triggers.Select(known => known.Trigger)).ToHashSet();
        Ends = table.Ends.Select(Number).ToHashSet();
    }

    public LifecycleDescription Description { get; }

    public LifecycleRef Reference { get; }

    public IReadOnlyList<State> States => _states;

    public IReadOnlySet<Trigger> Triggers { get; }

    public IReadOnlySet<int> Ends { get; }

    public IReadOnlyList<IndexedRow> Rows(int state) => _rows[state];

    public IndexedRow? Row(int state, Trigger trigger) => Array.Find(_rows[state], row => row.Transition.Trigger == trigger);

    /// <summary>The number of a state, or null when the definition does not know it.</summary>
    public int? Find(State state) => _numbers.TryGetValue(state, out var number) ? number : null;

    /// <summary>From where a subject may count as having come that begins its life.</summary>
    public IEnumerable<Recollection> Beginning() => Recollections(Number(Description.Start), NoOrigin, []);

    /// <summary>From where a subject may count as having come once it took an outcome that stays in this definition.</summary>
    public IEnumerable<Recollection> After(int from, int origin, IndexedOutcome taken) =>
        Recollections(taken.To, from == taken.To ? origin : from, taken.Outcome.ComesFrom);

    /// <summary>From where it may count as having come that arrives in a state.</summary>
    /// <param name="state">The state it arrives in.</param>
    /// <param name="really">The state it did come from; it counts when it is an origin there.</param>
    /// <param name="said">The states that the row says it may count as having come from.</param>
    /// <returns>One at least. Who comes from nowhere that is known may have come from anywhere: unknown is not harmless (S-4).</returns>
    public IEnumerable<Recollection> Recollections(int state, int really, ValueList<State> said)
    {
        if (_origins[state].Length == 0)
        {
            return [new Recollection(null, NoOrigin)];
        }

        var known = Known(state, really, said);
        return known.Count > 0 ? known : _origins[state].Select(origin => new Recollection(_states[origin], origin));
    }

    private List<Recollection> Known(int state, int really, ValueList<State> said)
    {
        var known = new List<Recollection>();
        if (_known.Contains((state, really)))
        {
            known.Add(new Recollection(null, really));
        }

        known.AddRange(said.Where(other => _known.Contains((state, Find(other) ?? NoOrigin))).Distinct().Select(other => new Recollection(other, Number(other))));
        return known;
    }

    private void Number(LifecycleDescription table)
    {
        var named = table.States.Append(table.Start).Concat(table.Ends).Concat(table.Transitions.SelectMany(Named));
        foreach (var state in named.Where(state => _numbers.TryAdd(state, _states.Count)))
        {
            _states.Add(state);
        }
    }

    private int Number(State state) => _numbers[state];

    private static IEnumerable<State> Named(Transition row) =>
        row.Outcomes.SelectMany(outcome => outcome.Exit is null ? outcome.Origins.With(outcome.To) : outcome.Origins).Prepend(row.From);

    private static int[] Origins(IndexedRow[] rows) => [.. rows.SelectMany(row => row.Origins).Distinct()];
}

/// <summary>From where a subject may count as having come: the state that a row says, or null when it really came from there.</summary>
internal readonly record struct Recollection(State? Said, int Origin);
