namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>The start of one task is no earlier than the start of another and a number of granules.</summary>
/// <param name="From">The other.</param>
/// <param name="To">The one.</param>
/// <param name="Least">How many granules; negative when the one may start earlier, but not by more.</param>
internal readonly record struct CompactLag(int From, int To, int Least);
