namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Two tasks that keep apart: the start of the other less that of the one is at most the one number or at least the other.</summary>
/// <param name="One">The one task.</param>
/// <param name="Other">The other.</param>
/// <param name="After">At most this where the other goes first.</param>
/// <param name="Before">At least this where the one goes first.</param>
internal readonly record struct Apart(int One, int Other, int After, int Before);
