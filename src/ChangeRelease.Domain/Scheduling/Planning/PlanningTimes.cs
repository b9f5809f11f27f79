using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>When something may be worked on, or works: what a change calendar says, or a set of slots.</summary>
public sealed class PlanningTimes
{
    private readonly Func<Slot, SlotSet> _open;

    private PlanningTimes(string name, Func<Slot, SlotSet> open, ChangeCalendar? calendar, CalendarQuestion? question) =>
        (Name, _open, Calendar, Question) = (name, open, calendar, question);

    /// <summary>What it is called in reasons.</summary>
    public string Name { get; }

    /// <summary>The calendar; null when it is a set of slots or business hours.</summary>
    public ChangeCalendar? Calendar { get; }

    /// <summary>What the calendar is asked; null when there is none.</summary>
    public CalendarQuestion? Question { get; }

    /// <summary>Windows less freezes, as a change calendar has them (S-45).</summary>
    /// <param name="calendar">The calendar. Places of windows are not looked at: a limit or a resource says how many may be at once.</param>
    /// <param name="question">For which targets and classes.</param>
    /// <returns>The times.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PlanningTimes Of(ChangeCalendar calendar, CalendarQuestion question)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(question);
        return new PlanningTimes($"calendar {calendar.Id}", range => calendar.OpenWithin(range, question), calendar, question);
    }

    /// <summary>The sessions of a business calendar: hours in which people work.</summary>
    /// <param name="hours">The calendar.</param>
    /// <returns>The times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    public static PlanningTimes Of(BusinessCalendar hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return new PlanningTimes($"working hours {hours.Id}", hours.Sessions, null, null);
    }

    /// <summary>A set of slots that the host worked out.</summary>
    /// <param name="name">What it is called in reasons; not blank.</param>
    /// <param name="open">The slots.</param>
    /// <returns>The times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="open"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public static PlanningTimes Of(string name, SlotSet open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(open);
        return new PlanningTimes(Text.Canonical(name, nameof(name)), range => open.Intersect(SlotSet.Of(range)), null, null);
    }

    /// <summary>Everything within a range that is open.</summary>
    /// <param name="range">The range.</param>
    /// <returns>The openings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="range"/> is null.</exception>
    public SlotSet OpenWithin(Slot range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return _open(range).Intersect(SlotSet.Of(range));
    }

    /// <summary>What it is called.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
