namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A table as numbered places and the steps between them: a place for each state, in the order of the table.</summary>
/// <remarks>
/// A state that leads back has a place more for each state that leads in, so that nobody goes back to where they never were. Exits are
/// left out: they end a life under this table.
/// </remarks>
internal sealed class TableGraph
{
    private readonly LifecycleDescription _table;
    private readonly Dictionary<State, int> _numbers;
    private readonly Dictionary<(int State, State Origin), int> _entries = [];
    private readonly HashSet<State> _returning;
    private readonly List<List<int>> _next = [];
    private readonly List<int> _states = [];

    public TableGraph(LifecycleDescription table)
    {
        _table = table;
        _returning = table.Transitions.Where(row => row.Returns).Select(row => row.From).ToHashSet();
        _numbers = table.States.Distinct().Select((state, number) => (state, number)).ToDictionary(entry => entry.state, entry => entry.number);
        for (var number = 0; number < _numbers.Count; number++)
        {
            Add(number);
        }

        foreach (var row in table.Transitions.Where(row => _numbers.ContainsKey(row.From)))
        {
            Steps(row);
        }
    }

    /// <summary>The number of the first state, which is its place, too; null when the table does not have it.</summary>
    public int? Start => _numbers.TryGetValue(_table.Start, out var start) ? start : null;

    public int States => _numbers.Count;

    /// <summary>The places that follow on each place.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Next => _next;

    /// <summary>The state that a place belongs to.</summary>
    public int StateAt(int place) => _states[place];

    /// <summary>Whether a state leads back to where one came from; on the way to another such a state is no gate.</summary>
    public bool LeadsBack(int state) => _returning.Contains(_table.States[state]);

    public int? NumberOf(State state) => _numbers.TryGetValue(state, out var number) ? number : null;

    private void Steps(Transition row)
    {
        var from = _numbers[row.From];
        foreach (var outcome in row.Outcomes.Where(outcome => outcome.Exit is null && _numbers.ContainsKey(outcome.To)))
        {
            var to = _numbers[outcome.To];
            foreach (var place in outcome.Origins.Count > 0 ? outcome.Origins.Select(origin => Entry(from, origin)) : [from])
            {
                Step(place, row.From, to, outcome);
            }
        }
    }

    private void Step(int place, State from, int to, Outcome outcome)
    {
        if (!_returning.Contains(outcome.To))
        {
            _next[place].Add(to);
            return;
        }

        foreach (var origin in from == outcome.To ? outcome.ComesFrom : outcome.ComesFrom.With(from))
        {
            _next[place].Add(Entry(to, origin));
        }
    }

    private int Entry(int state, State origin)
    {
        if (_entries.TryGetValue((state, origin), out var entry))
        {
            return entry;
        }

        entry = Add(state);
        _next[entry].Add(state);
        _entries.Add((state, origin), entry);
        return entry;
    }

    private int Add(int state)
    {
        _next.Add([]);
        _states.Add(state);
        return _next.Count - 1;
    }
}
