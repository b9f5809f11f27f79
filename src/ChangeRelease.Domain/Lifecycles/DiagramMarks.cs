namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What is to be seen of an arrow, beside its text.</summary>
internal readonly record struct DiagramMarks(bool IsTaken, bool IsAvailable, bool IsUnavailable);
