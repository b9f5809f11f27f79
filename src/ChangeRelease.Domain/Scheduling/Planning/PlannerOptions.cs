namespace ChangeRelease.Domain.Scheduling;

/// <summary>How to look for a plan.</summary>
public sealed record PlannerOptions
{
    /// <summary>Seed zero and the ordinary budget.</summary>
    public static PlannerOptions Ordinary { get; } = new();

    /// <summary>Where chance begins: the same problem, seed and number of schedules give the same plan.</summary>
    public long Seed { get; init; }

    /// <summary>How long to look.</summary>
    public PlanningBudget Budget { get; init; } = PlanningBudget.Ordinary;

    /// <summary>Whether to end with the first plan that leaves nothing out, or once it is proved that there is none.</summary>
    public bool WholeIsEnough { get; init; }
}
