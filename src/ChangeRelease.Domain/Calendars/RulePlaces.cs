using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The places of one occurrence that holds only so many changes, of a window or of a freeze that lets some pass: who holds them, and whether one is left.</summary>
public sealed record RulePlaces
{
    internal RulePlaces(Occurrence occurrence, int capacity, ValueList<Slot> holders) =>
        (Occurrence, Capacity, Holders) = (occurrence, capacity, holders);

    /// <summary>The occurrence of the window or freeze.</summary>
    public Occurrence Occurrence { get; }

    /// <summary>How many changes it holds; at least one.</summary>
    public int Capacity { get; }

    /// <summary>The taken slots that overlap it; each holds one place.</summary>
    public ValueList<Slot> Holders { get; }

    /// <summary>Whether no place is left, so that no further slot may overlap it.</summary>
    public bool IsFull => Holders.Count >= Capacity;

    /// <summary>How full it is.</summary>
    /// <returns>For example <c>window 'Weekend' from … to … Europe/London: 1 of 2 places taken</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Occurrence}: {Holders.Count} of {Capacity} places taken");
}
