using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>The rule that names the same times as the fields of an expression, or why there is none.</summary>
internal static class CronRule
{
    private const int MostPositions = 366;

    public static CronReading<RecurrenceRule> Of(CronFields fields, CronDays days)
    {
        var faults = Faults(fields, days).ToValueList();
        return faults.Count > 0
            ? new CronReading<RecurrenceRule>(null, faults)
            : new CronReading<RecurrenceRule>(RecurrenceRule.Of(Timed(fields, Dated(fields) with { Months = fields.Months })), []);
    }

    private static IEnumerable<CronFault> Faults(CronFields fields, CronDays days)
    {
        var (day, weekday) = (fields.Day, fields.Weekday);
        if (days == CronDays.Refused && day.Days.Count > 0 && weekday.Days.Count > 0)
        {
            yield return new("calendar.cron.both-days", "day of week", "Days of the month and of the week are both restricted, and one of them is enough. Write an expression for each.");
        }

        if (day.IsNearestWeekday && !day.IsAtTheEdge)
        {
            yield return new("calendar.cron.nearest-weekday", "day of month", "No single rule says the weekday nearest to a day, but for the first (1W) and the last (LW) of the month. Write a fixed day.");
        }
        else if (day.IsNearestWeekday && !weekday.HoldsTheWorkingWeek)
        {
            yield return new("calendar.cron.nearest-weekday", "day of week", "The weekday at the edge of a month is looked for first, and no single rule says that it may also fall on the wrong day. Leave days of the week out.");
        }
        else if (day.IsNearestWeekday && TimesOfADay(fields) > MostPositions)
        {
            yield return new("calendar.cron.too-many-positions", "minute", FormattableString.Invariant($"The day has {TimesOfADay(fields)} times, and a rule can pick {MostPositions} from the edge of a month. Name fewer."));
        }
    }

    /// <summary>The days, without times.</summary>
    private static RecurrenceParts Dated(CronFields fields) => (fields.Day, fields.Weekday) switch
    {
        ({ IsNearestWeekday: true, Days: [var edge] }, _) => new(RecurrenceFrequency.Monthly)
        {
            Weekdays = CronDayOfWeek.WorkingWeek,
            Positions = Enumerable.Range(1, TimesOfADay(fields)).Select(position => position * edge).ToValueList(),
        },
        ({ Days.Count: 0 }, { Days.Count: 0 }) => new(Often(fields) ?? RecurrenceFrequency.Daily),
        ({ Days.Count: 0 }, { Ordinal: 0 } weekday) => new(Often(fields) ?? RecurrenceFrequency.Weekly) { Weekdays = weekday.Weekdays },
        (var day, { Ordinal: 0 } weekday) => new(Often(fields) ?? RecurrenceFrequency.Monthly) { MonthDays = day.Days, Weekdays = weekday.Weekdays },
        var (day, weekday) => new(RecurrenceFrequency.Monthly) { MonthDays = day.Days, Weekdays = weekday.Weekdays },
    };

    /// <summary>Every second, minute or hour, where the expression says so; the finest of them.</summary>
    private static RecurrenceFrequency? Often(CronFields fields) =>
        fields.Seconds.Count == 0 ? RecurrenceFrequency.Secondly
        : fields.Minutes.Count == 0 ? RecurrenceFrequency.Minutely
        : fields.Hours.Count == 0 ? RecurrenceFrequency.Hourly
        : null;

    /// <summary>With the times: what is finer than the frequency has to be said, the rest only where it is restricted.</summary>
    private static RecurrenceParts Timed(CronFields fields, RecurrenceParts parts) => parts with
    {
        Seconds = Said(fields.Seconds, 60, parts.Frequency > RecurrenceFrequency.Secondly),
        Minutes = Said(fields.Minutes, 60, parts.Frequency > RecurrenceFrequency.Minutely),
        Hours = Said(fields.Hours, 24, parts.Frequency > RecurrenceFrequency.Hourly),
    };

    private static ValueList<int> Said(ValueList<int> numbers, int all, bool isNeeded) =>
        numbers.Count == 0 && isNeeded ? Enumerable.Range(0, all).ToValueList() : numbers;

    private static int TimesOfADay(CronFields fields) => Count(fields.Seconds, 60) * Count(fields.Minutes, 60) * Count(fields.Hours, 24);

    private static int Count(ValueList<int> numbers, int all) => numbers.Count == 0 ? all : numbers.Count;
}
