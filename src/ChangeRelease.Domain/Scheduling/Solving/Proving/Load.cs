namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>One use of one resource by one task.</summary>
internal readonly record struct Load(int Task, int Resource, int Amount, int From, int Until);
