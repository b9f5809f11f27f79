namespace ChangeRelease.Domain.Scheduling;

/// <summary>How far a plan is from what no plan can be better than (S-54).</summary>
public sealed record PlanGap
{
    internal PlanGap(PlanScore score, long hardBound, long softBound) => (Hard, Soft, HardBound, SoftBound) =
        (score.Hard - hardBound, score.Hard == hardBound ? score.Soft - softBound : 0, hardBound, softBound);

    /// <summary>How much less might be left out: zero or more.</summary>
    public long Hard { get; }

    /// <summary>How much less the rest might cost, where nothing less can be left out; otherwise zero.</summary>
    public long Soft { get; }

    /// <summary>What every plan leaves out at least.</summary>
    public long HardBound { get; }

    /// <summary>What the rest costs at least in every plan that leaves out no more.</summary>
    public long SoftBound { get; }

    /// <summary>Whether no plan is better.</summary>
    public bool IsClosed => Hard == 0 && Soft == 0;

    /// <summary>The gap for people.</summary>
    /// <returns>For example <c>at most 4.1 % above the bound 71</c>, or <c>none: no plan is better</c>.</returns>
    public override string ToString() =>
        IsClosed ? "none: no plan is better"
        : Hard > 0 ? FormattableString.Invariant($"at most {Hard}, by priority, of what is left out might be planned")
        : SoftBound > 0 ? FormattableString.Invariant($"at most {100.0 * Soft / SoftBound:0.0} % above the bound {SoftBound}")
        : FormattableString.Invariant($"at most {Soft} above the bound {SoftBound}");
}
