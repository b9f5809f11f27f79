namespace ChangeRelease.Domain.Scheduling;

/// <summary>Runs of intervals in order, none of them empty but the only one.</summary>
/// <param name="longest">No interval is longer.</param>
internal sealed class RunList(long longest)
{
    // The object and the heads of its arrays.
    private const int Overhead = 88;

    private IntervalRun[] _runs = [new IntervalRun()];
    private long[] _firsts = [long.MinValue];
    private int _count = 1;

    public long Bytes => Overhead + (2 * sizeof(long) * (long)_runs.Length) + _runs.Take(_count).Sum(run => run.Bytes);

    public ReadOnlySpan<IntervalRun> Runs => _runs.AsSpan(0, _count);

    public void Add(long start, long end, int item)
    {
        var at = RunOf(start, item);
        var run = _runs[at];
        run.Add(start, end, item);
        _firsts[at] = run.FirstStart;
        if (run.Count > IntervalRun.Most)
        {
            Insert(at + 1, run.Split());
        }
    }

    public bool Remove(long start, int item)
    {
        var at = RunOf(start, item);
        if (!_runs[at].Remove(start, item))
        {
            return false;
        }

        if (_runs[at].Count > 0)
        {
            _firsts[at] = _runs[at].FirstStart;
        }

        Shrink(at);
        return true;
    }

    public void Collect(long from, long until, ItemBuffer into)
    {
        for (var at = FirstRun(from); at < _count && _firsts[at] < until; at++)
        {
            _runs[at].Collect(from, until, into);
        }
    }

    public int StillNeeded(long from, long until, int enough, int[] owners, int except)
    {
        for (var at = FirstRun(from); at < _count && _firsts[at] < until && enough > 0; at++)
        {
            enough = _runs[at].StillNeeded(from, until, enough, owners, except);
        }

        return enough;
    }

    private int FirstRun(long from) => _count == 1 ? 0 : Math.Max(Intervals.After(_firsts.AsSpan(0, _count), from - longest) - 1, 0);

    // The last run that begins no later than the interval.
    private int RunOf(long start, int item)
    {
        var (low, high) = (1, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _runs[middle].BeginsAfter(start, item) ? (low, middle) : (middle + 1, high);
        }

        return low - 1;
    }

    private void Shrink(int at)
    {
        if (_count == 1 || _runs[at].Count > IntervalRun.Most / 4)
        {
            return;
        }

        if (_runs[at].Count == 0)
        {
            Delete(at);
        }
        else if (at + 1 < _count && _runs[at].Count + _runs[at + 1].Count <= IntervalRun.Most / 2)
        {
            _runs[at].Append(_runs[at + 1]);
            Delete(at + 1);
        }
    }

    private void Insert(int at, IntervalRun run)
    {
        if (_count == _runs.Length)
        {
            var capacity = _count + Math.Max(2, _count / 4);
            Array.Resize(ref _runs, capacity);
            Array.Resize(ref _firsts, capacity);
        }

        _runs.AsSpan(at, _count - at).CopyTo(_runs.AsSpan(at + 1));
        _firsts.AsSpan(at, _count - at).CopyTo(_firsts.AsSpan(at + 1));
        (_runs[at], _firsts[at]) = (run, run.FirstStart);
        _count++;
    }

    private void Delete(int at)
    {
        _count--;
        _runs.AsSpan(at + 1, _count - at).CopyTo(_runs.AsSpan(at));
        _firsts.AsSpan(at + 1, _count - at).CopyTo(_firsts.AsSpan(at));
        _runs[_count] = null!;
    }
}
