using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Where the days or weeks of a limit begin.</summary>
internal static class LimitEdges
{
    public static bool AreOnGrid(PlacementLimit limit, DateTimeZone zone, Slot horizon, PlanningGrid grid) => Instants(limit, zone, horizon).All(grid.Begins);

    public static int[] Of(PlacementLimit limit, DateTimeZone zone, Slot horizon, PlanningGrid grid) =>
        Instants(limit, zone, horizon).Select(grid.AtOrAfter).Distinct().ToArray();

    private static IEnumerable<Instant> Instants(PlacementLimit limit, DateTimeZone zone, Slot horizon)
    {
        var step = limit.Per == LimitPeriod.Week ? 7 : 1;
        var day = horizon.Start.InZone(zone).Date;
        for (var date = limit.Per == LimitPeriod.Week ? day.PlusDays(1).Previous(IsoDayOfWeek.Monday) : day; ; date = date.PlusDays(step))
        {
            var start = zone.AtStartOfDay(date).ToInstant();
            if (start >= horizon.End)
            {
                yield break;
            }

            if (start > horizon.Start)
            {
                yield return start;
            }
        }
    }
}
