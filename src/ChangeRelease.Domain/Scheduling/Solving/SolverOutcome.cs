namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>What a solver found: where each task starts, or <see cref="Timetable.Nowhere"/>, what that costs, and what none can be better than.</summary>
internal sealed record SolverOutcome(int[] Starts, Worth Worth, Worth Bound, long Placements);
