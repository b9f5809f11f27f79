using System.Collections;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A set of instants, kept as slots in order of time that neither overlap nor touch.</summary>
/// <remarks>
/// Every set has exactly one such form, so sets with the same instants are equal. The algebra takes linear time, and a set takes sixteen bytes for each of its slots.
/// </remarks>
public sealed class SlotSet : IReadOnlyList<Slot>, IEquatable<SlotSet>
{
    private readonly long[] _edges;

    /// <summary>Takes starts and ends in turn, strictly increasing, as microseconds.</summary>
    internal SlotSet(long[] edges) => _edges = edges;

    /// <summary>The set without instants.</summary>
    public static SlotSet Empty { get; } = new([]);

    /// <summary>How many separate slots the set has.</summary>
    public int Count => _edges.Length / 2;

    internal ReadOnlySpan<long> Edges => _edges;

    /// <summary>The same without a copy, for an index that only reads.</summary>
    internal long[] Shared => _edges;

    /// <summary>One of the separate slots, counted from zero in order of time.</summary>
    /// <param name="index">Which.</param>
    public Slot this[int index] => new(StartOf(index), EndOf(index));

    /// <summary>All instants of some slots.</summary>
    /// <param name="slots">Slots in any order; they may overlap and touch.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slots"/> is null.</exception>
    public static SlotSet Of(params IEnumerable<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var all = new EdgeBuffer(new long[2 * Math.Max(slots.TryGetNonEnumeratedCount(out var count) ? count : 0, 4)]);
        foreach (var slot in slots)
        {
            all.Add(slot);
        }

        return all.ToSet();
    }

    /// <summary>The first instant of one of the separate slots; allocates nothing.</summary>
    /// <param name="index">Which, counted from zero in order of time.</param>
    /// <returns>The start, itself inside.</returns>
    public Instant StartOf(int index) => Microseconds.ToInstant(_edges[2 * index]);

    /// <summary>The first instant after one of the separate slots; allocates nothing.</summary>
    /// <param name="index">Which, counted from zero in order of time.</param>
    /// <returns>The end, itself outside.</returns>
    public Instant EndOf(int index) => Microseconds.ToInstant(_edges[(2 * index) + 1]);

    /// <summary>The instants in either set.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The union.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public SlotSet Union(SlotSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SlotSweep.Union(_edges, other._edges);
    }

    /// <summary>The instants in both sets.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The intersection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public SlotSet Intersect(SlotSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SlotSweep.Intersect(_edges, other._edges);
    }

    /// <summary>The instants in this set that are not in the other.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public SlotSet Subtract(SlotSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SlotSweep.Subtract(_edges, other._edges);
    }

    /// <summary>Whether all of a slot is in the set.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>True when one of the separate slots contains it; takes logarithmic time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    public bool Contains(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var at = LastStartingBy(Microseconds.Of(slot.Start));
        return at >= 0 && Microseconds.Of(slot.End) <= _edges[(2 * at) + 1];
    }

    /// <summary>Whether an instant is in the set.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>True when one of the separate slots contains it; takes logarithmic time.</returns>
    public bool Contains(Instant instant)
    {
        var time = Microseconds.Of(instant);
        return LastStartingBy(time) is var at && at >= 0 && time < _edges[(2 * at) + 1];
    }

    /// <summary>Whether both hold the same instants.</summary>
    /// <param name="other">The set to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(SlotSet? other) => other is not null && Edges.SequenceEqual(other.Edges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SlotSet);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, _edges[0], _edges[^1]);

    /// <summary>The separate slots in order of time.</summary>
    /// <returns>For example <c>{[2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)}</c>.</returns>
    public override string ToString() => $"{{{string.Join(", ", this)}}}";

    /// <inheritdoc/>
    public IEnumerator<Slot> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool BeginsAt(Instant instant)
    {
        var time = Microseconds.Of(instant);
        return LastStartingBy(time) is var at && at >= 0 && _edges[2 * at] == time;
    }

    private int LastStartingBy(long time)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edges[2 * middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
