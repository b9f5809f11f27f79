using NodaTime;
using NodaTime.Text;

namespace QuickStart.Input;

/// <summary>Reads moments: a wall-clock time in the calendar's zone, or a duration counted from the start of the story.</summary>
internal sealed class Moment(DateTimeZone zone, Instant start)
{
    /// <summary>The years in which a story may play: wide enough, and far from the ends of time.</summary>
    public const int FirstYear = 1970;

    public const int LastYear = 2199;

    private static readonly LocalDateTimePattern _local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public Instant? Read(JsonItem item, Faults faults) => Values.Text(item, faults) switch
    {
        null => null,
        var text when Values.ParseLength(text) is { } after => start + after,
        var text when _local.Parse(text).TryGetValue(default, out var local) && local.Year is >= FirstYear and <= LastYear => Mapped(local, item, faults),
        var text => Values.Refused<Instant?>(item, faults, $"'{text}' is not a moment.", "Write a local time like 2026-11-03T11:00, or a duration after the start like P3D"),
    };

    private Instant? Mapped(LocalDateTime local, JsonItem item, Faults faults)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count == 1
            ? mapping.Single().ToInstant()
            : Values.Refused<Instant?>(
                item,
                faults,
                $"The clocks of {zone.Id} show this time {(mapping.Count == 0 ? "never" : "twice")} that day.",
                "Write another time, or a duration after the start like P3D");
    }
}
