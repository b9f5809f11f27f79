using NodaTime;

namespace ChangeRelease.Domain.ICalendar.Tests;

/// <summary>Files for tests, and how they are read.</summary>
internal static class Ics
{
    public static IDateTimeZoneProvider Zones => DateTimeZoneProviders.Tzdb;

    public static Instant Stamp { get; } = Instant.FromUtc(2026, 11, 28, 12, 0);

    /// <summary>A file around the lines of one calendar.</summary>
    public static string File(params ReadOnlySpan<string> lines) => string.Join("\r\n", ["BEGIN:VCALENDAR", "VERSION:2.0", .. lines, "END:VCALENDAR", string.Empty]);

    /// <summary>A file with one event; its BEGIN is on line 3, its UID on line 4, and what is given follows from line 5 on.</summary>
    public static string Event(params ReadOnlySpan<string> lines) => File(["BEGIN:VEVENT", "UID:one", .. lines, "END:VEVENT"]);

    public static CalendarFileReading Read(string text, CalendarFileSettings? settings = null) => CalendarText.ReadText(text, Zones, settings);

    public static CalendarEntry One(string text, CalendarFileSettings? settings = null) => Read(text, settings).GetValueOrThrow().Entries.Should().ContainSingle().Subject;

    public static string[] FaultsOf(string text, CalendarFileSettings? settings = null) =>
        [.. Read(text, settings).Faults.Select(fault => FormattableString.Invariant($"{fault.Line} {fault.Code["calendar.".Length..]}"))];
}
