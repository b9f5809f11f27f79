using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A bounded, non-empty stretch of time.</summary>
/// <remarks>
/// The start is inside, the end is not (S-40): slots that merely touch do not overlap.
/// Both ends are whole microseconds, as is every instant that is kept (S-73).
/// </remarks>
public sealed record Slot
{
    /// <summary>Takes both ends, each cut to the microsecond at or before it (S-73).</summary>
    /// <param name="start">The first instant inside.</param>
    /// <param name="end">The first instant after it.</param>
    /// <exception cref="ArgumentException"><paramref name="end"/> is not later than <paramref name="start"/> by at least a microsecond.</exception>
    public Slot(Instant start, Instant end)
    {
        (Start, End) = (start.ToMicroseconds(), end.ToMicroseconds());
        if (End <= Start)
        {
            throw new ArgumentException($"A slot must end after it starts, but {End.ToText()} is not after {Start.ToText()}.", nameof(end));
        }
    }

    /// <summary>The first instant inside.</summary>
    public Instant Start { get; }

    /// <summary>The first instant after the slot; itself outside.</summary>
    public Instant End { get; }

    /// <summary>The elapsed time from start to end.</summary>
    public Duration Length => End - Start;

    /// <summary>Whether an instant is inside.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>True from the start on, false from the end on.</returns>
    public bool Contains(Instant instant) => Start <= instant && instant < End;

    /// <summary>Whether all of another slot is inside.</summary>
    /// <param name="other">The other slot.</param>
    /// <returns>True when it starts no earlier and ends no later.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Contains(Slot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Start <= other.Start && other.End <= End;
    }

    /// <summary>Whether the slots have an instant in common; touching is not overlapping.</summary>
    /// <param name="other">The other slot.</param>
    /// <returns>True when they do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Overlaps(Slot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Start < other.End && other.Start < End;
    }

    /// <summary>What the slots have in common.</summary>
    /// <param name="other">The other slot.</param>
    /// <returns>The common part, or null when they do not overlap.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public Slot? Intersect(Slot other) => Overlaps(other)
        ? new Slot(Instant.Max(Start, other.Start), Instant.Min(End, other.End))
        : null;

    /// <summary>Both ends in UTC, with a bracket for the one inside and a parenthesis for the one outside.</summary>
    /// <returns>For example <c>[2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)</c>.</returns>
    public override string ToString() => $"[{Start.ToText()}, {End.ToText()})";

    /// <summary>The slot, or null when less than a microsecond would be left of it.</summary>
    internal static Slot? Between(Instant start, Instant end) => start.ToMicroseconds() < end.ToMicroseconds() ? new Slot(start, end) : null;
}
