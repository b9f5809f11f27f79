using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Dates and times as RFC 5545 writes them, and as counted seconds.</summary>
internal static class RecurrenceTimes
{
    private static readonly LocalDateTimePattern _time = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern _date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTime _epoch = new(1970, 1, 1, 0, 0);

    /// <summary>The first time at which anything may recur.</summary>
    public static LocalDateTime Earliest => LocalBounds.Earliest;

    /// <summary>The end of all time, itself outside.</summary>
    public static LocalDateTime End { get; } = new(9999, 12, 31, 23, 59, 59);

    public static bool Holds(LocalDateTime time) => Earliest <= time && time < End;

    public static LocalDateTime Clamp(LocalDateTime time) => LocalDateTime.Max(Earliest, LocalDateTime.Min(time, End));

    public static string Write(LocalDateTime time) => _time.Format(time);

    public static string Write(LocalDate date) => _date.Format(date);

    public static LocalDateTime? ReadTime(string text) =>
        _time.Parse(text).TryGetValue(default, out var time) && Write(time) == text ? time : null; // the pattern also reads 24:00

    public static LocalDate? ReadDate(string text) =>
        _date.Parse(text).TryGetValue(default, out var date) && Write(date) == text ? date : null;

    /// <summary>Whole seconds on the wall clock since 1970 began on it.</summary>
    public static long Seconds(LocalDateTime time) =>
        (Period.DaysBetween(_epoch.Date, time.Date) * (long)CivilDays.Seconds) + (time.TimeOfDay.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);

    public static LocalDateTime At(long seconds)
    {
        var (day, second) = CivilDays.Split(seconds);
        return _epoch.Date.PlusDays(day) + LocalTime.FromSecondsSinceMidnight(second);
    }

    public static bool IsWhole(LocalDateTime time) => time.NanosecondOfSecond == 0;
}
