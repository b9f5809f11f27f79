namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>What of a resource is certainly in use, bucket by bucket: the parts of uses that no start can avoid.</summary>
internal sealed class Profile
{
    private readonly Trail _trail;
    private readonly Load[] _loads;
    private readonly Buckets _buckets;
    private readonly int[] _byRise;
    private readonly int[] _byFall;

    public Profile(Trail trail, Load[] loads, Buckets buckets)
    {
        (_trail, _loads, _buckets) = (trail, loads, buckets);
        (_byRise, _byFall) = ([.. Enumerable.Range(0, loads.Length)], [.. Enumerable.Range(0, loads.Length)]);
        (Rise, Fall) = (new int[loads.Length], new int[loads.Length]);
        (Starts, Heights) = (new int[(2 * loads.Length) + 1], new long[(2 * loads.Length) + 1]);
    }

    /// <summary>The first bucket that each use cannot avoid, if it is before <see cref="Fall"/>.</summary>
    public int[] Rise { get; }

    /// <summary>The first bucket after those that each use cannot avoid.</summary>
    public int[] Fall { get; }

    /// <summary>How many steps there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first bucket of each step; a step ends where the next starts, and the last has height zero.</summary>
    public int[] Starts { get; }

    public long[] Heights { get; }

    /// <summary>The step that is highest; below zero when there is none.</summary>
    public int Highest { get; private set; }

    public void Build()
    {
        for (var use = 0; use < _loads.Length; use++)
        {
            ref readonly var load = ref _loads[use];
            Rise[use] = _buckets.Of(_trail.UpperOf(load.Task << 1) + load.From);
            Fall[use] = _buckets.Of(_trail.Bounds[load.Task << 1] + load.Until - 1) + 1;
        }

        Merge();
    }

    /// <summary>As it was before an entry of the trail.</summary>
    public void BuildBefore(int at)
    {
        for (var use = 0; use < _loads.Length; use++)
        {
            ref readonly var load = ref _loads[use];
            Rise[use] = _buckets.Of(-_trail.ValueBefore((load.Task << 1) + 1, at) + load.From);
            Fall[use] = _buckets.Of(_trail.ValueBefore(load.Task << 1, at) + load.Until - 1) + 1;
        }

        Merge();
    }

    /// <summary>The first step that ends after a bucket.</summary>
    public int FirstAfter(int bucket)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Starts[middle + 1] <= bucket ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Merge()
    {
        Sort(_byRise, Rise);
        Sort(_byFall, Fall);
        var (rise, fall, height, count, highest) = (0, 0, 0L, 0, -1);
        while (fall < _loads.Length)
        {
            var falling = _byFall[fall];
            if (Rise[falling] >= Fall[falling])
            {
                fall++;
                continue;
            }

            while (rise < _loads.Length && Rise[_byRise[rise]] >= Fall[_byRise[rise]])
            {
                rise++;
            }

            var moment = rise < _loads.Length ? Math.Min(Rise[_byRise[rise]], Fall[falling]) : Fall[falling];
            for (; rise < _loads.Length && Rise[_byRise[rise]] == moment; rise++)
            {
                height += Fall[_byRise[rise]] > moment ? _loads[_byRise[rise]].Amount : 0;
            }

            for (; fall < _loads.Length && Fall[_byFall[fall]] == moment; fall++)
            {
                height -= Rise[_byFall[fall]] < moment ? _loads[_byFall[fall]].Amount : 0;
            }

            (Starts[count], Heights[count]) = (moment, height);
            highest = highest < 0 || height > Heights[highest] ? count : highest;
            count++;
        }

        (Count, Highest) = (count, highest);
    }

    // Between two calls little moves, so that this is nearly one pass.
    private static void Sort(int[] order, int[] keys)
    {
        for (var index = 1; index < order.Length; index++)
        {
            var (use, place) = (order[index], index - 1);
            for (var key = keys[use]; place >= 0 && keys[order[place]] > key; place--)
            {
                order[place + 1] = order[place];
            }

            order[place + 1] = use;
        }
    }
}
