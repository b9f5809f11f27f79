using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads one VEVENT.</summary>
internal sealed class EventReader(CalendarFileSettings settings, ZoneNames zones, CalendarProperties calendar, FileFaults faults)
{
    private const string Nameless = "?";

    private readonly TimeReader _times = new(zones, calendar.Floating, faults);

    /// <summary>The event, or null when there are faults in it.</summary>
    public EventDraft? Read(Component component)
    {
        var found = faults.Found;
        var lines = Known(component);
        var uid = Uid(component, lines.GetValueOrDefault("UID"));
        var start = lines.TryGetValue("DTSTART", out var first) ? _times.ReadOne(first[0]) : Missing(component, "DTSTART");
        var original = lines.TryGetValue("RECURRENCE-ID", out var id) ? _times.ReadOne(id[0]) : null;
        var (isCanceled, status) = Status(lines.GetValueOrDefault("STATUS"));
        var sequence = Sequence(lines.GetValueOrDefault("SEQUENCE"));
        var isTransparent = IsTransparent(lines.GetValueOrDefault("TRANSP"));
        var recurrence = new RecurrenceReader(settings, zones, _times, faults);
        if (start is null)
        {
            recurrence.Look(lines);
            return null;
        }

        var draft = new EventDraft
        {
            Line = component.Line,
            Uid = uid ?? Nameless,
            Start = start,
            Length = RuleLength.For(Duration.FromSeconds(1)),
            Edition = (sequence, component.Lines.FirstOrDefault(line => line.Name == "DTSTAMP")?.Value ?? string.Empty, component.Line),
            IsCanceled = isCanceled || calendar.IsCancellation,
            Status = status,
            Summary = Text(lines, "SUMMARY"),
            Description = Text(lines, "DESCRIPTION"),
            Categories = Lines(lines, "CATEGORIES").SelectMany(line => ValueReader.Texts(line.Value)).Select(EntryText.Clean).ToList(),
            IsTransparent = isTransparent,
            InsteadOf = original,
        };
        draft = recurrence.Read(draft, lines);
        var needsNoEnd = draft.IsCanceled && !lines.ContainsKey("DTEND") && !lines.ContainsKey("DURATION");
        var length = needsNoEnd ? draft.Length : new LengthReader(settings, zones, _times, faults).Read(draft, lines);
        return length is not null && faults.Found == found ? draft with { Length = length } : null;
    }

    private Dictionary<string, List<ContentLine>> Known(Component component)
    {
        foreach (var child in component.Children)
        {
            Ignore(child);
        }

        return component.Lines.Where(IsKnown).GroupBy(line => line.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, Once, StringComparer.Ordinal);
    }

    private void Ignore(Component child)
    {
        if (child.Name != "VTIMEZONE" && Names.WhyIgnored(child.Name) is { } reason)
        {
            faults.Ignore(child.Line, Shown.Of(child.Name), reason);
        }
        else
        {
            faults.Add("component-unknown", child.Line, $"'{Shown.Of(child.Name)}' does not stand in an event. Take it out.");
        }
    }

    private bool IsKnown(ContentLine line)
    {
        if (Names.IsOfEvents(line.Name))
        {
            return true;
        }

        if (line.IsExperimental)
        {
            faults.Ignore(line.Number, Shown.Of(line.Name), "Not known here.");
        }
        else if (!Names.IsBeside(line.Name))
        {
            faults.Add("property-unknown", line.Number, line.Name == "EXRULE"
                ? "Rules of exceptions are not in RFC 5545 any more. Write the days that they leave out as EXDATE."
                : $"No event has the property '{Shown.Of(line.Name)}'. Take it out.");
        }

        return false;
    }

    private List<ContentLine> Once(IGrouping<string, ContentLine> same)
    {
        foreach (var again in same.Skip(Names.StandsOnce(same.Key) ? 1 : int.MaxValue))
        {
            faults.Add("property-repeated", again.Number, $"{same.Key} stands once in an event.");
        }

        return [.. same];
    }

    private string? Uid(Component component, List<ContentLine>? lines)
    {
        if (lines is null)
        {
            faults.Add("property-missing", component.Line, "The event has no UID. Give it a name of its own that stays.");
            return null;
        }

        var uid = ValueReader.Text(lines[0].Value);
        if (Identifier.Problem(uid) is { } problem)
        {
            faults.Add("value-unreadable", lines[0].Number, $"A UID {problem}.");
            return null;
        }

        return uid;
    }

    private FileTime? Missing(Component component, string name)
    {
        faults.Add("property-missing", component.Line, $"The event has no {name}.");
        return null;
    }

    private int Sequence(List<ContentLine>? lines)
    {
        if (lines is null || int.TryParse(lines[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return lines is null ? 0 : int.Parse(lines[0].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        faults.Add("value-unreadable", lines[0].Number, $"'{Shown.Of(lines[0].Value)}' is no whole number from 0 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}.");
        return 0;
    }

    private (bool IsCanceled, EntryStatus Status) Status(List<ContentLine>? lines)
    {
        switch (lines?[0].Value.ToUpperInvariant())
        {
            case null:
                return (false, EntryStatus.Unsaid);
            case "TENTATIVE":
                return (false, EntryStatus.Tentative);
            case "CONFIRMED":
                return (false, EntryStatus.Confirmed);
            case "CANCELLED":
                return (true, EntryStatus.Unsaid);
            default:
                faults.Add("value-unreadable", lines[0].Number, $"'{Shown.Of(lines[0].Value)}' is none of TENTATIVE, CONFIRMED and CANCELLED.");
                return (false, EntryStatus.Unsaid);
        }
    }

    private bool IsTransparent(List<ContentLine>? lines)
    {
        var value = lines?[0].Value.ToUpperInvariant() ?? "OPAQUE";
        if (value is not ("OPAQUE" or "TRANSPARENT"))
        {
            faults.Add("value-unreadable", lines![0].Number, $"'{Shown.Of(value)}' is neither OPAQUE nor TRANSPARENT.");
        }

        return value == "TRANSPARENT";
    }

    private static string Text(Dictionary<string, List<ContentLine>> lines, string name) =>
        lines.TryGetValue(name, out var found) ? EntryText.Clean(ValueReader.Text(found[0].Value)) : string.Empty;

    private static List<ContentLine> Lines(Dictionary<string, List<ContentLine>> lines, string name) => lines.GetValueOrDefault(name) ?? [];
}
