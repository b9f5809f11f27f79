using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The intervals of one list that changes: in one sequence while they are few, then by length, a factor of four a class.</summary>
internal sealed class LiveList
{
    private const int MostInOne = 1_024;
    private const int Classes = 32;
    private const int Overhead = 56;

    private RunList?[] _classes = [new RunList(long.MaxValue >> 2)];

    public LiveList(IntervalRun few)
    {
        for (var at = 0; at < few.Count; at++)
        {
            Add(few.Starts[at], few.Ends[at], few.Items[at]);
        }
    }

    public int Count { get; private set; }

    public long Bytes => Overhead + (sizeof(long) * (long)_classes.Length) + _classes.Sum(one => one?.Bytes ?? 0);

    private bool IsByLength => _classes.Length > 1;

    public void Add(long start, long end, int item)
    {
        ClassOf(end - start).Add(start, end, item);
        if (++Count > MostInOne && !IsByLength)
        {
            SortByLength();
        }
    }

    public bool Remove(long start, long end, int item)
    {
        if (!ClassOf(end - start).Remove(start, item))
        {
            return false;
        }

        Count--;
        return true;
    }

    public void Collect(long from, long until, ItemBuffer into)
    {
        foreach (var one in _classes)
        {
            one?.Collect(from, until, into);
        }
    }

    public bool Reaches(long from, long until, int enough, int[] owners, int except)
    {
        for (var at = 0; at < _classes.Length && enough > 0; at++)
        {
            enough = _classes[at]?.StillNeeded(from, until, enough, owners, except) ?? enough;
        }

        return enough <= 0;
    }

    private RunList ClassOf(long length)
    {
        var kind = BitOperations.Log2((ulong)length) / 2;
        return IsByLength ? _classes[kind] ??= new RunList(long.MaxValue >> (63 - (2 * (kind + 1)))) : _classes[0]!;
    }

    private void SortByLength()
    {
        var before = _classes[0]!;
        _classes = new RunList?[Classes];
        foreach (var run in before.Runs)
        {
            for (var at = 0; at < run.Count; at++)
            {
                ClassOf(run.Ends[at] - run.Starts[at]).Add(run.Starts[at], run.Ends[at], run.Items[at]);
            }
        }
    }
}
