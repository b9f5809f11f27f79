using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Wall-clock times as people read them.</summary>
internal static class LocalText
{
    private static readonly LocalDateTimePattern _toTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern _exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss;FFFFFFFFF");
    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern _exactTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss;FFFFFFFFF");

    public static string Show(LocalDateTime local) => (IsWholeMinute(local.TimeOfDay) ? _toTheMinute : _exact).Format(local);

    public static string Show(LocalTime time) => (IsWholeMinute(time) ? _time : _exactTime).Format(time);

    /// <summary>The time alone when it is on the day that was already said.</summary>
    public static string ShowAfter(LocalDateTime said, LocalDateTime local) =>
        said.Date != local.Date ? Show(local) : Show(local.TimeOfDay);

    public static LocalDateTime In(DateTimeZone zone, Instant instant) => instant.InZone(zone).LocalDateTime;

    private static bool IsWholeMinute(LocalTime time) => time.Second == 0 && time.NanosecondOfSecond == 0;
}
