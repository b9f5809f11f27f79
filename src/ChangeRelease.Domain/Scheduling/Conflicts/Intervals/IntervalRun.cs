using System.Runtime.InteropServices;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Some intervals in order of start, then of item, to which others can be added.</summary>
/// <remarks>Starts, ends and items lie in one piece of memory, with room for a few more.</remarks>
internal sealed class IntervalRun
{
    /// <summary>A run with more intervals is split.</summary>
    public const int Most = 256;

    private const int LeastGrowth = 4;
    private const int PartOfGrowth = 8;

    // The object and the head of its memory.
    private const int Overhead = 88;

    private long[] _memory = [];
    private int _room;
    private long _latest = long.MinValue;
    private long _longest;
    private double _density;

    public int Count { get; private set; }

    public long Bytes => Overhead + (sizeof(long) * (long)_memory.Length);

    public long FirstStart => _memory[0];

    public ReadOnlySpan<long> Starts => _memory.AsSpan(0, Count);

    public ReadOnlySpan<long> Ends => _memory.AsSpan(_room, Count);

    public ReadOnlySpan<int> Items => AllItems[..Count];

    private Span<int> AllItems => MemoryMarshal.Cast<long, int>(_memory.AsSpan(2 * _room));

    /// <summary>Whether the first interval comes after one that starts at a time and has an item.</summary>
    public bool BeginsAfter(long start, int item) => IsAfter(0, start, item);

    public void Add(long start, long end, int item)
    {
        if (Count == _room)
        {
            Resize(Count + Math.Max(LeastGrowth, Count / PartOfGrowth));
        }

        var at = PlaceOf(start, item);
        Insert(_memory.AsSpan(0, Count + 1), at, start);
        Insert(_memory.AsSpan(_room, Count + 1), at, end);
        Insert(AllItems[..(Count + 1)], at, item);
        Count++;
        (_latest, _longest, _density) = (Math.Max(_latest, end), Math.Max(_longest, end - start), Density());
    }

    public bool Remove(long start, int item)
    {
        var at = PlaceOf(start, item) - 1;
        if (at < 0 || Starts[at] != start || Items[at] != item)
        {
            return false;
        }

        var end = Ends[at];
        Delete(_memory.AsSpan(0, Count), at);
        Delete(_memory.AsSpan(_room, Count), at);
        Delete(AllItems[..Count], at);
        Count--;
        _density = Density();
        if (end == _latest || end - start == _longest)
        {
            Measure();
        }

        return true;
    }

    /// <summary>Gives the later half to a run of its own.</summary>
    public IntervalRun Split()
    {
        var (later, at) = (new IntervalRun(), Count / 2);
        later.Take(Starts[at..], Ends[at..], Items[at..]);
        Count = at;
        Resize(at);
        Measure();
        return later;
    }

    /// <summary>Takes in the run that follows.</summary>
    public void Append(IntervalRun next)
    {
        Resize(Count + next.Count);
        next.Starts.CopyTo(_memory.AsSpan(Count));
        next.Ends.CopyTo(_memory.AsSpan(_room + Count));
        next.Items.CopyTo(AllItems[Count..]);
        Count += next.Count;
        Measure();
    }

    public void Collect(long from, long until, ItemBuffer into)
    {
        if (_latest > from)
        {
            var at = After(from - _longest);
            var last = at + Intervals.SoonAfter(Starts[at..], until - 1);
            into.AddEndingAfter(from, Ends[at..last], Items[at..last]);
        }
    }

    /// <summary>How many more are needed, once those that overlap are counted; zero when there are enough.</summary>
    public int StillNeeded(long from, long until, int enough, int[] owners, int except)
    {
        if (_latest <= from)
        {
            return enough;
        }

        var starts = Starts;
        for (var at = After(from - _longest); at < starts.Length && starts[at] < until; at++)
        {
            if (Ends[at] > from && owners[Items[at]] != except && --enough == 0)
            {
                return 0;
            }
        }

        return enough;
    }

    private static void Insert<T>(Span<T> values, int at, T value)
    {
        values[at..^1].CopyTo(values[(at + 1)..]);
        values[at] = value;
    }

    private static void Delete<T>(Span<T> values, int at) => values[(at + 1)..].CopyTo(values[at..]);

    private void Take(ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, ReadOnlySpan<int> items)
    {
        Resize(starts.Length);
        starts.CopyTo(_memory);
        ends.CopyTo(_memory.AsSpan(_room));
        items.CopyTo(AllItems);
        Count = starts.Length;
        Measure();
    }

    // Two items share a long; an odd room has half of one left over.
    private void Resize(int room)
    {
        var memory = new long[(2 * room) + ((room + 1) / 2)];
        Starts.CopyTo(memory);
        Ends.CopyTo(memory.AsSpan(room));
        Items.CopyTo(MemoryMarshal.Cast<long, int>(memory.AsSpan(2 * room)));
        (_memory, _room) = (memory, room);
    }

    // Starts are about even, so the place is guessed and then looked for near by.
    private int After(long time)
    {
        var starts = Starts;
        if (starts.Length == 0 || time < starts[0])
        {
            return 0;
        }

        var guess = (int)Math.Min((time - starts[0]) * _density, starts.Length - 1);
        return starts[guess] > time ? SoonBefore(starts[..guess], time) : guess + Intervals.SoonAfter(starts[guess..], time);
    }

    private static int SoonBefore(ReadOnlySpan<long> starts, long time)
    {
        var reach = 8;
        while (reach < starts.Length && starts[^reach] > time)
        {
            reach *= 2;
        }

        var from = Math.Max(starts.Length - reach, 0);
        return from + Intervals.After(starts[from..], time);
    }

    private int PlaceOf(long start, int item)
    {
        var at = After(start);
        while (at > 0 && IsAfter(at - 1, start, item))
        {
            at--;
        }

        return at;
    }

    private bool IsAfter(int at, long start, int item) => Starts[at] > start || (Starts[at] == start && Items[at] > item);

    private double Density() => Count == 0 ? 0 : Count / (1.0 + _memory[Count - 1] - _memory[0]);

    private void Measure()
    {
        (_latest, _longest, _density) = (long.MinValue, 0, Density());
        for (var at = 0; at < Count; at++)
        {
            (_latest, _longest) = (Math.Max(_latest, Ends[at]), Math.Max(_longest, Ends[at] - Starts[at]));
        }
    }
}
