namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>One resource: what is certainly in use leaves less for everything else.</summary>
internal sealed class TimeTable
{
    private readonly Trail _trail;
    private readonly Load[] _loads;
    private readonly int _first;
    private readonly int _resource;
    private readonly int _capacity;
    private readonly Buckets _buckets;
    private readonly Profile _profile;

    /// <param name="trail">The bounds.</param>
    /// <param name="loads">The uses of this resource.</param>
    /// <param name="first">The number of the first of them among the uses of all resources.</param>
    /// <param name="resource">Which resource.</param>
    /// <param name="capacity">How much may be used at once.</param>
    /// <param name="edges">Where its buckets begin, if it has some.</param>
    public TimeTable(Trail trail, Load[] loads, int first, int resource, int capacity, int[]? edges)
    {
        (_trail, _loads, _first, _resource, _capacity, _buckets) = (trail, loads, first, resource, capacity, new Buckets(edges));
        _profile = new Profile(trail, loads, _buckets);
    }

    public int Size => _loads.Length;

    public bool Propagate()
    {
        _profile.Build();
        if (_profile.Highest < 0)
        {
            return true;
        }

        var height = _profile.Heights[_profile.Highest];
        if (height > _capacity)
        {
            var (start, end) = (_profile.Starts[_profile.Highest], _profile.Starts[_profile.Highest + 1]);
            return _trail.Fail(Cause.Overload, _resource, start + ((end - 1 - start) / 2));
        }

        for (var use = 0; use < _loads.Length; use++)
        {
            var view = _loads[use].Task << 1;
            if (_loads[use].Amount + height > _capacity
                && _trail.Bounds[view] < _trail.UpperOf(view)
                && !(Later(use, view) && Earlier(use, view)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bounds that made a use give way to what is certainly there.</summary>
    public void Explain(int use, int moment, int view, int at, List<Bound> reason)
    {
        ref readonly var load = ref _loads[use - _first];
        reason.Add((view & 1) == 0
            ? new Bound(view, Clip(_buckets.Start(moment) - load.Until + 1))
            : new Bound(view, Clip(-(_buckets.End(moment) - load.From - 1))));
        ExplainHeight(use - _first, moment, at, _capacity - load.Amount + 1, reason);
    }

    /// <summary>The bounds that make more certain than there is.</summary>
    public void ExplainOverload(int moment, int at, List<Bound> reason) => ExplainHeight(-1, moment, at, _capacity + 1, reason);

    private bool Later(int use, int view)
    {
        ref readonly var load = ref _loads[use];
        var (low, high) = (_buckets.Of(_trail.Bounds[view] + load.From), _buckets.Of(_trail.Bounds[view] + load.Until - 1));
        for (var step = _profile.FirstAfter(low); step < _profile.Count - 1 && _profile.Starts[step] <= high;)
        {
            var end = _profile.Starts[step + 1];
            if (end <= low || !IsInTheWay(use, load.Amount, step))
            {
                step++;
                continue;
            }

            var moment = Math.Min(end - 1, high);
            if (!_trail.Raise(view, _buckets.End(moment) - load.From, Cause.Load, _first + use, moment))
            {
                return false;
            }

            (low, high) = (_buckets.Of(_trail.Bounds[view] + load.From), _buckets.Of(_trail.Bounds[view] + load.Until - 1));
        }

        return true;
    }

    private bool Earlier(int use, int view)
    {
        ref readonly var load = ref _loads[use];
        var upper = _trail.UpperOf(view);
        var (low, high) = (_buckets.Of(upper + load.From), _buckets.Of(upper + load.Until - 1));
        for (var step = _profile.FirstAfter(high); step >= 0 && (step == _profile.Count - 1 || _profile.Starts[step + 1] > low);)
        {
            var start = _profile.Starts[step];
            if (start > high || !IsInTheWay(use, load.Amount, step))
            {
                step--;
                continue;
            }

            var moment = Math.Max(start, low);
            if (!_trail.Raise(view ^ 1, -(_buckets.Start(moment) - load.Until), Cause.Load, _first + use, moment))
            {
                return false;
            }

            upper = _trail.UpperOf(view);
            (low, high) = (_buckets.Of(upper + load.From), _buckets.Of(upper + load.Until - 1));
        }

        return true;
    }

    // What the use itself makes certain is never in its way.
    private bool IsInTheWay(int use, int amount, int step) =>
        _profile.Heights[step] + amount > _capacity
        && !(_profile.Rise[use] <= _profile.Starts[step] && _profile.Starts[step] < _profile.Fall[use]);

    private void ExplainHeight(int except, int moment, int at, int height, List<Bound> reason)
    {
        var (start, end, rest) = (_buckets.Start(moment), _buckets.End(moment), height);
        for (var use = 0; use < _loads.Length && rest > 0; use++)
        {
            ref readonly var load = ref _loads[use];
            if (use == except)
            {
                continue;
            }

            var (lower, upper) = (Clip(start - load.Until + 1), Clip(-(end - load.From - 1)));
            if (_trail.ValueBefore(load.Task << 1, at) >= lower && _trail.ValueBefore((load.Task << 1) + 1, at) >= upper)
            {
                reason.Add(new Bound(load.Task << 1, lower));
                reason.Add(new Bound((load.Task << 1) + 1, upper));
                rest -= load.Amount;
            }
        }
    }

    private static int Clip(long value) => (int)Math.Clamp(value, -int.MaxValue, int.MaxValue);
}
