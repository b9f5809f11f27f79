using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What other time zone data do to a calendar: every occurrence that would take place at other instants (S-49). Nothing is moved.</summary>
public sealed record ZoneShifts
{
    private ZoneShifts(string from, string to, Slot range, ValueList<ZoneShift> moved) => (From, To, Range, Moved) = (from, to, range, moved);

    /// <summary>The version of the data that the calendar was resolved with.</summary>
    public string From { get; }

    /// <summary>The version of the other data.</summary>
    public string To { get; }

    /// <summary>The stretch of time that was looked at: whatever overlaps it under either data.</summary>
    public Slot Range { get; }

    /// <summary>The occurrences that are moved, in order of time; none when the data say the same of all of them.</summary>
    public ValueList<ZoneShift> Moved { get; }

    internal static ZoneShifts Of(string from, IReadOnlyList<PlacedRule> rules, IDateTimeZoneProvider zones, Slot range) => new(
        from,
        zones.VersionId,
        range,
        rules.SelectMany(placed => placed.ShiftsUnder(zones[placed.Rule.Zone], range))
            .OrderBy(shift => (shift.Before ?? shift.After)!.Start)
            .ThenBy(shift => shift.Rule)
            .ToValueList());
}
