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
        { Frequency: RecurrenceFrequency.Secondly, Seconds.Count: 0, Minutes.Count: 0, Hours.Count: 0 } => Around(parts, start, 1),
        { Frequency: RecurrenceFrequency.Minutely, Minutes.Count: 0, Hours.Count: 0 } => Around(parts, start, SecondsOfMinute),
        { Frequency: RecurrenceFrequency.Hourly, Hours.Count: 0 } => Around(parts, start, SecondsOfHour),
        { Frequency: RecurrenceFrequency.Secondly or RecurrenceFrequency.Minutely or RecurrenceFrequency.Hourly } => null,
        _ => Greatest(DayPatterns.Within(parts, start)),
    };

    /// <summary>In periods of less than a day: between two starts of one, or from the last of one to the first of the next.</summary>
    private static int? Around(RecurrenceParts parts, LocalDateTime start, int seconds)
    {
        var within = DayPatterns.Within(parts, start);
        return parts.Interval < CivilDays.Seconds / seconds
            ? Math.Max((parts.Interval * seconds) + within[0] - within[^1], Greatest(within) ?? 0)
            : null;
    }

    private static int? Greatest(int[] times) => times.Length < 2 ? null : times.Zip(times.Skip(1)).Max(pair => pair.Second - pair.First);
}
