using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Lengths as a file can say them: elapsed seconds, or an end so many days later at a time of the day.</summary>
internal static class EntryLength
{
    public static string? Problem(RuleLength length, LocalDateTime start) => length switch
    {
        { IsOpen: true } => "A file has no end that somebody tells later.",
        { Elapsed: { } elapsed } when elapsed < Duration.FromSeconds(1) || elapsed.SubsecondNanoseconds != 0 => "What lasts for an elapsed time lasts a whole number of seconds.",
        { Elapsed: null } when length.NominalEnd(start) <= start => "The end is not after the start.",
        { Elapsed: null } when length.NominalEnd(start).NanosecondOfSecond != 0 => "The end is no whole second.",
        _ => null,
    };

    /// <summary>Whether it starts once, and nothing else is said.</summary>
    public static bool IsSingle(RecurrenceSet set) =>
        set.Rules.Count + set.Added.Count + set.Excluded.Count + set.ExcludedDays.Count + set.Overrides.Count == 0;

    public static bool IsOfDays(CalendarEntry entry) =>
        entry.Length.Elapsed is null && IsMidnight(entry.Recurrence.Start) && IsMidnight(entry.Length.NominalEnd(entry.Recurrence.Start))
        && entry.Recurrence.Added.Concat(entry.Recurrence.Excluded).All(IsMidnight)
        && entry.Recurrence.Overrides.All(one => IsMidnight(one.Original) && IsMidnight(one.MovedTo ?? one.Original))
        && entry.Recurrence.Rules.All(rule => rule.Parts.Frequency >= RecurrenceFrequency.Daily && rule.Parts.Hours.Count + rule.Parts.Minutes.Count + rule.Parts.Seconds.Count == 0);

    /// <summary>The length of what starts and ends on the wall clock, whenever it starts.</summary>
    public static RuleLength OnTheWallClock(LocalDateTime start, LocalDateTime end) =>
        RuleLength.Until(Period.DaysBetween(start.Date, end.Date), end.TimeOfDay);

    private static bool IsMidnight(LocalDateTime time) => time.TimeOfDay == LocalTime.Midnight;
}
