using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Memory for openings that is used again and again, so that expanding for thousands of environments allocates nothing for each.</summary>
/// <remarks>It belongs to one thread at a time. What it holds is replaced by the next expansion; <see cref="ToSet"/> keeps it.</remarks>
public sealed class SlotBuffer
{
    private const int EdgesAtFirst = 1_024;

    private long[] _edges = new long[EdgesAtFirst];
    private int _length;

    /// <summary>How many separate slots it holds.</summary>
    public int Count => _length / 2;

    internal long[] Memory => _edges;

    /// <summary>The first instant of one of the slots.</summary>
    /// <param name="index">Which, counted from zero in order of time.</param>
    /// <returns>The start, itself inside.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such slot.</exception>
    public Instant StartOf(int index) => Microseconds.ToInstant(Edges[2 * index]);

    /// <summary>The first instant after one of the slots.</summary>
    /// <param name="index">Which, counted from zero in order of time.</param>
    /// <returns>The end, itself outside.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such slot.</exception>
    public Instant EndOf(int index) => Microseconds.ToInstant(Edges[(2 * index) + 1]);

    /// <summary>What it holds now, as a set that stays.</summary>
    /// <returns>The set.</returns>
    public SlotSet ToSet() => _length == 0 ? SlotSet.Empty : new SlotSet(Edges.ToArray());

    /// <summary>Takes over memory that begins with so many edges.</summary>
    internal void Hold(long[] memory, int length) => (_edges, _length) = (memory, length);

    /// <summary>Copies a set.</summary>
    internal void Hold(SlotSet set)
    {
        if (_edges.Length < set.Edges.Length)
        {
            _edges = new long[set.Edges.Length];
        }

        set.Edges.CopyTo(_edges);
        _length = set.Edges.Length;
    }

    private ReadOnlySpan<long> Edges => _edges.AsSpan(0, _length);
}
