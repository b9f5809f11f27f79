using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Which days the day parts of a rule name: a day has to satisfy each part that is given. What none says comes from the first start.</summary>
internal sealed class DayRule
{
    private readonly HashSet<int> _months;
    private readonly HashSet<int> _weeks;
    private readonly HashSet<int> _yearDays;
    private readonly HashSet<int> _monthDays;
    private readonly int _weekdays;
    private readonly NthWeekday[] _numbered;
    private readonly bool _numbersAreOfMonths;
    private readonly bool _clamps;
    private readonly int _weekStart;
    private readonly int? _onlyWeekday;

    public DayRule(RecurrenceParts parts, LocalDate start)
    {
        var named = parts.WeekNumbers.Count + parts.YearDays.Count + parts.MonthDays.Count + parts.Weekdays.Count > 0;
        var (frequency, counts) = (parts.Frequency, parts.Frequency >= RecurrenceFrequency.Monthly);
        var ofYear = frequency == RecurrenceFrequency.Yearly && !named && parts.Months.Count == 0;
        var days = named || frequency != RecurrenceFrequency.Weekly ? parts.Weekdays : [NthWeekday.Every(start.DayOfWeek)];
        _months = ofYear ? [start.Month] : [.. parts.Months];
        _weeks = [.. parts.WeekNumbers];
        _yearDays = [.. parts.YearDays];
        _monthDays = !named && counts ? [start.Day] : [.. parts.MonthDays];
        _weekdays = days.Where(day => day.Ordinal == 0 || !counts).Aggregate(0, (mask, day) => mask | (1 << ((int)day.Day - 1)));
        _numbered = [.. days.Where(day => day.Ordinal != 0 && counts)];
        _numbersAreOfMonths = frequency == RecurrenceFrequency.Monthly || parts.Months.Count > 0;
        _clamps = parts.MissingDays == MissingDay.Clamp;
        _weekStart = (int)parts.WeekStart - 1;
        _onlyWeekday = StaysOnItsWeekday(parts) ? (int)start.DayOfWeek - 1 : null;
    }

    /// <summary>Whether every week has the same days.</summary>
    public bool IsOfWeekdays => _months.Count + _weeks.Count + _yearDays.Count + _monthDays.Count + _numbered.Length == 0;

    /// <summary>Whether no part leaves a day out.</summary>
    public bool IsEveryDay => IsOfWeekdays && _weekdays == 0;

    public Bits Of(int year)
    {
        var frame = new YearFrame(year, _weekStart);
        return Bits.Of(frame.Length, day => Holds(frame, day));
    }

    private bool Holds(YearFrame year, int day)
    {
        var month = year.MonthOf(day);
        return (_onlyWeekday is null || year.Weekday(day) == _onlyWeekday)
            && (_months.Count == 0 || _months.Contains(month + 1))
            && (_yearDays.Count == 0 || Names(_yearDays, day, year.Length))
            && (_monthDays.Count == 0 || Names(_monthDays, day - year.MonthStart(month), year.MonthStart(month + 1) - year.MonthStart(month)))
            && ((_weekdays == 0 && _numbered.Length == 0) || IsOnItsWeekday(year, day, month))
            && (_weeks.Count == 0 || IsInItsWeek(year, day));
    }

    /// <summary>Whether a set of numbers, counted from 1 or from -1 at the end, names the item at an index.</summary>
    private bool Names(HashSet<int> numbers, int index, int length) =>
        numbers.Contains(index + 1)
        || numbers.Contains(index - length)
        || (_clamps && ((index == length - 1 && numbers.Any(number => number > length)) || (index == 0 && numbers.Any(number => -number > length))));

    private bool IsOnItsWeekday(YearFrame year, int day, int month)
    {
        var weekday = year.Weekday(day);
        if ((_weekdays & (1 << weekday)) != 0)
        {
            return true;
        }

        var (from, until) = _numbersAreOfMonths ? (year.MonthStart(month), year.MonthStart(month + 1)) : (0, year.Length);
        var (before, after) = ((day - from) / 7, (until - 1 - day) / 7);
        return _numbered.Any(item => (int)item.Day - 1 == weekday && IsNumber(item.Ordinal, before, after));
    }

    private bool IsNumber(int ordinal, int before, int after) =>
        ordinal == before + 1
        || ordinal == -(after + 1)
        || (_clamps && ((after == 0 && ordinal > before + 1) || (before == 0 && -ordinal > after + 1)));

    private bool IsInItsWeek(YearFrame year, int day)
    {
        var (number, weeks) = year.WeekOf(day);
        return _weeks.Contains(number) || _weeks.Contains(number - weeks - 1);
    }

    /// <summary>An interval of whole weeks keeps its weekday, so that no other day need be looked at.</summary>
    private static bool StaysOnItsWeekday(RecurrenceParts parts) => parts.Frequency switch
    {
        RecurrenceFrequency.Daily => parts.Interval % 7 == 0,
        RecurrenceFrequency.Hourly => parts.Interval % (7 * 24) == 0,
        RecurrenceFrequency.Minutely => parts.Interval % (7 * 1_440) == 0,
        RecurrenceFrequency.Secondly => parts.Interval % (7 * CivilDays.Seconds) == 0,
        _ => false,
    };
}
