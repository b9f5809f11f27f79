using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a <see cref="PlanningDesk"/> plans together: changes and releases that wait for a slot, or may be given another (S-54).</summary>
/// <param name="Horizon">The stretch of time that is planned; every slot lies within, and none begins before now.</param>
public sealed record PlanningOrder(Slot Horizon)
{
    /// <summary>The changes; those that a release of the order carries go with it.</summary>
    public ValueList<ChangeId> Changes { get; init; } = [];

    /// <summary>The releases.</summary>
    public ValueList<ReleaseId> Releases { get; init; } = [];

    /// <summary>Starts are whole granules of this length, counted from 1970 in UTC, and lengths are rounded up to them.</summary>
    public Duration Grid { get; init; } = Duration.FromMinutes(5);

    /// <summary>How urgent changes are: what a change counts is the weight of its priority.</summary>
    public PriorityTable Priorities { get; init; } = PriorityTable.Plain;

    /// <summary>How to look for a plan.</summary>
    public PlannerOptions Options { get; init; } = PlannerOptions.Ordinary;

    /// <summary>Adds what the host knows besides: teams with hours, limits, exclusions, rules of its own, another objective. It gets the draft that the desk made.</summary>
    public Func<PlanningDraft, PlanningDraft> Adding { get; init; } = draft => draft;
}
