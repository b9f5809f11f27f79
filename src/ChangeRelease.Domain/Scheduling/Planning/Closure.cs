using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A stretch of time in which nothing is planned of some items, or some resources are not there: a freeze, a holiday, a team that is lost.</summary>
/// <param name="Name">What it is called in reasons; not blank, each name once.</param>
/// <param name="Span">The stretch; slots that merely touch it are not concerned.</param>
public sealed record Closure(string Name, Slot Span)
{
    /// <summary>The items; where there are neither items nor resources, every item is meant.</summary>
    public ValueList<WorkItemId> Items { get; init; } = [];

    /// <summary>The resources.</summary>
    public ValueList<ResourceId> Resources { get; init; } = [];

    internal bool IsAbout(WorkItem item) => Items.Count + Resources.Count == 0 || Items.Contains(item.Id);

    internal bool IsAbout(PlanningResource resource) => Resources.Contains(resource.Id);
}
