namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>The cost of the plan: the sum of what the starts and the latest end cost at least must leave room for what each may cost more.</summary>
/// <remarks>Cost as a number of the trail counts in units, rounded up, so that it fits and so that the search may bet on it.</remarks>
internal sealed class CostBound
{
    private readonly Trail _trail;
    private readonly StartCost[] _costs;
    private readonly CostTree _tree;
    private readonly Overuse[] _overuses;
    private readonly long[] _least;
    private readonly int _endView;
    private readonly int _costView;
    private readonly long _makespanCost;
    private readonly long _unit;

    public CostBound(Trail trail, StartCost[] costs, CostTree tree, Overuse[] overuses, int endView, int costView, long makespanCost, long unit)
    {
        (_trail, _costs, _tree, _overuses, _endView, _costView, _makespanCost, _unit) = (trail, costs, tree, overuses, endView, costView, makespanCost, unit);
        _least = new long[costs.Length];
    }

    /// <summary>The most that a plan may cost.</summary>
    public long Most { get; set; } = long.MaxValue;

    /// <summary>What every plan within the present bounds costs at least.</summary>
    public long Total()
    {
        var total = _makespanCost * _trail.Bounds[_endView];
        for (var index = 0; index < _costs.Length; index++)
        {
            var view = _costs[index].Task << 1;
            _least[index] = _costs[index].Least(_trail.Bounds[view], _trail.UpperOf(view));
        }

        total += _tree.Sum(_least);

        foreach (var overuse in _overuses)
        {
            total += overuse.Least();
        }

        return total;
    }

    public bool Propagate()
    {
        var total = Total();
        if (total > Most)
        {
            return _trail.Fail(Cause.Cost, 0);
        }

        if (!_trail.Raise(_costView, Up(total), Cause.Cost, 0))
        {
            return false;
        }

        var spare = Math.Min(Most, _unit * _trail.UpperOf(_costView)) - total;
        return PropagateEnd(spare) && PropagateStarts(spare);
    }

    /// <summary>The bounds that make everything else cost so much that a bound follows.</summary>
    public void Explain(int view, int value, int at, List<Bound> reason)
    {
        if (view == _costView)
        {
            Collect(-1, 0, (_unit * (value - 1L)) + 1, at, reason);
        }
        else if (view < 0)
        {
            Collect(-1, 0, Most + 1, at, reason);
        }
        else
        {
            var most = _unit * -(long)_trail.ValueBefore(_costView ^ 1, at);
            if (most < Most)
            {
                reason.Add(new Bound(_costView ^ 1, _trail.ValueBefore(_costView ^ 1, at)));
            }

            Collect(view >> 1, CostBeyond(view, value), Math.Min(most, Most) + 1, at, reason);
        }
    }

    private long Up(long cost) => (cost + _unit - 1) / _unit;

    /// <summary>The least cost that rounds up to so many units.</summary>
    public long Down(int units) => Math.Max(0, (_unit * (units - 1L)) + 1);

    private bool PropagateEnd(long spare)
    {
        var (end, upper) = (_trail.Bounds[_endView], _trail.UpperOf(_endView));
        return _makespanCost == 0 || upper - (long)end <= spare / _makespanCost
            || _trail.Raise(_endView ^ 1, -(end + (spare / _makespanCost)), Cause.Cost, 0);
    }

    private bool PropagateStarts(long spare)
    {
        _tree.FindRoom();
        for (var index = 0; index < _costs.Length; index++)
        {
            var (cost, view, most) = (_costs[index], _costs[index].Task << 1, _least[index] + _tree.RoomOf(index) + spare);
            var (lower, upper) = (_trail.Bounds[view], _trail.UpperOf(view));
            if (lower < upper
                && !(_trail.Raise(view ^ 1, -(long)cost.LastWithin(lower, upper, -_trail.RootOf(view ^ 1), most), Cause.Cost, index)
                    && _trail.Raise(view, cost.FirstWithin(_trail.RootOf(view), lower, upper, most), Cause.Cost, index)))
            {
                return false;
            }
        }

        return true;
    }

    // What the number of a view costs at least, where its bound is not raised to a value.
    private long CostBeyond(int view, int value)
    {
        if (view == (_endView ^ 1))
        {
            return _makespanCost * (1L - value);
        }

        var cost = _costs[Array.FindIndex(_costs, cost => cost.Task == view >> 1)];
        return (view & 1) == 0
            ? cost.Least(_trail.RootOf(view), value - 1)
            : cost.Least(1 - value, -_trail.RootOf(view));
    }

    // Bounds under which all numbers cost so much together, one of them what is said, each bound as weak as it may be.
    private void Collect(int known, long knownCost, long needed, int at, List<Bound> reason)
    {
        var spare = -needed;
        for (var index = 0; index < _costs.Length; index++)
        {
            var view = _costs[index].Task << 1;
            _least[index] = _costs[index].Task == known ? knownCost : _costs[index].Least(_trail.ValueBefore(view, at), -_trail.ValueBefore(view ^ 1, at));
        }

        spare += _tree.Sum(_least);
        foreach (var overuse in _overuses)
        {
            spare += overuse.LeastBefore(at, reason);
        }

        var end = _trail.ValueBefore(_endView, at);
        spare += _endView >> 1 == known ? knownCost : _makespanCost * end;
        if (_endView >> 1 != known && _makespanCost > 0)
        {
            var relaxed = (int)Math.Max(_trail.RootOf(_endView), end - (spare / _makespanCost));
            spare -= _makespanCost * (end - (long)relaxed);
            reason.Add(new Bound(_endView, relaxed));
        }

        for (var index = 0; index < _costs.Length; index++)
        {
            if (_costs[index].Task != known)
            {
                spare -= Relax(index, spare, at, reason);
            }
        }
    }

    // Adds what makes one start cost what it does, give or take what is spare; returns how much of that it took. What a floor holds up needs no reason.
    private long Relax(int index, long spare, int at, List<Bound> reason)
    {
        var (cost, view) = (_costs[index], _costs[index].Task << 1);
        var (first, last) = (_trail.RootOf(view), -_trail.RootOf(view ^ 1));
        var (now, free) = (_least[index], cost.Least(first, last));
        if (Math.Min(now - free, _tree.MostFallOf(index)) <= spare)
        {
            return _tree.Fall(index, now - free);
        }

        var (lower, upper) = (_trail.ValueBefore(view, at), -_trail.ValueBefore(view ^ 1, at));
        if (cost.Least(lower, last) == now)
        {
            var relaxed = Math.Min(lower, cost.LastWithin(first, lower, last, now - spare - 1) + 1);
            reason.Add(new Bound(view, relaxed));
            return _tree.Fall(index, now - cost.Least(relaxed, last));
        }

        if (cost.Least(first, upper) == now)
        {
            var relaxed = Math.Max(upper, cost.FirstWithin(first, upper, last, now - spare - 1) - 1);
            reason.Add(new Bound(view ^ 1, -relaxed));
            return _tree.Fall(index, now - cost.Least(first, relaxed));
        }

        reason.Add(new Bound(view, lower));
        reason.Add(new Bound(view ^ 1, -upper));
        return 0;
    }
}
