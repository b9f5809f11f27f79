namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>All distances, conditional or not, and what follows from them for bounds and conditions.</summary>
internal sealed class Arcs
{
    private readonly Trail _trail;
    private readonly Arc[] _arcs;
    private readonly int[] _first;
    private readonly int[] _conditioned;
    private readonly int[] _firstConditioned;

    /// <param name="trail">The bounds.</param>
    /// <param name="arcs">The distances; their mirrors are added.</param>
    public Arcs(Trail trail, IReadOnlyList<Arc> arcs)
    {
        _trail = trail;
        _arcs = [.. arcs.Concat(arcs.Select(arc => arc.Mirrored)).OrderBy(arc => arc.From).ThenBy(arc => arc.To).ThenBy(arc => arc.Condition.View)];
        _first = Starts(_arcs.Select(arc => arc.From));
        _conditioned = [.. Enumerable.Range(0, _arcs.Length).Where(arc => !_arcs[arc].IsFree).OrderBy(arc => _arcs[arc].Condition.View)];
        _firstConditioned = Starts(_conditioned.Select(arc => _arcs[arc].Condition.View));
    }

    /// <summary>A bound of a view was raised: pass it on.</summary>
    public bool Propagate(int view)
    {
        var (bounds, bound) = (_trail.Bounds, (long)_trail.Bounds[view]);
        for (var index = _first[view]; index < _first[view + 1]; index++)
        {
            ref readonly var arc = ref _arcs[index];
            if (arc.IsFree || bounds[arc.Condition.View] >= arc.Condition.Value)
            {
                if (!_trail.Raise(arc.To, bound + arc.Distance, Cause.Distance, index))
                {
                    return false;
                }
            }
            else if (bound + arc.Distance > -bounds[arc.To ^ 1] && !Exclude(arc.Condition, index))
            {
                return false;
            }
        }

        return PropagateCondition(view);
    }

    /// <summary>What of every condition is already impossible before the first decision.</summary>
    public bool PropagateAll()
    {
        for (var view = 0; view < _first.Length - 1; view++)
        {
            if (!Propagate(view))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bounds that made an arc raise the bound of its end.</summary>
    public void Explain(int index, int value, List<Bound> reason)
    {
        ref readonly var arc = ref _arcs[index];
        reason.Add(new Bound(arc.From, value - arc.Distance));
        if (!arc.IsFree)
        {
            reason.Add(arc.Condition);
        }
    }

    /// <summary>The bounds that made an arc impossible, as weak as they may be.</summary>
    public void ExplainExclusion(int index, int at, List<Bound> reason)
    {
        ref readonly var arc = ref _arcs[index];
        var (from, against) = (_trail.ValueBefore(arc.From, at), _trail.ValueBefore(arc.To ^ 1, at));
        var spare = (long)from + arc.Distance + against - 1;
        var relaxed = (int)Math.Max(from - spare, _trail.RootOf(arc.From));
        reason.Add(new Bound(arc.From, relaxed));
        reason.Add(new Bound(arc.To ^ 1, (int)Math.Max(1L - relaxed - arc.Distance, _trail.RootOf(arc.To ^ 1))));
    }

    private bool PropagateCondition(int view)
    {
        for (var index = _firstConditioned[view]; index < _firstConditioned[view + 1]; index++)
        {
            ref readonly var arc = ref _arcs[_conditioned[index]];
            if (_trail.Holds(view, arc.Condition.Value)
                && !_trail.Raise(arc.To, (long)_trail.Bounds[arc.From] + arc.Distance, Cause.Distance, _conditioned[index]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Exclude(Bound condition, int index) => _trail.Raise(condition.View ^ 1, 1 - condition.Value, Cause.Excluded, index);

    private int[] Starts(IEnumerable<int> views)
    {
        var starts = new int[_trail.Bounds.Length + 1];
        foreach (var view in views)
        {
            starts[view + 1]++;
        }

        for (var view = 0; view < starts.Length - 1; view++)
        {
            starts[view + 1] += starts[view];
        }

        return starts;
    }
}
