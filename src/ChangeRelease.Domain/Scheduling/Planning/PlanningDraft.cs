using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a planning problem is made from; the order of its lists means nothing.</summary>
/// <param name="Horizon">The stretch of time that is planned: every slot lies within.</param>
public sealed record PlanningDraft(Slot Horizon)
{
    /// <summary>Starts and lengths are whole granules of this length, counted from 1970 in UTC; a microsecond or longer.</summary>
    public Duration Grid { get; init; } = Duration.FromMinutes(1);

    /// <summary>What is to be planned.</summary>
    public ValueList<WorkItem> Items { get; init; } = [];

    /// <summary>What work takes.</summary>
    public ValueList<PlanningResource> Resources { get; init; } = [];

    /// <summary>What depends on what.</summary>
    public ValueList<Precedence> Precedences { get; init; } = [];

    /// <summary>What does not overlap.</summary>
    public ValueList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How much may be at a time.</summary>
    public ValueList<PlacementLimit> Limits { get; init; } = [];

    /// <summary>When nothing may be.</summary>
    public ValueList<Closure> Closures { get; init; } = [];

    /// <summary>Rules of the host's own.</summary>
    public ValueList<PlacementRule> Rules { get; init; } = [];

    /// <summary>What is better.</summary>
    public PlanningObjective Objective { get; init; } = PlanningObjective.Ordinary;
}
