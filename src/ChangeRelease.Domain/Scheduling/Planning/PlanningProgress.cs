namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a planner has found so far: told whenever it finds something better.</summary>
/// <param name="Schedules">How many schedules were tried.</param>
/// <param name="Hard">What is left out, by priority.</param>
/// <param name="Soft">What the rest costs.</param>
/// <param name="SoftBound">What the rest costs at least.</param>
public sealed record PlanningProgress(long Schedules, long Hard, long Soft, long SoftBound);
