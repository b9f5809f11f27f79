namespace ChangeRelease.Domain.Scheduling;

/// <summary>Lists of intervals to which others are added, and from which they are removed.</summary>
/// <remarks>A list is one run of intervals while they are few. It belongs to one thread at a time.</remarks>
internal sealed class LiveIntervals : Intervals
{
    private readonly List<IntervalRun> _few = [];
    private readonly List<LiveList?> _many = [];

    /// <summary>How much memory it takes, objects and their spare room included.</summary>
    public long Bytes => _few.Sum(run => run.Bytes) + _many.Sum(list => list?.Bytes ?? 0) + (2 * sizeof(long) * (long)_few.Capacity);

    public override int Lists => _few.Count;

    public override int CountOf(int list) => _many[list]?.Count ?? _few[list].Count;

    /// <summary>One more list, without intervals.</summary>
    /// <returns>Its number.</returns>
    public int AddList()
    {
        _few.Add(new IntervalRun());
        _many.Add(null);
        return _few.Count - 1;
    }

    public void Add(int list, long start, long end, int item)
    {
        if (_many[list] is { } many)
        {
            many.Add(start, end, item);
        }
        else
        {
            AddToFew(list, start, end, item);
        }
    }

    public bool Remove(int list, long start, long end, int item)
    {
        if (_many[list] is not { } many)
        {
            return _few[list].Remove(start, item);
        }

        var removed = many.Remove(start, end, item);
        _many[list] = many.Count == 0 ? null : many;
        return removed;
    }

    public override void Collect(int list, long from, long until, ItemBuffer into)
    {
        if (_few[list] is { Count: > 0 } few)
        {
            few.Collect(from, until, into);
        }
        else
        {
            _many[list]?.Collect(from, until, into);
        }
    }

    public override bool Reaches(int list, long from, long until, int enough, int[] owners, int except) => _few[list] is { Count: > 0 } few
        ? few.StillNeeded(from, until, enough, owners, except) == 0
        : _many[list]?.Reaches(from, until, enough, owners, except) ?? false;

    private void AddToFew(int list, long start, long end, int item)
    {
        _few[list].Add(start, end, item);
        if (_few[list].Count > IntervalRun.Most)
        {
            _many[list] = new LiveList(_few[list]);
            _few[list] = new IntervalRun();
        }
    }
}
