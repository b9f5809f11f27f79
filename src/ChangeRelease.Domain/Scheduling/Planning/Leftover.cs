using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>An item that the plan leaves out, and everything that is in its way.</summary>
public sealed record Leftover
{
    internal Leftover(WorkItem item, ValueList<PlanObstacle> obstacles) => (Item, Obstacles) = (item, obstacles);

    /// <summary>The item.</summary>
    public WorkItem Item { get; }

    /// <summary>What is in the way of each start within the horizon, in order of time; at most <see cref="PlanObstacle.MostTold"/>.</summary>
    public ValueList<PlanObstacle> Obstacles { get; }

    /// <summary>The item, and what is in its way first.</summary>
    /// <returns>For example <c>REL-7: Frozen by …</c>.</returns>
    public override string ToString() => $"{Item}: {(Obstacles.Count > 0 ? Obstacles[0].Sentence : "There is no room.")}";
}
