using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a plan says is in the way of an item.</summary>
/// <param name="Kind">What is in the way.</param>
/// <param name="Span">Of which starts: from the first inside to the end, itself outside.</param>
/// <param name="Name">The calendar, closure, resource, exclusion, limit or rule that is meant; empty when there is none.</param>
/// <param name="Items">The items that are in the way; empty when there are none.</param>
public sealed record ObstacleClaim(PlanObstacleKind Kind, Slot Span, string Name, ValueList<WorkItemId> Items)
{
    internal static ObstacleClaim Of(PlanObstacle obstacle) => new(obstacle.Kind, obstacle.Span, obstacle.Name, obstacle.Items);
}
