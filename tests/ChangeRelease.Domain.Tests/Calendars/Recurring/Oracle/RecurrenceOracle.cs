using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Calendars;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;

/// <summary>
/// Walks day by day and, on days that fit, time by time, and keeps what RFC 5545 (3.3.10) calls an occurrence. It reads the parts of a rule
/// and computes with NodaTime's calendar alone.
/// </summary>
internal sealed class RecurrenceOracle(RecurrenceParts parts, LocalDateTime start)
{
    private readonly IWeekYearRule _weeks = WeekYearRules.ForMinDaysInFirstWeek(4, parts.WeekStart);

    private bool NamesDays => parts.WeekNumbers.Count > 0 || parts.YearDays.Count > 0 || parts.MonthDays.Count > 0 || parts.Weekdays.Count > 0;

    /// <summary>All starts before a day.</summary>
    public List<LocalDateTime> Before(LocalDate end)
    {
        var all = Periods(end).SelectMany(Picked).Where(time => time >= start && time.Date < end);
        return (parts.End switch
        {
            RecurrenceEnd.CountEnd count => all.Take(count.Count),
            RecurrenceEnd.LocalEnd until => all.Where(time => time <= until.Last),
            _ => all,
        }).ToList();
    }

    /// <summary>The candidates of each period that the interval meets, in order; a period may have begun before the first start.</summary>
    private IEnumerable<List<LocalDateTime>> Periods(LocalDate end)
    {
        var current = new List<LocalDateTime>();
        var key = Key(start);
        foreach (var time in Candidates(DayFrom(), end))
        {
            var its = Key(time);
            if (its != key)
            {
                yield return current;
                (current, key) = ([], its);
            }

            if (its >= Key(start) && (its - Key(start)) % parts.Interval == 0)
            {
                current.Add(time);
            }
        }

        // The last period may be cut off; then what positions pick from its end is not known.
        if (parts.Positions.Count == 0)
        {
            yield return current;
        }
    }

    private LocalDate DayFrom() => parts.Frequency switch
    {
        RecurrenceFrequency.Yearly => new LocalDate(start.Year, 1, 1),
        RecurrenceFrequency.Monthly => new LocalDate(start.Year, start.Month, 1),
        RecurrenceFrequency.Weekly => start.Date.PlusDays(-7),
        _ => start.Date,
    };

    private IEnumerable<LocalDateTime> Picked(List<LocalDateTime> period) => parts.Positions.Count == 0
        ? period
        : period.Where((_, at) => parts.Positions.Contains(at + 1) || parts.Positions.Contains(at - period.Count));

    /// <summary>A number for the period that a time is in.</summary>
    private long Key(LocalDateTime time)
    {
        var monday = new LocalDate(1900, 1, 1);
        long days = Period.DaysBetween(monday, time.Date);
        return parts.Frequency switch
        {
            RecurrenceFrequency.Yearly => time.Year,
            RecurrenceFrequency.Monthly => (time.Year * 12) + time.Month,
            RecurrenceFrequency.Weekly => (days - (int)parts.WeekStart + 1) / 7,
            RecurrenceFrequency.Daily => days,
            RecurrenceFrequency.Hourly => (days * 24) + time.Hour,
            RecurrenceFrequency.Minutely => (((days * 24) + time.Hour) * 60) + time.Minute,
            _ => (((((days * 24) + time.Hour) * 60) + time.Minute) * 60) + time.Second,
        };
    }

    private IEnumerable<LocalDateTime> Candidates(LocalDate from, LocalDate end)
    {
        var (hours, minutes, seconds) = (Hours().ToList(), Minutes().ToList(), Seconds().ToList());
        for (var date = from; date < end; date = date.PlusDays(1))
        {
            if (!IsDay(date))
            {
                continue;
            }

            foreach (var (hour, minute, second) in from hour in hours from minute in minutes from second in seconds select (hour, minute, second))
            {
                yield return date + new LocalTime(hour, minute, second);
            }
        }
    }

    private IEnumerable<int> Hours() => Values(parts.Hours, 24, RecurrenceFrequency.Hourly, start.Hour);

    private IEnumerable<int> Minutes() => Values(parts.Minutes, 60, RecurrenceFrequency.Minutely, start.Minute);

    private IEnumerable<int> Seconds() => Values([.. parts.Seconds.Select(second => second == 60 ? 59 : second)], 60, RecurrenceFrequency.Secondly, start.Second);

    private IEnumerable<int> Values(ValueList<int> given, int all, RecurrenceFrequency free, int ofStart) =>
        Enumerable.Range(0, all).Where(value => given.Count > 0 ? given.Contains(value) : parts.Frequency <= free || value == ofStart);

    private bool IsDay(LocalDate date) => IsMonth(date) && IsWeek(date) && IsDayOfYear(date) && IsDayOfMonth(date) && IsWeekday(date);

    private bool IsMonth(LocalDate date) => parts.Months.Count > 0
        ? parts.Months.Contains(date.Month)
        : parts.Frequency != RecurrenceFrequency.Yearly || NamesDays || date.Month == start.Month;

    private bool IsWeek(LocalDate date)
    {
        var (year, week) = (_weeks.GetWeekYear(date), _weeks.GetWeekOfWeekYear(date));
        return parts.WeekNumbers.Count == 0
            || parts.WeekNumbers.Contains(week)
            || parts.WeekNumbers.Contains(week - _weeks.GetWeeksInWeekYear(year) - 1);
    }

    private bool IsDayOfYear(LocalDate date) =>
        parts.YearDays.Count == 0 || parts.YearDays.Any(number => Means(number, date.Calendar.GetDaysInYear(date.Year), date.DayOfYear));

    private bool IsDayOfMonth(LocalDate date) => parts.MonthDays.Count > 0
        ? parts.MonthDays.Any(number => Means(number, date.Calendar.GetDaysInMonth(date.Year, date.Month), date.Day))
        : parts.Frequency < RecurrenceFrequency.Monthly || NamesDays
            || Means(start.Day, date.Calendar.GetDaysInMonth(date.Year, date.Month), date.Day);

    private bool IsWeekday(LocalDate date) => parts.Weekdays.Count > 0
        ? parts.Weekdays.Any(item => item.Day == date.DayOfWeek && (item.Ordinal == 0 || parts.Frequency < RecurrenceFrequency.Monthly || IsNumbered(item, date)))
        : parts.Frequency != RecurrenceFrequency.Weekly || NamesDays || date.DayOfWeek == start.DayOfWeek;

    private bool IsNumbered(NthWeekday item, LocalDate date)
    {
        var ofMonth = parts.Frequency == RecurrenceFrequency.Monthly || parts.Months.Count > 0;
        var (first, length) = ofMonth
            ? (new LocalDate(date.Year, date.Month, 1), date.Calendar.GetDaysInMonth(date.Year, date.Month))
            : (new LocalDate(date.Year, 1, 1), date.Calendar.GetDaysInYear(date.Year));
        var like = Enumerable.Range(0, length).Select(first.PlusDays).Where(day => day.DayOfWeek == item.Day).ToList();
        return Means(item.Ordinal, like.Count, like.IndexOf(date) + 1);
    }

    /// <summary>Whether a number, counted from the start or with a minus from the end, is a place among so many; one beyond is the nearest if the rule clamps.</summary>
    private bool Means(int number, int length, int place)
    {
        var from = number > 0 ? number : length + 1 + number;
        return (parts.MissingDays == MissingDay.Clamp ? Math.Clamp(from, 1, length) : from) == place;
    }
}
