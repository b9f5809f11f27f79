using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads the properties of the calendar itself.</summary>
internal sealed class CalendarReader(CalendarFileSettings settings, ZoneNames zones, FileFaults faults)
{
    public CalendarProperties Read(Component root)
    {
        var lines = root.Lines.Where(IsKnown).GroupBy(line => line.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, Once, StringComparer.Ordinal);
        Version(root, lines.GetValueOrDefault("VERSION"));
        Scale(lines.GetValueOrDefault("CALSCALE"));
        var zone = Zone(lines.GetValueOrDefault("X-WR-TIMEZONE"));
        return new CalendarProperties(
            Text(lines, "NAME", "X-WR-CALNAME"),
            Text(lines, "DESCRIPTION", "X-WR-CALDESC"),
            settings.FloatingZone ?? zone,
            settings.FloatingZone ?? (settings.TakesZoneOfFile ? zone : null),
            Otherwise(lines.GetValueOrDefault("X-CALENDAR-TYPE")),
            IsCancellation(lines.GetValueOrDefault("METHOD")));
    }

    private bool IsKnown(ContentLine line)
    {
        if (Names.IsOfCalendars(line.Name))
        {
            return true;
        }

        if (line.IsExperimental)
        {
            faults.Ignore(line.Number, Shown.Of(line.Name), "Not known here.");
        }
        else
        {
            faults.Add("property-unknown", line.Number, $"No calendar has the property '{Shown.Of(line.Name)}'. Take it out.");
        }

        return false;
    }

    private ContentLine Once(IGrouping<string, ContentLine> same)
    {
        foreach (var again in same.Skip(Names.StandsOnceInCalendars(same.Key) ? 1 : int.MaxValue))
        {
            faults.Add("property-repeated", again.Number, $"{same.Key} stands once in a calendar.");
        }

        return same.First();
    }

    private void Version(Component root, ContentLine? line)
    {
        if (line is null)
        {
            faults.Add("property-missing", root.Line, "The calendar has no VERSION. Write VERSION:2.0.");
        }
        else if (line.Value.Trim() != "2.0")
        {
            faults.Add("version-unknown", line.Number, $"'{Shown.Of(line.Value)}' is not version 2.0, which is RFC 5545.");
        }
    }

    private void Scale(ContentLine? line)
    {
        if (line is not null && !line.Value.Equals("GREGORIAN", StringComparison.OrdinalIgnoreCase))
        {
            faults.Add("scale-unknown", line.Number, $"'{Shown.Of(line.Value)}' is no calendar that is known here; GREGORIAN is.");
        }
    }

    private string? Zone(ContentLine? line)
    {
        var zone = line is null ? null : zones.Find(line.Value);
        if (line is not null && zone is null && settings is { TakesZoneOfFile: true, FloatingZone: null })
        {
            faults.Add("zone-unknown", line.Number, $"There is no time zone '{Shown.Of(line.Value)}'. Name one of IANA such as 'Europe/London'.");
        }
        else if (line is not null && zone is null)
        {
            faults.Ignore(line.Number, line.Name, "There is no such time zone.");
        }

        return zone;
    }

    private CalendarDefault? Otherwise(ContentLine? line)
    {
        switch (line?.Value.ToUpperInvariant())
        {
            case null:
                return null;
            case "DEFAULT_OPEN":
                return CalendarDefault.OpenByDefault;
            case "DEFAULT_CLOSED":
                return CalendarDefault.ClosedByDefault;
            default:
                faults.Add("value-unreadable", line.Number, $"'{Shown.Of(line.Value)}' is neither DEFAULT_OPEN nor DEFAULT_CLOSED.");
                return null;
        }
    }

    private bool IsCancellation(ContentLine? line)
    {
        var method = line?.Value.ToUpperInvariant() ?? "PUBLISH";
        if (method is not ("PUBLISH" or "REQUEST" or "CANCEL"))
        {
            faults.Add("method-unknown", line!.Number, $"'{Shown.Of(method)}' is none of PUBLISH, REQUEST and CANCEL.");
        }

        return method == "CANCEL";
    }

    private static string Text(Dictionary<string, ContentLine> lines, string name, string old) =>
        lines.TryGetValue(name, out var line) || lines.TryGetValue(old, out line) ? EntryText.Clean(ValueReader.Text(line.Value)) : string.Empty;
}
