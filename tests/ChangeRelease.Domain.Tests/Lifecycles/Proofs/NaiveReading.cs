using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Where a subject is, told naively: the table's number (-1 for one that nobody gave), the state, and where it counts as having come from.</summary>
internal sealed record Stand(int Table, State State, State? Origin);

/// <summary>One row taken from a stand.</summary>
internal sealed record NaiveStep(Stand From, Transition Row, Outcome Outcome, Stand To);

/// <summary>Reads tables row by row, as the rules of the memory are written down, and shares nothing with the library's search.</summary>
internal sealed class NaiveReading(IReadOnlyList<LifecycleDescription> tables, IReadOnlyCollection<string> neverMet)
{
    private readonly List<LifecycleRef> _references = [.. tables.Select(table => table.ToReference())];
    private readonly Dictionary<Stand, List<NaiveStep>> _steps = [];

    public LifecycleRef Reference(int table) => _references[table];

    public List<Stand> Starts() => Stands(0, tables[0].Start, null, []);

    /// <summary>Every stand in a state of the first table.</summary>
    public List<Stand> Anywhere(State state) => Stands(0, state, null, []);

    public List<NaiveStep> Steps(Stand at)
    {
        if (!_steps.TryGetValue(at, out var steps))
        {
            _steps[at] = steps = at.Table < 0 ? [] : [.. Rows(at).SelectMany(row => Live(row, at).SelectMany(outcome => After(at, row, outcome).Select(to => new NaiveStep(at, row, outcome, to))))];
        }

        return steps;
    }

    /// <summary>How far each reachable stand is.</summary>
    public Dictionary<Stand, int> Distances(IEnumerable<Stand> from, Func<NaiveStep, bool>? mayTake = null)
    {
        var distances = new Dictionary<Stand, int>();
        var level = from.Distinct().ToList();
        for (var depth = 0; level.Count > 0; depth++)
        {
            foreach (var stand in level)
            {
                distances[stand] = depth;
            }

            level = [.. level.SelectMany(Steps).Where(step => mayTake?.Invoke(step) ?? true).Select(step => step.To).Where(to => !distances.ContainsKey(to)).Distinct()];
        }

        return distances;
    }

    /// <summary>Follows moves; the stands where they may have led, none when they cannot be taken.</summary>
    public List<Stand> Follow(IEnumerable<Stand> from, IEnumerable<TraceMove> moves)
    {
        var here = from.ToList();
        foreach (var move in moves)
        {
            here = [.. here.SelectMany(Steps).Where(step => Is(step, move)).Select(step => step.To).Distinct()];
        }

        return here;
    }

    public bool Is(NaiveStep step, TraceMove move) =>
        _references[step.From.Table] == move.Definition && step.Row.From == move.From && step.Row.Trigger == move.Trigger && step.Outcome.Case == move.Case
        && step.Outcome.To == move.To && step.Outcome.Exit == move.Exit && step.Row.Requirements.Equals(move.Requirements);

    private IEnumerable<Transition> Rows(Stand at) =>
        tables[at.Table].Transitions.Where(row => row.From == at.State && !row.Requirements.Any(need => neverMet.Contains(need.Code)));

    private static IEnumerable<Outcome> Live(Transition row, Stand at) =>
        row.Outcomes.Any(outcome => outcome.Origins.Count > 0) ? row.Outcomes.Where(outcome => outcome.Origins.Contains(at.Origin!)) : row.Outcomes;

    private List<Stand> After(Stand at, Transition row, Outcome outcome) => outcome.Exit is null
        ? Stands(at.Table, outcome.To, row.From == outcome.To ? at.Origin : row.From, outcome.ComesFrom)
        : Stands(Find(outcome), outcome.To, row.From, outcome.ComesFrom);

    private int Find(Outcome exit)
    {
        var table = _references.IndexOf(exit.Exit!);
        return table >= 0 && tables[table].States.Contains(exit.To) ? table : -1;
    }

    private List<Stand> Stands(int table, State state, State? really, IEnumerable<State> said)
    {
        var origins = table < 0 ? [] : tables[table].Transitions.Where(row => row.From == state).SelectMany(row => row.Outcomes).SelectMany(outcome => outcome.Origins).Distinct().ToList();
        if (origins.Count == 0)
        {
            return [new Stand(table, state, null)];
        }

        var memories = said.Append(really).OfType<State>().Where(origins.Contains).Distinct().ToList();
        return [.. (memories.Count > 0 ? memories : origins).Select(origin => new Stand(table, state, origin))];
    }
}
