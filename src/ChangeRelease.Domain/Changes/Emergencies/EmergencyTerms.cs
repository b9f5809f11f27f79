using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>A host's terms for emergencies (S-33, S-34).</summary>
public sealed record EmergencyTerms
{
    private static readonly Duration Longest = Duration.FromDays(3_660);

    /// <summary>States the terms.</summary>
    /// <param name="leastSeverity">The least severity of an incident for which glass may be broken.</param>
    /// <param name="breakGlassLimit">How often glass may be broken within any <paramref name="breakGlassPeriod"/>; 0 for never.</param>
    /// <param name="breakGlassPeriod">How far the limit looks back: a use counts from its instant until this long after it, that end excluded.</param>
    /// <param name="proposalStands">How long a proposal to break glass waits for its second person.</param>
    /// <param name="ratifyWithin">How long after its start an emergency must be ratified.</param>
    /// <param name="reviewWithin">How long after its start an emergency must be reviewed.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="leastSeverity"/> is no grade, <paramref name="breakGlassLimit"/> is negative, or a duration is not positive or longer than 3 660 days.
    /// </exception>
    public EmergencyTerms(Grade leastSeverity, int breakGlassLimit, Duration breakGlassPeriod, Duration proposalStands, Duration ratifyWithin, Duration reviewWithin)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(breakGlassLimit);
        LeastSeverity = Enum.IsDefined(leastSeverity) ? leastSeverity : throw new ArgumentOutOfRangeException(nameof(leastSeverity), leastSeverity, "A severity is one of the grades.");
        BreakGlassLimit = breakGlassLimit;
        BreakGlassPeriod = Checked(breakGlassPeriod, nameof(breakGlassPeriod));
        ProposalStands = Checked(proposalStands, nameof(proposalStands));
        RatifyWithin = Checked(ratifyWithin, nameof(ratifyWithin));
        ReviewWithin = Checked(reviewWithin, nameof(reviewWithin));
    }

    /// <summary>The least severity of an incident for which glass may be broken.</summary>
    public Grade LeastSeverity { get; }

    /// <summary>How often glass may be broken within any <see cref="BreakGlassPeriod"/>; 0 for never.</summary>
    public int BreakGlassLimit { get; }

    /// <summary>How far the limit looks back: a use counts from its instant until this long after it, that end excluded.</summary>
    public Duration BreakGlassPeriod { get; }

    /// <summary>How long a proposal to break glass waits for its second person; at its end it is void.</summary>
    public Duration ProposalStands { get; }

    /// <summary>How long after its start an emergency must be ratified.</summary>
    public Duration RatifyWithin { get; }

    /// <summary>How long after its start an emergency must be reviewed.</summary>
    public Duration ReviewWithin { get; }

    /// <summary>What overdue debt of a service means for its next emergency; one more approver unless the host says otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is undefined.</exception>
    public OverdueDebtRule WhenOverdue
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(WhenOverdue), value, "Overdue debt asks for one more approver, or refuses.");
    }

    /// <summary>What an emergency owes that starts at an instant.</summary>
    internal EmergencyDebt DebtFrom(Instant start) => new((start + RatifyWithin).ToMicroseconds(), (start + ReviewWithin).ToMicroseconds());

    private static Duration Checked(Duration term, string name) => term > Duration.Zero && term <= Longest
        ? term
        : throw new ArgumentOutOfRangeException(name, term, "A term is positive, and 3 660 days at most.");
}

/// <summary>What overdue debt of a service means for its next emergency (S-33).</summary>
public enum OverdueDebtRule
{
    /// <summary>One more approver than the policy asks for.</summary>
    OneMoreApprover,

    /// <summary>It is refused until the debt is paid.</summary>
    Refuses,
}
