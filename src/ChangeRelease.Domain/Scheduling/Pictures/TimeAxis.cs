using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>The ticks of a wall clock, and where it changes.</summary>
internal sealed class TimeAxis
{
    private const int LeastBetweenLabels = 720;
    private const int LeastBetweenLines = 60;
    private const int LastYear = 9_990;

    private readonly Slot _range;
    private readonly DateTimeZone _zone;

    public TimeAxis(Picture picture, int width)
    {
        (_range, _zone) = (picture.Range, picture.Zone);
        (Labels, Lines) = (Coarsest(LeastBetweenLabels, width), Coarsest(LeastBetweenLines, width));
    }

    /// <summary>What is labeled.</summary>
    public TickStep Labels { get; }

    /// <summary>What has a thin line.</summary>
    public TickStep Lines { get; }

    public IEnumerable<(Instant At, LocalDateTime Local)> TicksOf(TickStep step)
    {
        Instant? last = null;
        for (var local = step.Floor(_range.Start.InZone(_zone).LocalDateTime); local.Year < LastYear; local = step.Next(local))
        {
            var at = local.InZoneLeniently(_zone).ToInstant();
            if (at >= _range.End)
            {
                yield break;
            }

            if (last is null || at > last)
            {
                last = at;
                yield return (at, local);
            }
        }
    }

    /// <summary>Where the clock of the zone is put forward or back.</summary>
    public IEnumerable<(Instant At, string Said)> ClockChanges()
    {
        var intervals = _zone.GetZoneIntervals(_range.Start, _range.End).Take(PictureLimits.ClockChanges).ToList();
        return intervals.Zip(intervals.Skip(1))
            .Where(pair => pair.First.WallOffset != pair.Second.WallOffset)
            .Select(pair => (pair.Second.Start, Said(pair.Second.WallOffset - pair.First.WallOffset)));
    }

    private static string Said(Offset by) => $"clock {(by > Offset.Zero ? "+" : string.Empty)}{Duration.FromTicks(by.Ticks).ToText()}";

    private TickStep Coarsest(int least, int width) =>
        TickStep.All.FirstOrDefault(step => step.About.TotalSeconds * width >= least * _range.Length.TotalSeconds) ?? TickStep.All[^1];
}
