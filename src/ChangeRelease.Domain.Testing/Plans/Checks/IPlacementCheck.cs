using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Looks at one item in a slot, beside others that are in theirs.</summary>
internal interface IPlacementCheck
{
    /// <summary>What an item breaks in a slot.</summary>
    IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others);
}
