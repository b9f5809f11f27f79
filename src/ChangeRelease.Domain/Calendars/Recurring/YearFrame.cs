namespace ChangeRelease.Domain.Calendars;

/// <summary>One year with its months and numbered weeks; days, months and weekdays are counted from 0.</summary>
internal sealed class YearFrame
{
    private readonly int[] _months;
    private readonly int _firstWeekday;
    private readonly int _weekStart;
    private readonly int _weekOne;
    private readonly int _weekOneOfNext;
    private readonly int _weeksBefore;
    private readonly int _weeksAfter;

    public YearFrame(int year, int weekStart)
    {
        (_months, _weekStart, Length) = (CivilDays.MonthStarts(year), weekStart, CivilDays.YearLength(year));
        _firstWeekday = CivilDays.Weekday(CivilDays.YearStart(year));
        _weekOne = WeekOne(_firstWeekday);
        _weekOneOfNext = WeekOne(_firstWeekday + Length);
        _weeksBefore = Weeks(_firstWeekday - CivilDays.YearLength(year - 1), CivilDays.YearLength(year - 1));
        _weeksAfter = Weeks(_firstWeekday + Length, CivilDays.YearLength(year + 1));
    }

    public int Length { get; }

    public int MonthStart(int month) => _months[month];

    public int MonthOf(int day)
    {
        var month = day / 31;
        return _months[month + 1] <= day ? month + 1 : month;
    }

    public int Weekday(int day) => (_firstWeekday + day) % 7;

    /// <summary>The number of a day's week, and how many weeks the year has that the week belongs to (ISO 8601, with the rule's first day of the week).</summary>
    public (int Number, int Weeks) WeekOf(int day)
    {
        if (day < _weekOne)
        {
            return (_weeksBefore, _weeksBefore);
        }

        return day >= Length + _weekOneOfNext
            ? (1, _weeksAfter)
            : (((day - _weekOne) / 7) + 1, (Length + _weekOneOfNext - _weekOne) / 7);
    }

    /// <summary>Where week 1 starts in a year: the first week with at least four days in it.</summary>
    private int WeekOne(int firstWeekday)
    {
        var into = (int)CivilDays.FloorMod(firstWeekday - _weekStart, 7);
        return into <= 3 ? -into : 7 - into;
    }

    private int Weeks(int firstWeekday, int length) => (length + WeekOne(firstWeekday + length) - WeekOne(firstWeekday)) / 7;
}
