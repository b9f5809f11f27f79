using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Proposes to override one occurrence of a freeze for the change; another person must confirm before the proposal expires (S-48).</summary>
/// <param name="Freeze">The freeze.</param>
/// <param name="At">An instant within the occurrence that is meant.</param>
/// <param name="Reason">Why it cannot wait; not blank.</param>
public sealed record ProposeFreezeOverride(RuleId Freeze, Instant At, string Reason) : ChangeCommand
{
    /// <summary>An instant within the occurrence that is meant, in whole microseconds.</summary>
    public Instant At { get; init => field = value.ToMicroseconds(); } = At.ToMicroseconds();

    /// <summary>Why it cannot wait; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.RequestOverride;

    internal override string Because => Reason;

    internal override (RuleId Freeze, Instant At)? AskedFreeze => (Freeze, At);

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model)
    {
        var frozen = attempt.FreezeAsked!;
        var expires = attempt.Stamp.At + ((Freeze)frozen.Rule).Override!.ProposalStands;
        return new FreezeOverrideProposed(header, new FreezeOverrideRequest(new FreezePass(frozen.Rule.Id, frozen.Span), attempt.Stamp.Actor, expires.ToMicroseconds(), Reason));
    }
}

/// <summary>Confirms, as a second person, that one occurrence of a freeze is overridden for the change (S-48).</summary>
/// <param name="Freeze">The freeze.</param>
/// <param name="At">An instant within the occurrence that is meant.</param>
public sealed record ConfirmFreezeOverride(RuleId Freeze, Instant At) : ChangeCommand
{
    /// <summary>An instant within the occurrence that is meant, in whole microseconds.</summary>
    public Instant At { get; init => field = value.ToMicroseconds(); } = At.ToMicroseconds();

    private protected override Trigger Takes => ChangeTriggers.OverrideFreeze;

    internal override (RuleId Freeze, Instant At)? AskedFreeze => (Freeze, At);

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new FreezeOverridden(header, attempt.OverrideProposal!.Pass, attempt.OverrideProposal.By.Id);
}

/// <summary>Overriding a freeze for the change was proposed.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Request">Which occurrence, by whom, why, and until when the proposal stands.</param>
public sealed record FreezeOverrideProposed(EventHeader Header, FreezeOverrideRequest Request)
    : ChangeEvent(Header);

/// <summary>A second person confirmed: the occurrence of the freeze does not bind the change, as long as it stays as it was authorized (S-48).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Pass">Which occurrence.</param>
/// <param name="Proposer">Who had proposed it.</param>
public sealed record FreezeOverridden(EventHeader Header, FreezePass Pass, ActorId Proposer)
    : ChangeEvent(Header);
