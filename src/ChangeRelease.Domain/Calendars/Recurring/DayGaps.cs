using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The greatest time between two starts of one day, where every day with starts has the same.</summary>
internal static class DayGaps
{
    private const int SecondsOfHour = 3_600;
    private const int SecondsOfMinute = 60;

    /// <summary>The gap in seconds; null when days may differ, or when no day has two starts.</summary>
    public static int? Of(RecurrenceSet set) =>
        set.Rules is [{ Parts: { Positions.Count: 0 } parts }] && set.HasNoSingleTimes ? Of(parts, set.Start) : null;

    private static int? Of(RecurrenceParts parts, LocalDateTime start) => parts switch
    {
        { Frequency: RecurrenceFrequency.Secondly, Seconds.Count: 0, Minutes.Count: 0, Hours.Count: 0 } => Short(parts.Interval, 1),
        { Frequency: RecurrenceFrequency.Minutely, Seconds.Count: < 2, Minutes.Count: 0, Hours.Count: 0 } => Short(parts.Interval, SecondsOfMinute),
        { Frequency: RecurrenceFrequency.Hourly, Seconds.Count: < 2, Minutes.Count: < 2, Hours.Count: 0 } => Short(parts.Interval, SecondsOfHour),
        { Frequency: RecurrenceFrequency.Secondly or RecurrenceFrequency.Minutely or RecurrenceFrequency.Hourly } => null,
        _ => Greatest(DayPatterns.Within(parts, start)),
    };

    private static int? Short(int interval, int seconds) => interval < CivilDays.Seconds / seconds ? interval * seconds : null;

    private static int? Greatest(int[] times) => times.Length < 2 ? null : times.Zip(times.Skip(1)).Max(pair => pair.Second - pair.First);
}
