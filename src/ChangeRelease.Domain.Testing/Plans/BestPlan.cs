using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>The best of all plans of a small problem.</summary>
/// <param name="Score">What it costs.</param>
/// <param name="Placed">What it places, in the order of ids; there may be others that cost the same.</param>
/// <param name="Combinations">How many combinations of starts there are, leaving items out included.</param>
public sealed record BestPlan(ScoreClaim Score, ValueList<PlacedItem> Placed, long Combinations);
