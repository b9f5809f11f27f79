using NodaTime;

namespace QuickStart.Input;

/// <summary>Both files, understood; and the instant at which the story begins.</summary>
internal sealed record Inputs(CalendarInput Calendar, ChangesInput Changes, Instant Start)
{
    private static readonly LocalTime _morning = new(9, 0);

    /// <summary>Reads both files to the end, whatever is wrong with either.</summary>
    public static Inputs? Read(Options options, Faults faults)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        var rules = InputFile.Read(options.Calendar, faults);
        var calendar = rules is null ? null : new CalendarReader(faults, zones).Read(rules);
        var zone = calendar?.Zone ?? zones.GetZoneOrNull(rules?.Find("zone")?.Text ?? string.Empty) ?? DateTimeZone.Utc;
        var start = (options.From + _morning).InZoneLeniently(zone).ToInstant();
        var changes = InputFile.Read(options.Changes, faults) is { } requests ? new ChangesReader(faults, new Moment(zone, start), start).Read(requests) : null;
        return faults.Count == 0 ? new Inputs(calendar!, changes!, start) : null;
    }
}
