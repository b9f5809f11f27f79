using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The places of one window occurrence that holds only so many changes: who holds them, and whether one is left.</summary>
public sealed record WindowPlaces
{
    internal WindowPlaces(Occurrence window, int capacity, ValueList<Slot> holders) =>
        (Window, Capacity, Holders) = (window, capacity, holders);

    /// <summary>The window occurrence.</summary>
    public Occurrence Window { get; }

    /// <summary>How many changes it holds; at least one.</summary>
    public int Capacity { get; }

    /// <summary>The taken slots that overlap it; each holds one place.</summary>
    public ValueList<Slot> Holders { get; }

    /// <summary>Whether no place is left, so that no further slot may overlap it.</summary>
    public bool IsFull => Holders.Count >= Capacity;

    /// <summary>How full it is.</summary>
    /// <returns>For example <c>window 'Weekend' from … to … Europe/London: 1 of 2 places taken</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Window}: {Holders.Count} of {Capacity} places taken");
}
