using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What became of one occurrence alone: RECURRENCE-ID of RFC 5545 (S-44).</summary>
public sealed record RecurrenceOverride
{
    internal RecurrenceOverride(LocalDateTime original, LocalDateTime? movedTo) => (Original, MovedTo) = (original, movedTo);

    /// <summary>The nominal start that the occurrence has without the override, which names it.</summary>
    public LocalDateTime Original { get; }

    /// <summary>Where it starts instead; null when it is canceled.</summary>
    public LocalDateTime? MovedTo { get; }

    /// <summary>Whether it does not take place.</summary>
    public bool IsCanceled => MovedTo is null;

    /// <summary>The override in iCalendar's words.</summary>
    /// <returns>For example <c>RECURRENCE-ID:20261110T220000 STATUS:CANCELLED</c>.</returns>
    public override string ToString() => string.Join(' ', Lines);

    internal string[] Lines =>
    [
        $"RECURRENCE-ID:{RecurrenceTimes.Write(Original)}",
        MovedTo is { } to ? $"DTSTART:{RecurrenceTimes.Write(to)}" : "STATUS:CANCELLED",
    ];
}
