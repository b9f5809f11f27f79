using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a plan is said to cost, or was reckoned to cost: hard before soft (S-54).</summary>
/// <param name="Hard">The sum of the priorities of what is left out.</param>
/// <param name="Soft">The rest.</param>
/// <param name="Parts">What the rest is made of: those that cost something.</param>
public sealed record ScoreClaim(long Hard, long Soft, ValueList<ScorePart> Parts)
{
    internal static ScoreClaim Of(PlanScore score) => new(score.Hard, score.Soft, score.Parts);
}
