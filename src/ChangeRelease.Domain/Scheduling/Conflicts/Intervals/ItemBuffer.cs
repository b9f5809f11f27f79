using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Memory for the items that a search finds, used again and again.</summary>
internal sealed class ItemBuffer
{
    private const int AtFirst = 64;

    [ThreadStatic]
    private static ItemBuffer? _ofThread;

    private int[] _items = new int[AtFirst];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    /// <summary>One whose memory is used again by the same thread; it is empty.</summary>
    public static ItemBuffer Empty()
    {
        var buffer = _ofThread ??= new ItemBuffer();
        buffer.Clear();
        return buffer;
    }

    public void Clear() => Count = 0;

    public void Add(int item) => Room(1)[0] = item;

    public void Add(ReadOnlySpan<int> items) => items.CopyTo(Room(items.Length));

    /// <summary>Adds those of eight items that a bit stands for.</summary>
    public void Add(ReadOnlySpan<int> items, uint hits)
    {
        if (hits == IntervalBlocks.All)
        {
            Add(items);
            return;
        }

        for (; hits != 0; hits &= hits - 1)
        {
            Add(items[BitOperations.TrailingZeroCount(hits)]);
        }
    }

    /// <summary>Adds those of some items whose ends are later than a time, without branches that cannot be foreseen.</summary>
    public void AddEndingAfter(long time, ReadOnlySpan<long> ends, ReadOnlySpan<int> items)
    {
        Grow(items.Length);
        var to = _items.AsSpan(Count, items.Length);
        var count = 0;
        for (var at = 0; at < items.Length; at++)
        {
            to[count] = items[at];
            count += (int)((ulong)(time - ends[at]) >> 63);
        }

        Count += count;
    }

    private Span<int> Room(int more)
    {
        Grow(more);
        Count += more;
        return _items.AsSpan(Count - more, more);
    }

    private void Grow(int more)
    {
        if (_items.Length - Count < more)
        {
            Array.Resize(ref _items, Math.Max(2 * _items.Length, Count + more));
        }
    }
}
