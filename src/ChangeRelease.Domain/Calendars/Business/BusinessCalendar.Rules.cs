using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

// Windows and freezes that follow it, for change calendars.
public sealed partial class BusinessCalendar
{
    private readonly Lazy<BusinessExtent> _extent;

    /// <summary>Starts whenever work begins; with <see cref="UntilClose"/> each occurrence lasts as long as that work.</summary>
    /// <returns>The recurrence; a rule that follows it is in the calendar's zone.</returns>
    public Recurrence AtOpenings() => new BusinessRecurrence.AtOpenings(this);

    /// <summary>Starts on every working day.</summary>
    /// <param name="at">The wall-clock time of each start, in the zone of the rule.</param>
    /// <returns>The recurrence.</returns>
    public Recurrence OnWorkingDays(LocalTime at) => new BusinessRecurrence.OnDays(this, BusinessDays.Worked, at);

    /// <summary>Starts on every day that is not worked: weekends and holidays.</summary>
    /// <param name="at">The wall-clock time of each start, in the zone of the rule.</param>
    /// <returns>The recurrence.</returns>
    public Recurrence OnDaysOff(LocalTime at) => new BusinessRecurrence.OnDays(this, BusinessDays.Off, at);

    /// <summary>Starts on every holiday, where it is observed.</summary>
    /// <param name="at">The wall-clock time of each start, in the zone of the rule.</param>
    /// <returns>The recurrence.</returns>
    public Recurrence OnHolidays(LocalTime at) => new BusinessRecurrence.OnDays(this, BusinessDays.Holidays, at);

    /// <summary>Starts on one working day of every month, or of some months: the first, or the last of each quarter.</summary>
    /// <param name="position">Which: 1 is the first, -1 the last; a month with fewer working days has none.</param>
    /// <param name="at">The wall-clock time of each start, in the zone of the rule.</param>
    /// <param name="months">The months, 1 to 12; every month when none is named.</param>
    /// <returns>The recurrence.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is zero or beyond 31, or one of <paramref name="months"/> is no month.</exception>
    public Recurrence OnWorkingDayOfMonth(int position, LocalTime at, params ReadOnlySpan<int> months)
    {
        const int MostDays = 31;
        ArgumentOutOfRangeException.ThrowIfZero(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs((long)position), MostDays, nameof(position));
        foreach (var month in months)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(month, 1, nameof(months));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(month, CalendarSystem.Iso.GetMonthsInYear(1), nameof(months));
        }

        return new BusinessRecurrence.OnDayOfMonth(this, position, at, months.ToArray().Distinct().Order().ToValueList());
    }

    /// <summary>As long as the work that begins at the start; with another recurrence than <see cref="AtOpenings"/> of the same calendar it is a fault of the change calendar.</summary>
    /// <returns>The length.</returns>
    public RuleLength UntilClose() => new UntilClose(this);

    /// <summary>A window that is open in working hours and closed at any other time.</summary>
    /// <param name="id">The rule's name, unique in its change calendar.</param>
    /// <param name="title">The name for people.</param>
    /// <param name="scope">Which targets it opens.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> holds half a surrogate pair.</exception>
    public Window WorkingHoursWindow(RuleId id, string title, Scope scope) => new(id, title, Zone, AtOpenings(), UntilClose(), scope);

    /// <summary>A freeze that lasts all of every holiday.</summary>
    /// <param name="id">The rule's name, unique in its change calendar.</param>
    /// <param name="title">The name for people.</param>
    /// <param name="scope">Which targets it freezes.</param>
    /// <param name="reason">Why, for people; may be empty.</param>
    /// <returns>The freeze.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> or <paramref name="reason"/> holds half a surrogate pair.</exception>
    public Freeze HolidayFreeze(RuleId id, string title, Scope scope, string reason) => WholeDays(id, title, OnHolidays(LocalTime.Midnight), scope, reason);

    /// <summary>A freeze that lasts all of every day that is not worked: weekends and holidays.</summary>
    /// <param name="id">The rule's name, unique in its change calendar.</param>
    /// <param name="title">The name for people.</param>
    /// <param name="scope">Which targets it freezes.</param>
    /// <param name="reason">Why, for people; may be empty.</param>
    /// <returns>The freeze.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="title"/> or <paramref name="reason"/> holds half a surrogate pair.</exception>
    public Freeze DaysOffFreeze(RuleId id, string title, Scope scope, string reason) => WholeDays(id, title, OnDaysOff(LocalTime.Midnight), scope, reason);

    internal BusinessExtent Extent => _extent.Value;

    /// <summary>The stretches of work that begin on a day of the wall clock, whatever day they belong to.</summary>
    internal IEnumerable<LocalStretch> BeginningOn(LocalDate day) => new[] { -1, 0, 1 }
        .Select(day.PlusDays)
        .Where(near => LocalBounds.Holds(near.AtMidnight()))
        .SelectMany(near => Plan(near).Stretches)
        .Where(stretch => stretch.Start.Date == day);

    private Freeze WholeDays(RuleId id, string title, Recurrence days, Scope scope, string reason) =>
        new(id, title, Zone, days, RuleLength.Until(1, LocalTime.Midnight), scope, reason);
}
