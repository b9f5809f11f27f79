using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ReleasePortfolio;

/// <summary>What the plan says of itself.</summary>
internal static class Reasons
{
    private const int Shown = 8;

    public static void WriteLeftovers(TextWriter to, Plan plan)
    {
        foreach (var leftover in plan.Leftovers)
        {
            to.WriteLine($"  {leftover.Item}");
            Write(to, leftover.Obstacles);
        }
    }

    public static void WriteWhyNotEarlier(TextWriter to, Plan plan)
    {
        var asked = new WorkItemId("python 3.14.7 europe");
        to.WriteLine($"  {asked} starts {Clock.Show(plan.Find(asked)!.Slot.Start, Region.InOrder[1].Zone)}. Before that:");
        Write(to, plan.WhyNotEarlier(asked));
    }

    private static void Write(TextWriter to, ValueList<PlanObstacle> obstacles)
    {
        foreach (var obstacle in obstacles.Take(Shown))
        {
            to.WriteLine($"    {Clock.Show(obstacle.Span.Start, Portfolio.Zone)} to {Clock.Show(obstacle.Span.End, Portfolio.Zone)}: {obstacle.Sentence}");
        }

        if (obstacles.Count > Shown)
        {
            to.WriteLine($"    and {obstacles.Count - Shown} more");
        }
    }
}
