using System.Collections;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A set of instants, kept as slots in order of time that neither overlap nor touch.</summary>
/// <remarks>Every set has exactly one such form, so sets with the same instants are equal. The algebra takes linear time.</remarks>
public sealed class SlotSet : IReadOnlyList<Slot>, IEquatable<SlotSet>
{
    private readonly ValueList<Slot> _slots;

    internal SlotSet(ValueList<Slot> normalized) => _slots = normalized;

    /// <summary>The set without instants.</summary>
    public static SlotSet Empty { get; } = new([]);

    /// <summary>How many separate slots the set has.</summary>
    public int Count => _slots.Count;

    /// <summary>One of the separate slots, counted from zero in order of time.</summary>
    /// <param name="index">Which.</param>
    public Slot this[int index] => _slots[index];

    /// <summary>All instants of some slots.</summary>
    /// <param name="slots">Slots in any order; they may overlap and touch.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slots"/> is null.</exception>
    public static SlotSet Of(params IEnumerable<Slot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        return SlotSweep.Union([.. slots.OrderBy(slot => slot.Start)], []);
    }

    /// <summary>The instants in either set.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The union.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public SlotSet Union(SlotSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SlotSweep.Union(_slots, other._slots);
    }

    /// <summary>The instants in both sets.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The intersection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public SlotSet Intersect(SlotSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SlotSweep.Intersect(_slots, other._slots);
    }

    /// <summary>The instants in this set that are not in the other.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public SlotSet Subtract(SlotSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return SlotSweep.Subtract(_slots, other._slots);
    }

    /// <summary>Whether all of a slot is in the set.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>True when one of the separate slots contains it; takes logarithmic time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    public bool Contains(Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return LastStartingBy(slot.Start)?.Contains(slot) ?? false;
    }

    /// <summary>Whether an instant is in the set.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>True when one of the separate slots contains it; takes logarithmic time.</returns>
    public bool Contains(Instant instant) => LastStartingBy(instant)?.Contains(instant) ?? false;

    /// <summary>Whether both hold the same instants.</summary>
    /// <param name="other">The set to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(SlotSet? other) => other is not null && _slots.Equals(other._slots);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SlotSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _slots.GetHashCode();

    /// <summary>The separate slots in order of time.</summary>
    /// <returns>For example <c>{[2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)}</c>.</returns>
    public override string ToString() => $"{{{string.Join(", ", _slots)}}}";

    /// <inheritdoc/>
    public IEnumerator<Slot> GetEnumerator() => _slots.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool BeginsAt(Instant instant) => LastStartingBy(instant)?.Start == instant;

    private Slot? LastStartingBy(Instant instant)
    {
        var (low, high) = (0, _slots.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _slots[middle].Start <= instant ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : _slots[low - 1];
    }
}
