namespace ChangeRelease.Domain.Testing;

/// <summary>Whether a plan costs what it says, and whether its bound may be one.</summary>
internal static class ScoreCheck
{
    public static IEnumerable<PlanViolation> Of(PlanClaims claims, ScoreClaim reckoned) =>
        [.. claims.Score is { } score ? OfScore(score, reckoned) : [], .. claims.Bound is { } bound ? OfBound(bound, reckoned) : []];

    private static IEnumerable<PlanViolation> OfScore(ScoreClaim claimed, ScoreClaim reckoned)
    {
        if (claimed.Hard != reckoned.Hard)
        {
            yield return Found(PlanViolationCodes.ScoreHardWrong, "hard", FormattableString.Invariant($"It leaves out {reckoned.Hard}, and says {claimed.Hard}."));
        }

        if (claimed.Soft != reckoned.Soft)
        {
            yield return Found(PlanViolationCodes.ScoreSoftWrong, "soft", FormattableString.Invariant($"It costs {reckoned.Soft}, and says {claimed.Soft}."));
        }

        foreach (var part in reckoned.Parts.Except(claimed.Parts))
        {
            yield return Found(PlanViolationCodes.ScorePartWrong, part.Name, FormattableString.Invariant($"The part {part} is missing."));
        }

        foreach (var part in claimed.Parts.Except(reckoned.Parts))
        {
            yield return Found(PlanViolationCodes.ScorePartWrong, part.Name, FormattableString.Invariant($"The part {part} is not what it costs."));
        }
    }

    private static IEnumerable<PlanViolation> OfBound(BoundClaim bound, ScoreClaim reckoned)
    {
        if ((bound.Hard, bound.Soft).CompareTo((reckoned.Hard, reckoned.Soft)) > 0)
        {
            yield return Found(
                PlanViolationCodes.BoundAboveScore, "bound", FormattableString.Invariant($"It costs {reckoned.Hard} and {reckoned.Soft}, which is below the bound {bound.Hard} and {bound.Soft}."));
        }

        if (bound.HardGap != reckoned.Hard - bound.Hard || bound.SoftGap != (bound.HardGap == 0 ? reckoned.Soft - bound.Soft : 0))
        {
            yield return Found(
                PlanViolationCodes.GapWrong, "gap", FormattableString.Invariant($"From {bound.Hard} and {bound.Soft} to {reckoned.Hard} and {reckoned.Soft} it is not {bound.HardGap} and {bound.SoftGap}."));
        }
    }

    private static PlanViolation Found(string code, string name, string message) => new(code, name, [], message);
}
