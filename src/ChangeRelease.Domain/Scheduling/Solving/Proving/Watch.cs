namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>A clause that has to be looked at when a view reaches a threshold, because one of its bounds is false then.</summary>
/// <param name="Threshold">The threshold.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Other">Another of its bounds: while that holds, nothing has to be done.</param>
internal readonly record struct Watch(int Threshold, int Clause, Bound Other);
