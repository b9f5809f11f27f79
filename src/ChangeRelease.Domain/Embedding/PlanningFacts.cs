using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What was looked up for an order.</summary>
/// <param name="Subjects">What is to be planned, each with its own slot.</param>
/// <param name="Riders">Changes that go with a release of the order.</param>
/// <param name="Calendar">When what may be done.</param>
/// <param name="Others">What others hold.</param>
/// <param name="Now">What time it is.</param>
internal sealed record PlanningFacts(
    ValueList<PlanningSubject> Subjects, ValueList<PlanningRider> Riders, ChangeCalendar Calendar, ValueList<(HolderId Holder, Holding Holding)> Others, Instant Now)
{
    /// <summary>The changes among the subjects.</summary>
    public IReadOnlyDictionary<WorkItemId, ChangeId> Changes { get; init; } = new Dictionary<WorkItemId, ChangeId>();

    /// <summary>The releases among the subjects.</summary>
    public IReadOnlyDictionary<WorkItemId, ReleaseId> Releases { get; init; } = new Dictionary<WorkItemId, ReleaseId>();
}
