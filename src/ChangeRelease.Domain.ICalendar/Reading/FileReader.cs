using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads a whole file.</summary>
internal sealed class FileReader(IDateTimeZoneProvider provider, CalendarFileSettings settings)
{
    private readonly FileFaults _faults = new();
    private readonly ZoneNames _zones = new(provider);

    public CalendarFileReading Read(ReadOnlySpan<byte> bytes)
    {
        var file = bytes.Length <= settings.Limits.Bytes ? Read(new LineReader(settings.Limits, _faults).Read(bytes)) : TooLarge(bytes.Length);
        return new CalendarFileReading(_faults.IsEmpty ? file : null, _faults.Faults, _faults.Ignored);
    }

    private CalendarFile? TooLarge(int bytes)
    {
        _faults.Add("too-large", 1, FormattableString.Invariant($"The file has {bytes} bytes; {settings.Limits.Bytes} is the most. Split it, or raise the limit."));
        return null;
    }

    private CalendarFile? Read(IReadOnlyList<ContentLine> lines)
    {
        if (_faults.IsFull || new ComponentReader(settings.Limits, _faults).Read(lines) is not { } root)
        {
            return null;
        }

        var own = new CalendarReader(settings, _zones, _faults).Read(root);
        var drafts = Drafts(root, own);
        var entries = _faults.IsFull ? [] : new EntryMaker(settings.Limits, _zones, _faults).Make(drafts).ToList();
        return _faults.IsEmpty
            ? new CalendarFile(entries) { Name = own.Name, Description = own.Description, Zone = own.Zone, Otherwise = own.Otherwise }
            : null;
    }

    private List<EventDraft> Drafts(Component root, CalendarProperties own)
    {
        var reader = new EventReader(settings, _zones, own, _faults);
        var drafts = new List<EventDraft>();
        foreach (var child in root.Children.TakeWhile(_ => !_faults.IsFull))
        {
            if (child.Name != "VEVENT")
            {
                Beside(child);
            }
            else if (drafts.Count == settings.Limits.Events)
            {
                _faults.Add("too-many-events", child.Line, FormattableString.Invariant($"There are more than {settings.Limits.Events} events. Split the file, or raise the limit."));
                break;
            }
            else if (reader.Read(child) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }

    private void Beside(Component child)
    {
        if (Names.WhyIgnored(child.Name) is not { } reason)
        {
            _faults.Add("component-unknown", child.Line, $"'{Shown.Of(child.Name)}' is not read here. Take it out.");
            return;
        }

        _faults.Ignore(child.Line, Shown.Of(child.Name), reason);
        foreach (var line in child.Lines.Where(line => child.Name == "VTIMEZONE" && line.Name == "TZID" && _zones.Find(line.Value) is null))
        {
            _faults.Add("zone-unknown", line.Number, $"There is no time zone '{Shown.Of(line.Value)}', and a definition of one is not trusted. Name one of IANA or of Windows.");
        }
    }
}
