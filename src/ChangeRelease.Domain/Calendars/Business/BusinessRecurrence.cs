using System.Globalization;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A recurrence that follows a business calendar.</summary>
internal abstract record BusinessRecurrence : Recurrence
{
    private const int YearsListed = 10;

    private protected BusinessRecurrence(BusinessCalendar calendar) => Calendar = calendar;

    public BusinessCalendar Calendar { get; }

    internal override bool IsEndless => Last is null;

    // Easter comes back after 5,700,000 years, and lists of dates never do.
    internal override bool IsCyclic => false;

    internal override string Canonical => $"{Text} {Calendar.Digest.Hex}";

    /// <summary>Nothing starts before this day.</summary>
    internal abstract LocalDate First { get; }

    /// <summary>Nothing starts after this day; null when there is no end.</summary>
    internal abstract LocalDate? Last { get; }

    public override IEnumerable<LocalDateTime> StartsFrom(LocalDateTime from) => StartsBetween(from, LocalBounds.Latest.PlusSeconds(-1));

    /// <summary>No rule says these starts: they are listed for ten years.</summary>
    public override RecurrenceSet? ToSet(LocalDateTime from)
    {
        using var starts = StartsFrom(from).GetEnumerator();
        return starts.MoveNext() ? Listed(starts.Current, starts) : null;
    }

    internal override IEnumerable<LocalDateTime> StartsBetween(LocalDateTime from, LocalDateTime until)
    {
        var first = LocalDateTime.Max(LocalBounds.Clamp(from), LocalBounds.Clamp(First.AtMidnight()));
        var last = Last is { } day ? LocalDateTime.Min(until, day.PlusDays(1).AtMidnight()) : until;
        return Starts(first.Date, LocalBounds.Clamp(last).Date).Where(start => from <= start && start <= until);
    }

    private static RecurrenceSet Listed(LocalDateTime first, IEnumerator<LocalDateTime> rest)
    {
        var (further, bound) = (new List<LocalDateTime>(), first.PlusYears(YearsListed));
        while (rest.MoveNext() && rest.Current < bound)
        {
            further.Add(rest.Current);
        }

        return RecurrenceSet.From(first).Plus([.. further]);
    }

    /// <summary>The starts on the days from one to another, both included, lazily and strictly increasing.</summary>
    private protected abstract IEnumerable<LocalDateTime> Starts(LocalDate from, LocalDate until);

    private protected static IEnumerable<LocalDate> Days(LocalDate from, LocalDate until)
    {
        for (var day = from; day <= until; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    /// <summary>On days of a kind, at one time.</summary>
    internal sealed record OnDays(BusinessCalendar Calendar, BusinessDays Kind, LocalTime At) : BusinessRecurrence(Calendar)
    {
        private protected override string Text => $"on {Words} of {Calendar} at {LocalText.Show(At)}";

        internal override LocalDate First => Kind switch
        {
            BusinessDays.Holidays => Calendar.Extent.FirstHoliday,
            BusinessDays.Off => LocalBounds.Earliest.Date,
            _ => Calendar.Extent.FirstWork,
        };

        internal override LocalDate? Last => Kind switch
        {
            BusinessDays.Holidays => Calendar.Extent.LastHoliday,
            BusinessDays.Off => null,
            _ => Calendar.Extent.LastWork,
        };

        private string Words => Kind switch
        {
            BusinessDays.Holidays => "holidays",
            BusinessDays.Off => "days off",
            _ => "working days",
        };

        private protected override IEnumerable<LocalDateTime> Starts(LocalDate from, LocalDate until) => (Kind == BusinessDays.Holidays
            ? Enumerable.Range(from.Year, until.Year - from.Year + 1).SelectMany(year => Calendar.YearOf(year).Holidays).Where(day => from <= day && day <= until)
            : Days(from, until).Where(day => Calendar.Plan(day).IsWorked == (Kind == BusinessDays.Worked))).Select(day => day + At);
    }

    /// <summary>On one working day of some months, at one time.</summary>
    internal sealed record OnDayOfMonth(BusinessCalendar Calendar, int Position, LocalTime At, ValueList<int> Months) : BusinessRecurrence(Calendar)
    {
        private protected override string Text => string.Create(
            CultureInfo.InvariantCulture,
            $"on working day {Position} of {(Months.Count == 0 ? "every month" : $"months {Months}")} of {Calendar} at {LocalText.Show(At)}");

        internal override LocalDate First => Calendar.Extent.FirstWork;

        internal override LocalDate? Last => Calendar.Extent.LastWork;

        private protected override IEnumerable<LocalDateTime> Starts(LocalDate from, LocalDate until)
        {
            for (var month = from.With(DateAdjusters.StartOfMonth); month <= until; month = month.PlusMonths(1))
            {
                if ((Months.Count == 0 || Months.Contains(month.Month)) && DayOf(month) is { } day)
                {
                    yield return day + At;
                }
            }
        }

        private LocalDate? DayOf(LocalDate month)
        {
            var days = Days(month, month.With(DateAdjusters.EndOfMonth)).Where(day => LocalBounds.Holds(day.AtMidnight()) && Calendar.Plan(day).IsWorked).ToList();
            var at = Position > 0 ? Position - 1 : days.Count + Position;
            return at >= 0 && at < days.Count ? days[at] : null;
        }
    }

    /// <summary>Whenever work begins.</summary>
    internal sealed record AtOpenings(BusinessCalendar Calendar) : BusinessRecurrence(Calendar)
    {
        private protected override string Text => $"whenever the work of {Calendar} begins";

        internal override LocalDate First => Calendar.Extent.FirstWork;

        internal override LocalDate? Last => Calendar.Extent.LastWork;

        private protected override IEnumerable<LocalDateTime> Starts(LocalDate from, LocalDate until) =>
            Days(from, until).SelectMany(day => Calendar.BeginningOn(day).Select(stretch => stretch.Start).Distinct().Order());
    }
}
