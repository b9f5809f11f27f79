using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A piece of work that is to be planned: it is done in one uninterrupted slot (S-47, S-54).</summary>
/// <remarks>The slot holds preparation, work and back-out, each taken as whole granules of the problem's grid.</remarks>
public sealed record WorkItem
{
    /// <summary>The greatest <see cref="Priority"/>, <see cref="Weight"/> and <see cref="Risk"/>.</summary>
    public const int Most = 1_000_000;

    /// <summary>Takes what every item has.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="effort">How long it takes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public WorkItem(WorkItemId id, Effort effort)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(effort);
        (Id, Effort) = (id, effort);
    }

    /// <summary>Its name.</summary>
    public WorkItemId Id { get; }

    /// <summary>How long it takes.</summary>
    public Effort Effort { get; }

    /// <summary>What it takes of resources; each resource once.</summary>
    public ValueList<Demand> Demands { get; init; } = [];

    /// <summary>When it may be done: all of the slot is open in every one of these; any time when there is none.</summary>
    public ValueList<PlanningTimes> Times { get; init; } = [];

    /// <summary>The earliest start; null when the horizon alone bounds it.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>By when the slot should end; null when it may end at any time. Later is possible and costs (<see cref="PlanningObjective.Tardiness"/>).</summary>
    public Instant? Due { get; init; }

    /// <summary>By when the slot must end; null when the horizon alone bounds it.</summary>
    public Instant? Deadline { get; init; }

    /// <summary>The start that it must have, since it is promised or booked; null when it is free.</summary>
    public Instant? Fixed { get; init; }

    /// <summary>The start that it should have; null when it is all the same. Others are possible and cost (<see cref="PlanningObjective.Preference"/>).</summary>
    public Instant? Preferred { get; init; }

    /// <summary>What it costs, before everything else, to leave it out; 1 to <see cref="Most"/>.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>How much its times count against those of others; 0 to <see cref="Most"/>.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>How much risk it brings, for limits that count risk; 0 to <see cref="Most"/>.</summary>
    public int Risk { get; init; }

    /// <summary>Whether a new plan may move it from where the plan before had it.</summary>
    public bool MayMove { get; init; } = true;

    /// <summary>Its classes, for limits.</summary>
    public ValueList<ChangeClass> Classes { get; init; } = [];

    /// <summary>Its name.</summary>
    /// <returns>For example <c>REL-7</c>.</returns>
    public override string ToString() => Id.ToString();
}
