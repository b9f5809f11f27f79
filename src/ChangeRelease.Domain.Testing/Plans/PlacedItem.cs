using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>An item in a slot, whoever put it there.</summary>
/// <param name="Item">The item.</param>
/// <param name="Slot">All of its slot: preparation, work and back-out (S-47).</param>
public sealed record PlacedItem(WorkItemId Item, Slot Slot)
{
    /// <summary>The part of the slot in which the work itself is said to be done; null when nothing is said.</summary>
    public Slot? Work { get; init; }

    /// <summary>The item and its slot.</summary>
    /// <returns>For example <c>REL-7 [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)</c>.</returns>
    public override string ToString() => $"{Item} {Slot}";

    internal static PlacedItem Of(PlannedItem planned) => new(planned.Item.Id, planned.Slot) { Work = planned.Work };
}
