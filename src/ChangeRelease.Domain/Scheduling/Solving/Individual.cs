namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A schedule of the genetic search: the order that made it, and where it put each task.</summary>
internal sealed record Individual(int[] Order, int[] Starts, int End);
