using System.Globalization;
using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace QuickStart.Reports;

/// <summary>Shows instants on the wall clock of the calendar's zone, and in UTC.</summary>
internal sealed class Times(DateTimeZone zone)
{
    private static readonly ZonedDateTimePattern _short = Pattern("ddd MM-dd HH:mm x");
    private static readonly ZonedDateTimePattern _full = Pattern("ddd uuuu-MM-dd HH:mm x");
    private static readonly InstantPattern _utcShort = InstantPattern.CreateWithInvariantCulture("MM-dd HH:mm'Z'");
    private static readonly ZonedDateTimePattern _iso = Pattern("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>For a line of its own: <c>Wed 10-28 09:00 PDT</c>.</summary>
    public string Short(Instant instant) => _short.Format(instant.InZone(zone));

    /// <summary>With the year: <c>Wed 2026-10-28 09:00 PDT</c>.</summary>
    public string Full(Instant instant) => _full.Format(instant.InZone(zone));

    /// <summary>For programs: local time with its offset.</summary>
    public string Iso(Instant instant) => _iso.Format(instant.InZone(zone));

    public string Local(Slot slot) => Span(slot, zone);

    public static string Utc(Slot slot) => Span(slot, DateTimeZone.Utc);

    public static string Utc(Instant instant) => _full.Format(instant.InUtc());

    /// <summary>As narrow as can be: <c>11-03 19:00Z</c>.</summary>
    public static string UtcShort(Instant instant) => _utcShort.Format(instant);

    /// <summary>A zone's name for its time, and what that is: <c>PDT (UTC-07)</c>.</summary>
    public static string Named(ZoneInterval interval) => interval.WallOffset == Offset.Zero
        ? interval.Name
        : $"{interval.Name} (UTC{OffsetPattern.GeneralInvariant.Format(interval.WallOffset)})";

    // The end's day is told only when it is another, its offset only when the clocks changed meanwhile.
    private static string Span(Slot slot, DateTimeZone zone)
    {
        var (start, end) = (slot.Start.InZone(zone), slot.End.InZone(zone));
        var isSameDay = start.Date == end.Date;
        var until = isSameDay ? Clock(end) : $"{Day(end)} {Clock(end)}";
        return start.Offset == end.Offset
            ? $"{Day(start)} {Clock(start)} to {until} {Named(start)}"
            : $"{Day(start)} {Clock(start)} {Named(start)} to {until} {Named(end)}";
    }

    private static string Day(ZonedDateTime at) => at.ToString("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(ZonedDateTime at) => at.ToString(at.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Named(ZonedDateTime at) => Named(at.Zone.GetZoneInterval(at.ToInstant()));

    private static ZonedDateTimePattern Pattern(string text) => ZonedDateTimePattern.CreateWithInvariantCulture(text, null);
}
