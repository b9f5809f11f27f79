using NodaTime;
using NodaTime.TimeZones;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>The names under which files know zones: those of IANA, and those of Windows, which Outlook writes.</summary>
internal sealed class ZoneNames(IDateTimeZoneProvider zones)
{
    private readonly HashSet<string> _known = [.. zones.Ids];

    public static string Utc => "UTC";

    /// <summary>The IANA name, or null when there is no such zone.</summary>
    public string? Find(string name) =>
        _known.Contains(name) ? name
        : TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var mapped) && _known.Contains(mapped) ? mapped
        : null;

    public DateTimeZone this[string name] => zones[name];

    /// <summary>The instant of a time on the wall clock; a skipped one is later by the gap, of a repeated one the first is meant.</summary>
    public Instant InstantOf(LocalDateTime local, string zone) => local.InZoneLeniently(zones[zone]).ToInstant();

    /// <summary>What the wall clock of another zone shows at the same instant.</summary>
    public LocalDateTime Moved(FileTime time, string zone) =>
        time.Zone == zone ? time.Local : InstantOf(time.Local, time.Zone).InZone(zones[zone]).LocalDateTime;
}
