using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>What no plan is said to be better than, and how far from it a plan is said to be (S-54).</summary>
/// <param name="Hard">What every plan leaves out at least.</param>
/// <param name="Soft">What the rest costs at least in every plan that leaves out no more.</param>
/// <param name="HardGap">How much less might be left out.</param>
/// <param name="SoftGap">How much less the rest might cost, where nothing less can be left out; otherwise zero.</param>
public sealed record BoundClaim(long Hard, long Soft, long HardGap, long SoftGap)
{
    internal static BoundClaim Of(PlanGap gap) => new(gap.HardBound, gap.SoftBound, gap.Hard, gap.Soft);
}
