using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads RRULE, RDATE and EXDATE of one event.</summary>
internal sealed class RecurrenceReader(CalendarFileSettings settings, ZoneNames zones, TimeReader times, FileFaults faults)
{
    private const string DayAsUntil = "calendar.recurrence.until-is-a-day";

    public EventDraft Read(EventDraft draft, Dictionary<string, List<ContentLine>> lines)
    {
        var (rules, added, excluded) = (Of(lines, "RRULE"), Of(lines, "RDATE"), Of(lines, "EXDATE"));
        if (draft.InsteadOf is not null)
        {
            foreach (var line in rules.Concat(added).Concat(excluded))
            {
                faults.Add("override-recurs", line.Number, "What takes the place of one occurrence does not recur itself. Take the line out.");
            }

            return draft;
        }

        if (rules.Count > settings.Limits.Rules)
        {
            faults.Add("too-many-rules", rules[settings.Limits.Rules].Number, FormattableString.Invariant($"The event has {rules.Count} rules; {settings.Limits.Rules} is the most."));
            rules = rules[..settings.Limits.Rules];
        }

        var without = Times(excluded, draft.Start, time => time.IsDay || !draft.Start.IsDay);
        return Bounded(draft with
        {
            Rules = rules.Select(line => Rule(draft.Start, line)).OfType<RecurrenceRule>().ToList(),
            Added = Times(added, draft.Start, time => time.IsDay == draft.Start.IsDay).Select(time => zones.Moved(time, draft.Start.Zone)).ToList(),
            Excluded = without.Where(time => !time.IsDay).Select(time => zones.Moved(time, draft.Start.Zone)).ToList(),
            ExcludedDays = without.Where(time => time.IsDay).Select(time => time.Local.Date).ToList(),
        });
    }

    /// <summary>Finds what is wrong with lines by themselves, where the event has no start to which they could be put.</summary>
    public void Look(Dictionary<string, List<ContentLine>> lines)
    {
        var any = new FileTime(default, ZoneNames.Utc, false);
        foreach (var line in Of(lines, "RRULE"))
        {
            Rule(any, line);
        }

        foreach (var line in Of(lines, "DTEND").Concat(Of(lines, "RDATE")).Concat(Of(lines, "EXDATE")))
        {
            _ = times.ReadAll(line, any.Zone).Count();
        }
    }

    private static List<ContentLine> Of(Dictionary<string, List<ContentLine>> lines, string name) => lines.GetValueOrDefault(name) ?? [];

    private EventDraft Bounded(EventDraft draft)
    {
        var count = draft.Added.Count + draft.Excluded.Count + draft.ExcludedDays.Count;
        if (count > settings.Limits.Times)
        {
            faults.Add("too-many-times", draft.Line, FormattableString.Invariant($"The event has {count} single times; {settings.Limits.Times} is the most. Write a rule, or raise the limit."));
        }

        return draft;
    }

    private RecurrenceRule? Rule(FileTime start, ContentLine line)
    {
        foreach (var parameter in line.Parameters)
        {
            faults.Add("parameter-unknown", line.Number, $"RRULE has no parameter {Shown.Of(parameter.Name)}. Take it out.");
        }

        var read = RecurrenceText.ReadRule(line.Value, RecurrenceDialect.Widened);
        var departures = settings.Dialect == RecurrenceDialect.Widened ? [] : read.Departures.Where(one => !start.IsDay || one.Code != DayAsUntil);
        foreach (var fault in read.Faults.Concat(departures))
        {
            faults.Take(new(fault.Code, line.Number, $"{fault.Part}: {fault.Message}"));
        }

        if (start.IsDay && read.Value is { } rule && SaysTimes(rule.Parts))
        {
            faults.Add("day-with-times", line.Number, "The event lasts whole days, and its rule names times. Leave them out, or let it start at a time.");
            return null;
        }

        return read.Value?.In(zones[start.Zone]);
    }

    private static bool SaysTimes(RecurrenceParts parts) =>
        parts.Frequency < RecurrenceFrequency.Daily || parts.Hours.Count + parts.Minutes.Count + parts.Seconds.Count > 0;

    private List<FileTime> Times(List<ContentLine> lines, FileTime start, Func<FileTime, bool> isWanted)
    {
        var found = new List<FileTime>();
        foreach (var line in lines)
        {
            var read = times.ReadAll(line, start.Zone).ToList();
            found.AddRange(read);
            if (!read.All(isWanted))
            {
                faults.Add("day-with-times", line.Number, $"The event starts {(start.IsDay ? "with a day, and here is a time" : "at a time, and here is a day")}. Write both alike.");
            }
        }

        return found;
    }
}
