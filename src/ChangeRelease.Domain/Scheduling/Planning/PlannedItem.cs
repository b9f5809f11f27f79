using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>An item with its slot.</summary>
public sealed record PlannedItem
{
    internal PlannedItem(WorkItem item, Slot slot, Slot work) => (Item, Slot, Work) = (item, slot, work);

    /// <summary>The item.</summary>
    public WorkItem Item { get; }

    /// <summary>The whole slot: preparation, work and back-out (S-47).</summary>
    public Slot Slot { get; }

    /// <summary>The part of it in which the work itself is done.</summary>
    public Slot Work { get; }

    /// <summary>The item and its slot.</summary>
    /// <returns>For example <c>REL-7 [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)</c>.</returns>
    public override string ToString() => $"{Item} {Slot}";
}
