using System.Collections.Frozen;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>A problem as the checker reads it: from the draft, with instants and durations, and nothing that the planner worked out.</summary>
internal sealed class ProblemReading
{
    private readonly FrozenDictionary<WorkItemId, WorkItem> _items;
    private readonly FrozenDictionary<WorkItemId, WorkLayout> _layouts;
    private readonly Dictionary<PlanningTimes, SlotSet> _open = [];

    public ProblemReading(PlanningDraft draft, IDateTimeZoneProvider zones, IEnumerable<PlacedItem> previous)
    {
        (Draft, Zones) = (draft, zones);
        Grid = new TimeGrid(draft.Horizon, draft.Grid);
        _items = draft.Items.ToFrozenDictionary(item => item.Id);
        _layouts = draft.Items.ToFrozenDictionary(item => item.Id, item => new WorkLayout(item.Effort, Grid));
        Resources = draft.Resources.ToFrozenDictionary(resource => resource.Id);
        Before = previous.Where(placed => Grid.Has(placed.Slot.Start) && placed.Slot.Start >= draft.Horizon.Start).ToDictionary(placed => placed.Item, placed => placed.Slot.Start);
    }

    public PlanningDraft Draft { get; }

    public IDateTimeZoneProvider Zones { get; }

    public TimeGrid Grid { get; }

    public FrozenDictionary<ResourceId, PlanningResource> Resources { get; }

    /// <summary>Where the plan before had items.</summary>
    public IReadOnlyDictionary<WorkItemId, Instant> Before { get; }

    public WorkItem? Find(WorkItemId item) => _items.GetValueOrDefault(item);

    public WorkItem Of(WorkItemId item) => _items[item];

    public WorkLayout LayoutOf(WorkItemId item) => _layouts[item];

    /// <summary>The earliest start that an item asks for.</summary>
    public Instant FirstOf(WorkItem item) => item.NotBefore is { } notBefore ? Instant.Max(Grid.First, Grid.AtOrAfter(notBefore)) : Grid.First;

    public bool IsOpen(PlanningTimes times, Slot slot)
    {
        if (!_open.TryGetValue(times, out var open))
        {
            _open[times] = open = times.OpenWithin(Draft.Horizon);
        }

        return open.Contains(slot);
    }
}
