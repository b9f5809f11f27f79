namespace ChangeRelease.Domain.Calendars;

/// <summary>Weeks, months or years, each with a number and a first day.</summary>
internal sealed class PeriodNumbering
{
    private readonly Func<int, int> _numberOf;
    private readonly Func<int, int> _firstDayOf;

    private PeriodNumbering(Func<int, int> numberOf, Func<int, int> firstDayOf) => (_numberOf, _firstDayOf) = (numberOf, firstDayOf);

    public bool IsOfWeeks { get; private init; }

    private static PeriodNumbering Years { get; } = new(CivilDays.YearOf, CivilDays.YearStart);

    private static PeriodNumbering Months { get; } = new(
        day => MonthOf(day, CivilDays.YearOf(day)),
        month => CivilDays.YearStart(month / 12) + CivilDays.MonthStarts(month / 12)[month % 12]);

    public static PeriodNumbering Of(RecurrenceParts parts) => parts.Frequency switch
    {
        RecurrenceFrequency.Weekly => Weeks((int)parts.WeekStart - 1),
        RecurrenceFrequency.Monthly => Months,
        _ => Years,
    };

    public int NumberOf(int day) => _numberOf(day);

    public int FirstDayOf(int number) => _firstDayOf(number);

    // Day 0 is a Thursday.
    private static PeriodNumbering Weeks(int weekStart) => new(
        day => (int)CivilDays.FloorDiv(day + 3 - weekStart, 7),
        week => (week * 7) - 3 + weekStart)
    {
        IsOfWeeks = true,
    };

    private static int MonthOf(int day, int year)
    {
        var (ofYear, starts) = (day - CivilDays.YearStart(year), CivilDays.MonthStarts(year));
        var month = ofYear / 31;
        return (year * 12) + (starts[month + 1] <= ofYear ? month + 1 : month);
    }
}
