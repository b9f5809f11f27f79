namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>What some tasks cost at least together, however they are planned: known before the search begins.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Least">What their starts cost at least.</param>
internal sealed record CostFloor(int[] Tasks, long Least);
