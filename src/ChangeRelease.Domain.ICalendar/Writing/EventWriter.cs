using ChangeRelease.Domain.Calendars;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Writes one entry as a VEVENT for its starts and one for each override.</summary>
internal sealed class EventWriter(Instant stamp, CalendarFile file)
{
    private readonly Dictionary<string, CalendarEntry> _masters =
        file.Entries.Where(entry => entry.InsteadOf is null).ToDictionary(entry => entry.Uid, StringComparer.Ordinal);

    private readonly HashSet<(string Uid, LocalDateTime? Original)> _replaced =
        [.. file.Entries.Where(entry => entry.InsteadOf is not null).Select(entry => (entry.Uid, entry.InsteadOf))];

    /// <summary>The events, each with the rules that its lines are to have.</summary>
    public IEnumerable<(CalendarEvent Event, IEnumerable<string> Rules)> Write(CalendarEntry entry)
    {
        var set = entry.Recurrence;
        var main = At(entry, set.Start);
        Exceptions(main, entry);
        if (entry.InsteadOf is { } original)
        {
            InsteadOf(main, _masters.GetValueOrDefault(entry.Uid, entry), original);
        }

        yield return (main, set.Rules.Select(rule => $"RRULE:{rule}"));
        foreach (var one in set.Overrides.Where(one => !one.IsCanceled || !_replaced.Contains((entry.Uid, one.Original))))
        {
            yield return (Override(entry, one), []);
        }
    }

    private CalendarEvent Override(CalendarEntry entry, RecurrenceOverride one)
    {
        var written = At(entry, one.MovedTo ?? one.Original);
        InsteadOf(written, entry, one.Original);
        if (one.IsCanceled)
        {
            written.Status = "CANCELLED";
        }

        return written;
    }

    private CalendarEvent At(CalendarEntry entry, LocalDateTime start)
    {
        var written = new CalendarEvent
        {
            Uid = entry.Uid,
            DtStamp = Time(stamp.InUtc().LocalDateTime, ZoneNames.Utc),
            Sequence = entry.Sequence,
            DtStart = Time(entry, start),
        };
        Texts(written, entry);
        Ends(written, entry, start);
        return written;
    }

    private static void Texts(CalendarEvent written, CalendarEntry entry)
    {
        written.Summary = entry.Summary.Length > 0 ? entry.Summary : null;
        written.Description = entry.Description.Length > 0 ? entry.Description : null;
        written.Status = entry.Status == EntryStatus.Unsaid ? null : entry.Status.ToString().ToUpperInvariant();
        written.Transparency = entry.IsTransparent ? "TRANSPARENT" : null;
        if (entry.Categories.Count > 0)
        {
            written.Categories = [.. entry.Categories];
        }
    }

    private void Ends(CalendarEvent written, CalendarEntry entry, LocalDateTime start)
    {
        if (entry.Length.Elapsed is { } elapsed)
        {
            written.Duration = Elapsed((long)elapsed.TotalSeconds);
            return;
        }

        written.DtEnd = Time(entry, entry.Length.NominalEnd(start));
        if ((entry.InsteadOf is not null || !EntryLength.IsSingle(entry.Recurrence)) && !IsOfDays(entry))
        {
            written.AddProperty(Names.End, Names.OnTheWallClock);
        }
    }

    private static Ical.Net.DataTypes.Duration Elapsed(long seconds) => new(
        hours: (int)(seconds / NodaConstants.SecondsPerHour),
        minutes: (int)(seconds / NodaConstants.SecondsPerMinute % NodaConstants.MinutesPerHour),
        seconds: (int)(seconds % NodaConstants.SecondsPerMinute));

    private void Exceptions(CalendarEvent written, CalendarEntry entry)
    {
        written.RecurrenceDates.AddRange(entry.Recurrence.Added.Select(time => Time(entry, time)));
        written.ExceptionDates.AddRange(entry.Recurrence.Excluded.Select(time => Time(entry, time)));
        written.ExceptionDates.AddRange(entry.Recurrence.ExcludedDays.Select(Day));
    }

    private void InsteadOf(CalendarEvent written, CalendarEntry master, LocalDateTime original) =>
        written.RecurrenceIdentifier = new RecurrenceIdentifier(Time(master, original));

    private CalDateTime Time(CalendarEntry entry, LocalDateTime local) => IsOfDays(entry) ? Day(local.Date) : Time(local, entry.Zone);

    /// <summary>Days have no zone of their own: they are written as days only where the file's is meant.</summary>
    private bool IsOfDays(CalendarEntry entry) => entry.IsAllDay && entry.Zone == file.Zone;

    private static CalDateTime Day(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static CalDateTime Time(LocalDateTime local, string zone) =>
        new(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, zone);
}
