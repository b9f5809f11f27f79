using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>One event of a calendar file: when it recurs on the wall clock of its zone, how long it lasts, and what it is called.</summary>
/// <remarks>Texts are kept in Unicode normal form C with line feeds between lines; other control characters become U+FFFD.</remarks>
public sealed record CalendarEntry
{
    /// <summary>Makes an event.</summary>
    /// <param name="uid">The name under which every file knows it, for ever: UID. A well-formed identifier (<see cref="Identifier.Problem"/>).</param>
    /// <param name="zone">The IANA zone whose wall clock it follows.</param>
    /// <param name="recurrence">Its starts.</param>
    /// <param name="length">How long each lasts.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The UID is no identifier, or the length is until further notice, not positive, or no whole number of seconds.</exception>
    public CalendarEntry(string uid, string zone, RecurrenceSet recurrence, RuleLength length)
    {
        ArgumentNullException.ThrowIfNull(uid);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(recurrence);
        ArgumentNullException.ThrowIfNull(length);
        (Zone, Recurrence, Length) = (zone, recurrence, length);
        Uid = Identifier.Problem(uid) is { } problem ? throw new ArgumentException($"A UID {problem}.", nameof(uid)) : uid;
        if (EntryLength.Problem(length, recurrence.Start) is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(length));
        }
    }

    /// <summary>The event of a slot that is booked, in UTC, to the second: what it begins within is in it, and so is what it ends within.</summary>
    /// <param name="uid">The name under which every file knows it, for ever.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The UID is no identifier.</exception>
    public static CalendarEntry Booked(string uid, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var (start, end) = (slot.Start.ToUnixTimeSeconds(), slot.End.ToUnixTimeSeconds());
        var last = Instant.FromUnixTimeSeconds(end) < slot.End ? end + 1 : end;
        return new CalendarEntry(
            uid,
            ZoneNames.Utc,
            RecurrenceSet.From(Instant.FromUnixTimeSeconds(start).InUtc().LocalDateTime),
            RuleLength.Until(Instant.FromUnixTimeSeconds(last).InUtc().LocalDateTime));
    }

    /// <summary>The name under which every file knows it, compared ordinally.</summary>
    public string Uid { get; }

    /// <summary>The IANA zone whose wall clock it follows.</summary>
    public string Zone { get; }

    /// <summary>Its starts.</summary>
    public RecurrenceSet Recurrence { get; }

    /// <summary>How long each lasts.</summary>
    public RuleLength Length { get; }

    /// <summary>Which edition this is; a later one replaces an earlier one: SEQUENCE.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0.</exception>
    public int Sequence
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>How certain it is.</summary>
    public EntryStatus Status { get; init; }

    /// <summary>What it is called; may be empty.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public string Summary
    {
        get;
        init => field = EntryText.Clean(value);
    }

    = string.Empty;

    /// <summary>More about it; may be empty.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public string Description
    {
        get;
        init => field = EntryText.Clean(value);
    }

    = string.Empty;

    /// <summary>Its categories, in order; compared ordinally.</summary>
    /// <exception cref="ArgumentException">One holds half a surrogate pair.</exception>
    public ValueList<string> Categories
    {
        get;
        init => field = value.Select(EntryText.Clean).ToValueList();
    }

    = [];

    /// <summary>Whether it leaves the time free in its owner's calendar: TRANSP.</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Whether it is written in days, not in times.</summary>
    /// <exception cref="ArgumentException">It does not start and end at midnight.</exception>
    public bool IsAllDay
    {
        get;
        init => field = !value || EntryLength.IsOfDays(this) ? value : throw new ArgumentException("What lasts all day starts and ends at midnight.", nameof(value));
    }

    /// <summary>Of which start of the event with the same UID this took the place, with another length or another name; null for an event of its own.</summary>
    public LocalDateTime? InsteadOf { get; init; }

    /// <summary>The event as a window.</summary>
    /// <param name="scope">Which targets it opens.</param>
    /// <returns>The window, named after the UID and called as the event is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public Window ToWindow(Scope scope) => new(EntryRules.Id(this), EntryRules.Title(this), Zone, EntryRules.Recurrence(this), Length, scope);

    /// <summary>The event as a freeze.</summary>
    /// <param name="scope">Which targets it freezes.</param>
    /// <param name="reason">Why, for people; the description when null.</param>
    /// <returns>The freeze, named after the UID and called as the event is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public Freeze ToFreeze(Scope scope, string? reason = null) =>
        new(EntryRules.Id(this), EntryRules.Title(this), Zone, EntryRules.Recurrence(this), Length, scope, reason ?? Description);
}
