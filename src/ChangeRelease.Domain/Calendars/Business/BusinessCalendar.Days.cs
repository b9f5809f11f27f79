using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

// What it says of days. Every search is bounded, and says when it met its bound (S-44).
public sealed partial class BusinessCalendar
{
    /// <summary>How many days a search looks at when it is not told: ten years.</summary>
    public const int OrdinaryReach = 3_660;

    /// <summary>The most days that a search or a stretch of time may have: a hundred years.</summary>
    public const int LongestReach = 36_525;

    /// <summary>What one day is.</summary>
    /// <param name="date">The day, in the calendar's zone.</param>
    /// <returns>Whether it is worked, its sessions, and why it is other than its weekday says.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> leaves the years 1 to 8999.</exception>
    public BusinessDay Day(LocalDate date) => _placing.Place(Plan(Checked(date, nameof(date))));

    /// <summary>Whether a day is worked, however short.</summary>
    /// <param name="date">The day, in the calendar's zone.</param>
    /// <returns>True when it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="date"/> leaves the years 1 to 8999.</exception>
    public bool IsWorked(LocalDate date) => Plan(Checked(date, nameof(date))).IsWorked;

    /// <summary>The days from one to another that have sessions.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after the last; itself outside.</param>
    /// <returns>The days, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day leaves the years 1 to 8999, or there are more than <see cref="LongestReach"/>.</exception>
    public ValueList<BusinessDay> WorkedDays(LocalDate from, LocalDate until) => Dates(from, until).Select(Plan).Where(plan => plan.IsWorked).Select(_placing.Place).ToValueList();

    /// <summary>The holidays from one day to another that are observed.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after the last; itself outside.</param>
    /// <returns>The days, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day leaves the years 1 to 8999, or there are more than <see cref="LongestReach"/>.</exception>
    public ValueList<BusinessDay> HolidaysBetween(LocalDate from, LocalDate until) => Dates(from, until).Select(Plan).Where(plan => plan.IsHoliday).Select(_placing.Place).ToValueList();

    /// <summary>How many days from one to another are worked.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The first day after the last; itself outside.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day leaves the years 1 to 8999, or there are more than <see cref="LongestReach"/>.</exception>
    public int WorkingDaysBetween(LocalDate from, LocalDate until) => Dates(from, until).Count(day => Plan(day).IsWorked);

    /// <summary>Finds the first working day after a day.</summary>
    /// <param name="after">The day; itself never the answer.</param>
    /// <param name="reach">How many days to look at, from 1 to <see cref="LongestReach"/>.</param>
    /// <returns>The day, or how far there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> leaves the years 1 to 8999, or <paramref name="reach"/> its bounds.</exception>
    public WorkingDaySearch NextWorkingDay(LocalDate after, int reach = OrdinaryReach) => Count(after, 1, 1, reach);

    /// <summary>Finds the last working day before a day.</summary>
    /// <param name="before">The day; itself never the answer.</param>
    /// <param name="reach">How many days to look at, from 1 to <see cref="LongestReach"/>.</param>
    /// <returns>The day, or how far back there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="before"/> leaves the years 1 to 8999, or <paramref name="reach"/> its bounds.</exception>
    public WorkingDaySearch PreviousWorkingDay(LocalDate before, int reach = OrdinaryReach) => Count(before, 1, -1, reach);

    /// <summary>Finds the nth working day after a day, which itself is not counted.</summary>
    /// <param name="after">The day, worked or not.</param>
    /// <param name="count">Which: 1 is the next; at least 1.</param>
    /// <param name="reach">How many days to look at, from 1 to <see cref="LongestReach"/>.</param>
    /// <returns>The day, or how far there are not so many.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> leaves the years 1 to 8999, <paramref name="count"/> is below 1, or <paramref name="reach"/> leaves its bounds.</exception>
    public WorkingDaySearch WorkingDaysAfter(LocalDate after, int count, int reach = OrdinaryReach) => Count(after, count, 1, reach);

    /// <summary>Finds the nth working day before a day, which itself is not counted.</summary>
    /// <param name="before">The day, worked or not.</param>
    /// <param name="count">Which: 1 is the one before; at least 1.</param>
    /// <param name="reach">How many days to look at, from 1 to <see cref="LongestReach"/>.</param>
    /// <returns>The day, or how far back there are not so many.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="before"/> leaves the years 1 to 8999, <paramref name="count"/> is below 1, or <paramref name="reach"/> leaves its bounds.</exception>
    public WorkingDaySearch WorkingDaysBefore(LocalDate before, int count, int reach = OrdinaryReach) => Count(before, count, -1, reach);

    private static LocalDate Checked(LocalDate date, string name) => date.WithCalendar(CalendarSystem.Iso) is var iso && LocalBounds.Holds(iso.AtMidnight())
        ? iso
        : throw new ArgumentOutOfRangeException(name, date, "A business calendar answers for the years 1 to 8999.");

    private static int CheckedReach(int reach)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reach, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reach, LongestReach);
        return reach;
    }

    private static IEnumerable<LocalDate> Dates(LocalDate from, LocalDate until)
    {
        var (first, last) = (Checked(from, nameof(from)), Checked(until, nameof(until)));
        var days = Period.DaysBetween(first, last);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, LongestReach, nameof(until));
        return Enumerable.Range(0, Math.Max(0, days)).Select(first.PlusDays);
    }

    private WorkingDaySearch Count(LocalDate start, int count, int direction, int reach)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (day, left) = (Checked(start, direction > 0 ? "after" : "before"), count);
        for (var looked = CheckedReach(reach); looked > 0 && LocalBounds.Holds(day.PlusDays(direction).AtMidnight()); looked--)
        {
            day = day.PlusDays(direction);
            left -= Plan(day).IsWorked ? 1 : 0;
            if (left == 0)
            {
                return new WorkingDaySearch(day, day);
            }
        }

        return new WorkingDaySearch(null, day);
    }
}
