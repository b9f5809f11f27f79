using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>How a calendar file is read.</summary>
public sealed record CalendarFileSettings
{
    /// <summary>What holds where nothing else is said: times without a zone are faults.</summary>
    public static CalendarFileSettings Ordinary { get; } = new();

    /// <summary>How much is read.</summary>
    public CalendarFileLimits Limits { get; init; } = CalendarFileLimits.Ordinary;

    /// <summary>The IANA zone in which times and days are meant that name none; null where that is a fault (S-41).</summary>
    public string? FloatingZone { get; init; }

    /// <summary>Whether the zone that the file names for itself (X-WR-TIMEZONE) stands in where <see cref="FloatingZone"/> is null; ordinarily not.</summary>
    public bool TakesZoneOfFile { get; init; }

    /// <summary>What DTEND says of events that recur; ordinarily what RFC 5545 says.</summary>
    public EntryEnds Ends { get; init; }

    /// <summary>How much is taken of rules that RFC 5545 does not allow.</summary>
    public RecurrenceDialect Dialect { get; init; }
}
