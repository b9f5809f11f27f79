using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>The content of a calendar file: its events, and what it says of itself.</summary>
public sealed record CalendarFile
{
    /// <summary>Makes a file of events.</summary>
    /// <param name="entries">The events; those with one UID stand for one event and its overrides.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two events have the same UID and stand instead of the same start.</exception>
    public CalendarFile(IEnumerable<CalendarEntry> entries)
    {
        Entries = entries.ToValueList();
        if (Entries.GroupBy(entry => (entry.Uid, entry.InsteadOf)).FirstOrDefault(same => same.Count() > 1) is { } twins)
        {
            throw new ArgumentException($"The event '{twins.Key.Uid}' stands twice in the file.", nameof(entries));
        }
    }

    /// <summary>The events, in the order of the file.</summary>
    public ValueList<CalendarEntry> Entries { get; }

    /// <summary>What it is called: X-WR-CALNAME or NAME; may be empty.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public string Name
    {
        get;
        init => field = EntryText.Clean(value);
    }

    = string.Empty;

    /// <summary>More about it: X-WR-CALDESC or DESCRIPTION; may be empty.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public string Description
    {
        get;
        init => field = EntryText.Clean(value);
    }

    = string.Empty;

    /// <summary>The IANA zone in which it means days and times that name none: X-WR-TIMEZONE; null when it has none.</summary>
    public string? Zone { get; init; }

    /// <summary>What holds outside of its events, where it says so: X-CALENDAR-TYPE of AWS Systems Manager Change Calendar. There an event is the opposite.</summary>
    public CalendarDefault? Otherwise { get; init; }

    /// <summary>The events as windows and freezes, by a mapping that says of each what it means; a file does not.</summary>
    /// <param name="meaning">What an event means here, for which targets.</param>
    /// <returns>The rules, in the order of the events, without those that mean nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="meaning"/> is null, or returns null.</exception>
    public ValueList<CalendarRule> ToRules(Func<CalendarEntry, EntryMeaning> meaning)
    {
        ArgumentNullException.ThrowIfNull(meaning);
        return Entries
            .Select(entry => (meaning(entry) ?? throw new ArgumentNullException(nameof(meaning))).Of(entry))
            .OfType<CalendarRule>()
            .ToValueList();
    }
}
