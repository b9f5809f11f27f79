using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What an event of a file means in a change calendar. The host says it, for a file knows neither windows nor targets.</summary>
public abstract record EntryMeaning
{
    private protected EntryMeaning()
    {
    }

    /// <summary>Nothing: it is left out.</summary>
    public static EntryMeaning Nothing { get; } = new NoRule();

    /// <summary>A window.</summary>
    /// <param name="scope">Which targets it opens.</param>
    /// <returns>The meaning.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public static EntryMeaning Window(Scope scope) => new WindowRule(scope ?? throw new ArgumentNullException(nameof(scope)));

    /// <summary>A freeze.</summary>
    /// <param name="scope">Which targets it freezes.</param>
    /// <param name="reason">Why, for people; the description of the event when null.</param>
    /// <returns>The meaning.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public static EntryMeaning Freeze(Scope scope, string? reason = null) => new FreezeRule(scope ?? throw new ArgumentNullException(nameof(scope)), reason);

    /// <summary>The opposite of what holds outside: in a calendar that is open by default a freeze, in one that is closed a window.</summary>
    /// <param name="otherwise">What holds outside.</param>
    /// <param name="scope">Which targets it is about.</param>
    /// <returns>The meaning.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public static EntryMeaning Against(CalendarDefault otherwise, Scope scope) => otherwise == CalendarDefault.ClosedByDefault ? Window(scope) : Freeze(scope);

    internal abstract CalendarRule? Of(CalendarEntry entry);

    private sealed record NoRule : EntryMeaning
    {
        internal override CalendarRule? Of(CalendarEntry entry) => null;
    }

    private sealed record WindowRule(Scope Scope) : EntryMeaning
    {
        internal override CalendarRule Of(CalendarEntry entry) => entry.ToWindow(Scope);
    }

    private sealed record FreezeRule(Scope Scope, string? Reason) : EntryMeaning
    {
        internal override CalendarRule Of(CalendarEntry entry) => entry.ToFreeze(Scope, Reason);
    }
}
