namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>What the start of one task costs at least, when it is known to lie between two bounds.</summary>
internal sealed class StartCost
{
    private readonly CompactRamp[] _ramps;
    private readonly int _cheapest;

    public StartCost(int task, CompactRamp[] ramps)
    {
        (Task, _ramps) = (task, ramps);
        _cheapest = Cheapest();
    }

    public int Task { get; }

    /// <summary>The least cost of a start from one value to another, both inside.</summary>
    /// <remarks>Holes are not looked at, and steps are only counted where every start pays them: it may be too little, never too much.</remarks>
    public long Least(int from, int to)
    {
        var (start, cost) = (Math.Clamp(_cheapest, from, to), 0L);
        foreach (var ramp in _ramps)
        {
            cost += start > ramp.Pivot ? ramp.After * (start - (long)ramp.Pivot) : ramp.Before * (ramp.Pivot - (long)start);
            cost += ramp.Pivot < from || ramp.Pivot > to ? ramp.Off : 0;
        }

        return cost;
    }

    /// <summary>The last value within two bounds for which a start from it on, up to an end, may cost no more than so much; that of the first may.</summary>
    public int LastWithin(int from, int to, int end, long most)
    {
        if (Least(to, end) <= most)
        {
            return to;
        }

        var (low, high) = (from, to - 1);
        while (low < high)
        {
            var middle = (int)(((long)low + high + 1) >> 1);
            (low, high) = Least(middle, end) <= most ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The first value within two bounds for which a start from a beginning on, up to it, may cost no more than so much; that of the last may.</summary>
    public int FirstWithin(int beginning, int from, int to, long most)
    {
        if (Least(beginning, from) <= most)
        {
            return from;
        }

        var (low, high) = (from + 1, to);
        while (low < high)
        {
            var middle = (int)(((long)low + high) >> 1);
            (low, high) = Least(beginning, middle) <= most ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // A sum of ramps is least at one of their pivots: where what rises after it outweighs what falls.
    private int Cheapest()
    {
        var (best, least) = (0, long.MaxValue);
        foreach (var pivot in _ramps.Select(ramp => ramp.Pivot).Order())
        {
            var cost = _ramps.Sum(ramp => ramp.CostAt(pivot) - (ramp.Pivot == pivot ? 0 : ramp.Off));
            (best, least) = cost < least ? (pivot, cost) : (best, least);
        }

        return best;
    }
}
