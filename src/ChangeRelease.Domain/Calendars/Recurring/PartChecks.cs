using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What is wrong with the parts of a rule, and what RFC 5545 does not allow of them (3.3.10).</summary>
internal static class PartChecks
{
    /// <summary>What has no meaning, whoever reads it.</summary>
    public static IEnumerable<RecurrenceFault> Faults(RecurrenceParts parts) => Numbers(parts).Concat(Values(parts));

    /// <summary>What has a plain meaning, but is forbidden.</summary>
    public static IEnumerable<RecurrenceFault> Departures(RecurrenceParts parts)
    {
        var frequency = parts.Frequency;
        if (parts.WeekNumbers.Count > 0 && frequency != RecurrenceFrequency.Yearly)
        {
            yield return Misplaced("BYWEEKNO", "Weeks of the year are for FREQ=YEARLY alone.");
        }

        if (parts.YearDays.Count > 0 && frequency is RecurrenceFrequency.Daily or RecurrenceFrequency.Weekly or RecurrenceFrequency.Monthly)
        {
            yield return Misplaced("BYYEARDAY", "Days of the year are not for FREQ=DAILY, WEEKLY or MONTHLY.");
        }

        if (parts.MonthDays.Count > 0 && frequency == RecurrenceFrequency.Weekly)
        {
            yield return Misplaced("BYMONTHDAY", "Days of the month are not for FREQ=WEEKLY.");
        }

        if (parts.Weekdays.Any(day => day.Ordinal != 0) && (frequency < RecurrenceFrequency.Monthly || parts.WeekNumbers.Count > 0))
        {
            yield return Misplaced("BYDAY", "A numbered weekday is for FREQ=MONTHLY, or for FREQ=YEARLY without BYWEEKNO.");
        }
    }

    private static IEnumerable<RecurrenceFault> Numbers(RecurrenceParts parts) =>
        Range("INTERVAL", [parts.Interval], 1, int.MaxValue)
            .Concat(Range("COUNT", parts.End is RecurrenceEnd.CountEnd end ? [end.Count] : [], 1, int.MaxValue))
            .Concat(Range("BYSECOND", parts.Seconds, 0, 60))
            .Concat(Range("BYMINUTE", parts.Minutes, 0, 59))
            .Concat(Range("BYHOUR", parts.Hours, 0, 23))
            .Concat(Range("BYMONTH", parts.Months, 1, 12))
            .Concat(Signed("BYMONTHDAY", parts.MonthDays, 31))
            .Concat(Signed("BYYEARDAY", parts.YearDays, 366))
            .Concat(Signed("BYWEEKNO", parts.WeekNumbers, 53))
            .Concat(Signed("BYSETPOS", parts.Positions, 366));

    private static IEnumerable<RecurrenceFault> Values(RecurrenceParts parts)
    {
        if (!Enum.IsDefined(parts.Frequency))
        {
            yield return new("calendar.recurrence.unknown-value", "FREQ", FormattableString.Invariant($"{(int)parts.Frequency} is no frequency."));
        }

        if (parts.WeekStart is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
        {
            yield return new("calendar.recurrence.unknown-value", "WKST", FormattableString.Invariant($"{(int)parts.WeekStart} is no weekday."));
        }

        if (!Enum.IsDefined(parts.MissingDays))
        {
            yield return new("calendar.recurrence.unknown-value", "SKIP", FormattableString.Invariant($"{(int)parts.MissingDays} is nothing to do with days that do not exist."));
        }

        if (parts.Positions.Count > 0 && HasNothingToPick(parts))
        {
            yield return new("calendar.recurrence.nothing-to-pick", "BYSETPOS", "Positions pick from what another BY part names, and there is none.");
        }

        if (EndOf(parts) is { } last && (last.Calendar != CalendarSystem.Iso || last.Year < 1))
        {
            yield return new("calendar.recurrence.out-of-range", "UNTIL", "The end leaves the years from 1 on of the ISO calendar.");
        }
    }

    private static LocalDateTime? EndOf(RecurrenceParts parts) => parts.End switch
    {
        RecurrenceEnd.LocalEnd end => end.Last,
        RecurrenceEnd.InstantEnd end => end.Last.InUtc().LocalDateTime,
        _ => null,
    };

    private static bool HasNothingToPick(RecurrenceParts parts) =>
        parts.Seconds.Count + parts.Minutes.Count + parts.Hours.Count + parts.Weekdays.Count + parts.MonthDays.Count
        + parts.YearDays.Count + parts.WeekNumbers.Count + parts.Months.Count == 0;

    private static IEnumerable<RecurrenceFault> Range(string part, IEnumerable<int> numbers, int least, int most) => numbers
        .Where(number => number < least || number > most)
        .Select(number => OutOfRange(part, number, most == int.MaxValue
            ? FormattableString.Invariant($"at least {least}")
            : FormattableString.Invariant($"from {least} to {most}")));

    private static IEnumerable<RecurrenceFault> Signed(string part, IEnumerable<int> numbers, int most) => numbers
        .Where(number => number == 0 || Math.Abs((long)number) > most)
        .Select(number => OutOfRange(part, number, FormattableString.Invariant($"from 1 to {most}, or from -1 to -{most}")));

    private static RecurrenceFault OutOfRange(string part, int number, string range) =>
        new("calendar.recurrence.out-of-range", part, FormattableString.Invariant($"{number} is not {range}."));

    private static RecurrenceFault Misplaced(string part, string message) => new("calendar.recurrence.misplaced-part", part, message);
}
