using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A change or a release that another depends on.</summary>
/// <param name="Item">Its name in a plan.</param>
/// <param name="IsMade">Whether it is made and stands, or is live.</param>
/// <param name="Ends">When its last slot ends; null when it has none.</param>
internal sealed record PlanningDependency(WorkItemId Item, bool IsMade, Instant? Ends)
{
    public static PlanningDependency Of(WorkItemId item, bool isMade, ValueList<Slot>? slots) => new(item, isMade, slots is { Count: > 0 } ? slots[^1].End : null);
}
