using NodaTime;
using NodaTime.TimeZones;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A wall-clock time in a zone, resolved to at most one instant (S-43).</summary>
internal sealed record WallTime
{
    private WallTime(LocalDateTime local, Instant? instant, int times, Slot? disturbance) =>
        (Local, Instant, Times, Disturbance) = (local, instant, times, disturbance);

    public LocalDateTime Local { get; }

    /// <summary>Null when the rule's resolver says that it does not occur.</summary>
    public Instant? Instant { get; }

    public bool IsSkipped => Times == 0;

    public bool IsRepeated => Times > 1;

    /// <summary>The stretch in which people may look for it in vain; null when the wall clock shows it exactly once.</summary>
    public Slot? Disturbance { get; }

    private int Times { get; }

    public static WallTime Resolve(DateTimeZone zone, LocalDateTime local, SkippedTime skipped, RepeatedTime repeated)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => Skipped(local, mapping, skipped),
            1 => new WallTime(local, mapping.Single().ToInstant(), 1, null),
            _ => Repeated(local, mapping, repeated),
        };
    }

    private static WallTime Skipped(LocalDateTime local, ZoneLocalMapping mapping, SkippedTime resolver)
    {
        var transition = mapping.LateInterval.Start;
        var gap = mapping.LateInterval.WallOffset.Seconds - mapping.EarlyInterval.WallOffset.Seconds; // an Offset holds no whole day
        Instant? instant = resolver switch
        {
            SkippedTime.ForwardByGap => local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant(),
            SkippedTime.AfterGap => transition,
            _ => null,
        };
        return new WallTime(local, instant, 0, new Slot(transition, transition + Duration.FromSeconds(gap)));
    }

    private static WallTime Repeated(LocalDateTime local, ZoneLocalMapping mapping, RepeatedTime resolver)
    {
        var (first, second) = (mapping.First().ToInstant(), mapping.Last().ToInstant());
        return new WallTime(local, resolver == RepeatedTime.First ? first : second, mapping.Count, new Slot(first, second));
    }
}
