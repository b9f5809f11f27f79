namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Where tasks stand, and what is left of the resources. Lags are not looked at here: whoever places keeps them.</summary>
internal sealed class Timetable
{
    public const int Nowhere = int.MinValue;

    private readonly Profile[] _profiles;
    private readonly CompactResource[] _resources;
    private readonly IHostRules? _rules;

    public Timetable(CompactProblem problem, IHostRules? rules)
    {
        (Problem, _resources, _rules) = (problem, problem.Resources, rules);
        _profiles = problem.Resources.Select(_ => new Profile()).ToArray();
        Starts = new int[problem.Count];
        Array.Fill(Starts, Nowhere);
    }

    public CompactProblem Problem { get; }

    /// <summary>The start of each task, or <see cref="Nowhere"/>.</summary>
    public int[] Starts { get; }

    /// <summary>How many places were looked at; a measure of work that does not depend on the machine.</summary>
    public long Steps { get; private set; }

    public void Clear()
    {
        Array.Fill(Starts, Nowhere);
        foreach (var profile in _profiles)
        {
            profile.Clear();
        }
    }

    public void Place(int task, int start)
    {
        Starts[task] = start;
        Take(task, start, 1);
    }

    public void Remove(int task)
    {
        Take(task, Starts[task], -1);
        Starts[task] = Nowhere;
    }

    /// <summary>The earliest start within two bounds, both inside, at which a task fits; <see cref="Nowhere"/> when there is none.</summary>
    public int Earliest(int task, int from, int to)
    {
        var (starts, uses) = (Problem.Tasks[task].Starts, Problem.Tasks[task].Uses);
        var start = Edges.AtOrAfter(starts, from);
        for (int at = 0, fitting = 0; start <= to;)
        {
            Steps++;
            if (fitting == uses.Length)
            {
                if (_rules is null || _rules.Allows(task, start, Starts))
                {
                    return start;
                }

                (start, fitting) = (Edges.AtOrAfter(starts, start + 1), 0);
                continue;
            }

            var free = NextFree(uses[at], start);
            (start, fitting) = free > start ? (Edges.AtOrAfter(starts, free), 0) : (start, fitting + 1);
            at = at + 1 == uses.Length ? 0 : at + 1;
        }

        return Nowhere;
    }

    /// <summary>The latest start within two bounds, both inside, at which a task fits; <see cref="Nowhere"/> when there is none.</summary>
    public int Latest(int task, int from, int to)
    {
        var (starts, uses) = (Problem.Tasks[task].Starts, Problem.Tasks[task].Uses);
        var start = Edges.AtOrBefore(starts, to);
        for (int at = 0, fitting = 0; start >= from && start != int.MinValue;)
        {
            Steps++;
            if (fitting == uses.Length)
            {
                if (_rules is null || _rules.Allows(task, start, Starts))
                {
                    return start;
                }

                (start, fitting) = (Edges.AtOrBefore(starts, start - 1), 0);
                continue;
            }

            var free = PreviousFree(uses[at], start);
            (start, fitting) = free < start ? (Edges.AtOrBefore(starts, free), 0) : (start, fitting + 1);
            at = at + 1 == uses.Length ? 0 : at + 1;
        }

        return Nowhere;
    }

    /// <summary>What all bucketed resources cost with what is placed.</summary>
    public long OverCost()
    {
        var cost = 0L;
        for (var resource = 0; resource < _resources.Length; resource++)
        {
            if (_resources[resource] is { OverCost: > 0 } soft)
            {
                cost += OverCost(soft, _profiles[resource]);
            }
        }

        return cost;
    }

    /// <summary>What is used of a resource over time; of a bucketed one, by the number of the bucket.</summary>
    public Profile ProfileOf(int resource) => _profiles[resource];

    /// <summary>The bucket that a granule is in.</summary>
    public static int BucketOf(int[] edges, int granule)
    {
        var found = Array.BinarySearch(edges, granule);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>From where to where a use counts, in granules, or in buckets where the resource has some; the end itself is outside.</summary>
    public static (int From, int Until) RangeOf(CompactResource resource, CompactUse use, int start) => resource.Edges is { } edges
        ? (BucketOf(edges, start + use.From), BucketOf(edges, start + use.Until - 1) + 1)
        : (start + use.From, start + use.Until);

    private static long OverCost(CompactResource soft, Profile profile)
    {
        var units = 0L;
        for (var step = 1; step < profile.Count; step++)
        {
            units += (long)Math.Max(0, profile.LoadAt(step) - soft.Free) * (profile.TimeAt(step + 1) - profile.TimeAt(step));
        }

        return units * soft.OverCost;
    }

    /// <summary>The first start at or after one at which a use is not in the way of the one found there.</summary>
    private int NextFree(CompactUse use, int start)
    {
        var resource = _resources[use.Resource];
        var (from, until) = RangeOf(resource, use, start);
        var clear = _profiles[use.Resource].LastAbove(resource.Capacity - use.Amount, from, until);
        if (resource.Edges is not { } edges)
        {
            return clear == int.MinValue ? start : clear == int.MaxValue ? int.MaxValue : clear - use.From;
        }

        return clear == int.MinValue ? start : clear > edges.Length ? int.MaxValue : edges[clear - 1] - use.From;
    }

    private int PreviousFree(CompactUse use, int start)
    {
        var resource = _resources[use.Resource];
        var (from, until) = RangeOf(resource, use, start);
        var clear = _profiles[use.Resource].FirstAbove(resource.Capacity - use.Amount, from, until);
        if (resource.Edges is not { } edges)
        {
            return clear == int.MaxValue ? start : clear == int.MinValue ? int.MinValue : clear - use.Until;
        }

        return clear == int.MaxValue ? start : clear <= 0 ? int.MinValue : edges[clear - 1] - use.Until;
    }

    private void Take(int task, int start, int sign)
    {
        foreach (var use in Problem.Tasks[task].Uses)
        {
            var (from, until) = RangeOf(_resources[use.Resource], use, start);
            _profiles[use.Resource].Add(from, until, sign * use.Amount);
        }
    }
}
