namespace ChangeRelease.Domain.Changes;

/// <summary>Where a scale rises.</summary>
/// <param name="From">The first number that has the grade.</param>
/// <param name="Grade">The grade from there on.</param>
public sealed record ScaleStep(long From, Grade Grade);
