namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Several definitions that exit into each other, as one graph: every row may be permitted or refused at any moment (S-12).</summary>
/// <remarks>What an exit leads to and nobody gave is a place of its own, from where nothing is known to lead on.</remarks>
internal sealed class Ground
{
    private readonly List<IndexedTable> _tables;
    private readonly int _given;
    private readonly Dictionary<LifecycleRef, int> _numbers;
    private readonly Dictionary<(LifecycleRef Exit, State To), (int Table, int State)> _arrivals = [];

    public Ground(List<IndexedTable> tables)
    {
        (_tables, _given) = (tables, tables.Count);
        _numbers = Enumerable.Range(0, _given).ToDictionary(table => tables[table].Reference);
        foreach (var outcome in tables.SelectMany(table => table.Description.Transitions).SelectMany(row => row.Outcomes).Where(outcome => outcome.Exit is not null).ToList())
        {
            Arrive(outcome.Exit!, outcome.To);
        }
    }

    public IEnumerable<State> States => _tables.SelectMany(table => table.States);

    public IEnumerable<Transition> Rows => _tables.SelectMany(table => table.Description.Transitions);

    public State StateOf(Whereabouts place) => _tables[place.Table].States[place.State];

    /// <summary>Whether a place lies in a definition that was given.</summary>
    public bool IsGiven(Whereabouts place) => place.Table < _given;

    /// <summary>Where lives begin.</summary>
    public IEnumerable<Whereabouts> Beginning() => At(_tables[0].Description.Start, _tables[0].Beginning());

    /// <summary>A state of the first definition, whatever the subject came from; nothing for a state that it does not know.</summary>
    public IEnumerable<Whereabouts> Anywhere(State state) =>
        _tables[0].Find(state) is { } number ? At(state, _tables[0].Recollections(number, IndexedTable.NoOrigin, [])) : [];

    /// <summary>Every move from a place, in the order of its table.</summary>
    public IEnumerable<Arc> From(Whereabouts place) =>
        from row in _tables[place.Table].Rows(place.State)
        from taken in row.Outcomes(place.Origin)
        from to in After(place, taken)
        select new Arc(row, taken.Outcome, to);

    public TraceMove Move(Whereabouts from, Arc arc) => new(
        _tables[from.Table].Reference, StateOf(from), arc.Row.Transition.Trigger, arc.Outcome.Case, arc.Outcome.To, arc.Outcome.Exit, arc.Row.Transition.Requirements);

    private IEnumerable<Whereabouts> At(State state, IEnumerable<Recollection> memories) =>
        memories.Select(memory => new Whereabouts(0, _tables[0].Find(state)!.Value, memory.Origin));

    private IEnumerable<Whereabouts> After(Whereabouts place, IndexedOutcome taken) => taken.Outcome.Exit is { } exit
        ? Outside(place, exit, taken.Outcome)
        : _tables[place.Table].After(place.State, place.Origin, taken).Select(memory => new Whereabouts(place.Table, taken.To, memory.Origin));

    private IEnumerable<Whereabouts> Outside(Whereabouts place, LifecycleRef exit, Outcome outcome)
    {
        var (number, state) = _arrivals[(exit, outcome.To)];
        var table = _tables[number];
        return table.Recollections(state, table.Find(StateOf(place)) ?? IndexedTable.NoOrigin, outcome.ComesFrom)
            .Select(memory => new Whereabouts(number, state, memory.Origin));
    }

    private void Arrive(LifecycleRef exit, State to)
    {
        if (_arrivals.ContainsKey((exit, to)))
        {
            return;
        }

        if (_numbers.TryGetValue(exit, out var given) && _tables[given].Find(to) is { } state)
        {
            _arrivals.Add((exit, to), (given, state));
            return;
        }

        _arrivals.Add((exit, to), (_tables.Count, 0));
        _tables.Add(new IndexedTable(new LifecycleDescription(exit.Id, exit.Version, to, [], [to], [])));
    }
}

/// <summary>Where a subject is, and from where it counts as having come; numbers of a ground.</summary>
internal readonly record struct Whereabouts(int Table, int State, int Origin);

/// <summary>A row that may be taken from a place, by one of its outcomes.</summary>
internal readonly record struct Arc(IndexedRow Row, Outcome Outcome, Whereabouts To);
