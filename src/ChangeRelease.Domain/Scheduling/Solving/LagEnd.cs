namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>The other end of a lag.</summary>
/// <param name="Task">The other task.</param>
/// <param name="Least">The least distance from start to start.</param>
internal readonly record struct LagEnd(int Task, int Least);
