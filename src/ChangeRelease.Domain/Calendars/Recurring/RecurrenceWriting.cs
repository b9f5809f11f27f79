using System.Globalization;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Writes rules as RFC 5545 has them, in one order, without what goes without saying.</summary>
internal static class RecurrenceWriting
{
    public static string Write(RecurrenceParts parts)
    {
        var clamps = parts.MissingDays == MissingDay.Clamp;
        IEnumerable<string> written =
        [
            clamps ? "RSCALE=GREGORIAN" : string.Empty,
            $"FREQ={parts.Frequency.ToString().ToUpperInvariant()}",
            parts.Interval == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"INTERVAL={parts.Interval}"),
            List("BYMONTH", parts.Months),
            List("BYWEEKNO", parts.WeekNumbers),
            List("BYYEARDAY", parts.YearDays),
            List("BYMONTHDAY", parts.MonthDays),
            List("BYDAY", parts.Weekdays),
            List("BYHOUR", parts.Hours),
            List("BYMINUTE", parts.Minutes),
            List("BYSECOND", parts.Seconds),
            List("BYSETPOS", parts.Positions),
            parts.End.ToString(),
            parts.WeekStart == IsoDayOfWeek.Monday ? string.Empty : $"WKST={NthWeekday.Code(parts.WeekStart)}",
            clamps ? "SKIP=BACKWARD" : string.Empty,
        ];
        return string.Join(';', written.Where(part => part.Length > 0));
    }

    private static string List<T>(string name, IReadOnlyList<T> items) => items.Count == 0
        ? string.Empty
        : $"{name}={string.Join(',', items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item}")))}";
}
