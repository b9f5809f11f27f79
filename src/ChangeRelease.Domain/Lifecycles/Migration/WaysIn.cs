namespace ChangeRelease.Domain.Lifecycles;

/// <summary>How far the subjects of each state have come for certain, and where they may have come from.</summary>
internal sealed class WaysIn
{
    private readonly LifecycleDescription _table;
    private readonly Dictionary<State, int> _reached = [];
    private readonly ILookup<State, State> _into;
    private readonly ILookup<State, State> _origins;

    public WaysIn(LifecycleDescription table)
    {
        _table = table;
        var returning = table.Transitions.Where(row => row.Returns).SelectMany(row => row.Outcomes, (row, outcome) => (row.From, outcome.Origins)).ToList();
        _origins = returning.SelectMany(way => way.Origins, (way, origin) => (way.From, origin)).Distinct().ToLookup(way => way.From, way => way.origin);
        _into = table.Transitions
            .SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null), (row, outcome) => (outcome.To, Origins: row.From == outcome.To ? outcome.ComesFrom : outcome.ComesFrom.With(row.From)))
            .SelectMany(way => way.Origins, (way, origin) => (way.To, origin))
            .Distinct()
            .ToLookup(way => way.To, way => way.origin);
        Reach();
    }

    /// <summary>The earliest place in the order of phases that a subject of a state has surely been in: the state's own, or, aside, the earliest that leads there.</summary>
    public int Reached(State state) => _reached.GetValueOrDefault(state, int.MinValue);

    /// <summary>The states that a subject of a state may have come from: those that it can go back to, or, where it cannot, those that lead in.</summary>
    public IEnumerable<State> OriginsOf(State state) => _origins.Contains(state) ? _origins[state] : _into[state];

    private void Reach()
    {
        var aside = _table.Transitions
            .SelectMany(row => row.Outcomes.Where(outcome => outcome.Exit is null && outcome.To.Phase.Order is null), (row, outcome) => (row.From, outcome.To))
            .Distinct()
            .ToLookup(step => step.From, step => step.To);
        if (_table.Start.Phase.Order is null)
        {
            Spread(_table.Start, int.MinValue, aside);
        }

        foreach (var state in _table.States.Where(state => state.Phase.Order is not null).OrderBy(state => state.Phase.Order))
        {
            Spread(state, state.Phase.Order!.Value, aside);
        }
    }

    private void Spread(State from, int order, ILookup<State, State> aside)
    {
        var open = new Stack<State>([from]);
        while (open.TryPop(out var state))
        {
            if (_reached.TryAdd(state, order))
            {
                foreach (var next in aside[state])
                {
                    open.Push(next);
                }
            }
        }
    }
}
