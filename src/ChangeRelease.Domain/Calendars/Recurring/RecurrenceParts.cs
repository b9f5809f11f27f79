using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a recurrence rule says, part by part, as RFC 5545 has it. It may be wrong; what is wrong is found when a rule is made of it.</summary>
/// <param name="Frequency">The period in which the rule repeats (FREQ).</param>
public sealed record RecurrenceParts(RecurrenceFrequency Frequency)
{
    /// <summary>Every how many periods, counted from the one of the first start (INTERVAL); at least 1.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>How it ends (COUNT, UNTIL).</summary>
    public RecurrenceEnd End { get; init; } = RecurrenceEnd.Never;

    /// <summary>Seconds of the minute, 0 to 60 (BYSECOND); 60 is read as 59, for the wall clock has no leap seconds.</summary>
    public ValueList<int> Seconds { get; init; } = [];

    /// <summary>Minutes of the hour, 0 to 59 (BYMINUTE).</summary>
    public ValueList<int> Minutes { get; init; } = [];

    /// <summary>Hours of the day, 0 to 23 (BYHOUR).</summary>
    public ValueList<int> Hours { get; init; } = [];

    /// <summary>Weekdays, some of them numbered in the month or year (BYDAY).</summary>
    public ValueList<NthWeekday> Weekdays { get; init; } = [];

    /// <summary>Days of the month, 1 to 31, or -1 to -31 from its end (BYMONTHDAY).</summary>
    public ValueList<int> MonthDays { get; init; } = [];

    /// <summary>Days of the year, 1 to 366, or -1 to -366 from its end (BYYEARDAY).</summary>
    public ValueList<int> YearDays { get; init; } = [];

    /// <summary>Weeks of the year by ISO 8601, 1 to 53, or -1 to -53 from its end (BYWEEKNO).</summary>
    public ValueList<int> WeekNumbers { get; init; } = [];

    /// <summary>Months, 1 to 12 (BYMONTH).</summary>
    public ValueList<int> Months { get; init; } = [];

    /// <summary>Which starts of each period are taken, by position: from 1, or from -1 at its end (BYSETPOS); all when empty.</summary>
    public ValueList<int> Positions { get; init; } = [];

    /// <summary>The day on which weeks start (WKST).</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>What becomes of days that do not exist (SKIP of RFC 7529).</summary>
    public MissingDay MissingDays { get; init; }

    /// <summary>The parts in RFC 5545's words, in the order given; it may be no rule.</summary>
    /// <returns>For example <c>FREQ=MONTHLY;BYDAY=2TU</c>.</returns>
    public override string ToString() => RecurrenceWriting.Write(this);

    /// <summary>The one way to say the same: lists in order and without repeats.</summary>
    internal RecurrenceParts Canonical() => this with
    {
        Seconds = InOrder(Seconds),
        Minutes = InOrder(Minutes),
        Hours = InOrder(Hours),
        Weekdays = Weekdays.Distinct().OrderBy(day => day.Ordinal < 0).ThenBy(day => day.Ordinal).ThenBy(day => day.Day).ToValueList(),
        MonthDays = InOrder(MonthDays),
        YearDays = InOrder(YearDays),
        WeekNumbers = InOrder(WeekNumbers),
        Months = InOrder(Months),
        Positions = InOrder(Positions),
    };

    private static ValueList<int> InOrder(ValueList<int> numbers) =>
        numbers.Distinct().OrderBy(number => number < 0).ThenBy(number => number).ToValueList();
}
