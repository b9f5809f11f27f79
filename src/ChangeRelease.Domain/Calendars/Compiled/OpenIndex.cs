namespace ChangeRelease.Domain.Calendars.Compiled;

/// <summary>Finds, in a few steps and without allocating, the first slot of a set that ends after a time, and the first that is long enough.</summary>
/// <remarks>Equal stretches of time point at the slots in them; sixty-four slots in a row know their longest.</remarks>
internal sealed class OpenIndex
{
    private const int SlotsInBucket = 2;
    private const int SlotsInRow = 64;
    private const int MostSteps = 8;

    private readonly long[] _edges;
    private readonly long _from;
    private readonly int _shift;
    private readonly int[] _firstOfBucket;
    private readonly long[] _longestOfRow;

    public OpenIndex(SlotSet open, long from, long until)
    {
        _edges = open.Shared;
        _from = from;
        _shift = ShiftFor(until - from, Math.Max(open.Count / SlotsInBucket, 1));
        _firstOfBucket = Buckets(until);
        _longestOfRow = Rows();
    }

    private int Count => _edges.Length / 2;

    /// <summary>The first slot that ends after a time; the number of slots when there is none.</summary>
    public int FirstEndingAfter(long time)
    {
        var edges = _edges;
        var at = _firstOfBucket[(int)((time - _from) >> _shift)];
        for (var steps = 0; steps < MostSteps; steps++, at++)
        {
            var end = (2 * at) + 1;
            if ((uint)end >= (uint)edges.Length || edges[end] > time)
            {
                return at;
            }
        }

        return Search(at, time);
    }

    /// <summary>The first slot from one on that is at least so long; the number of slots when there is none.</summary>
    public int FirstAsLongAs(long length, int at)
    {
        for (; at < Count; at++)
        {
            if (at % SlotsInRow == 0 && _longestOfRow[at / SlotsInRow] < length)
            {
                at += SlotsInRow - 1;
            }
            else if (_edges[(2 * at) + 1] - _edges[2 * at] >= length)
            {
                return at;
            }
        }

        return Count;
    }

    public long StartOf(int at) => _edges[2 * at];

    public long EndOf(int at) => _edges[(2 * at) + 1];

    public bool Has(int at) => at < Count;

    private static int ShiftFor(long span, int buckets)
    {
        var shift = 0;
        while (span >> shift > buckets)
        {
            shift++;
        }

        return shift;
    }

    private int[] Buckets(long until)
    {
        var first = new int[((until - _from) >> _shift) + 1];
        for (int bucket = 0, at = 0; bucket < first.Length; bucket++)
        {
            var time = _from + ((long)bucket << _shift);
            while (at < Count && EndOf(at) <= time)
            {
                at++;
            }

            first[bucket] = at;
        }

        return first;
    }

    private long[] Rows()
    {
        var rows = new long[(Count + SlotsInRow - 1) / SlotsInRow];
        for (var at = 0; at < Count; at++)
        {
            rows[at / SlotsInRow] = Math.Max(rows[at / SlotsInRow], EndOf(at) - StartOf(at));
        }

        return rows;
    }

    private int Search(int from, long time)
    {
        var (low, high) = (from, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = EndOf(middle) <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
