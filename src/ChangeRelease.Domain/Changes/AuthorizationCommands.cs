using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Hands the draft in; for a retrospective change, what was recorded.</summary>
public sealed record SubmitChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Submit;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeSubmitted(header) { Pin = attempt.Pin };
}

/// <summary>Authorizes the present content; its own act, the completing vote does not authorize by itself.</summary>
public sealed record AuthorizeChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Authorize;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeAuthorized(header, attempt.Ballot.Count().Approvers);
}

/// <summary>Turns the change down.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record RejectChange(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Reject;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeRejected(header, Reason);
}

/// <summary>Takes a rejected change back to its draft; its votes are void.</summary>
public sealed record ReviseChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Revise;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeRevised(header);
}

/// <summary>Puts the change off.</summary>
/// <param name="Until">The first instant at which anybody may resume it; later than now.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record DeferChange(Instant Until, string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Defer;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeDeferred(header, new Deferral(Until.ToMicroseconds(), attempt.Stamp.Actor.Id), Reason);
}

/// <summary>Takes up what was deferred or held.</summary>
public sealed record ResumeChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Resume;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeResumed(header);
}

/// <summary>Asks for authorization anew, because an approval expired or its giver is no longer eligible.</summary>
public sealed record ReauthorizeChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Reauthorize;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new AuthorizationReopened(header);
}

/// <summary>Votes on the present content.</summary>
/// <param name="Choice">What the vote says.</param>
/// <param name="Seen">The digest of the content that the voter saw (S-23).</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="OnBehalfOf">Whose voice it uses, by delegation; null for the voter's own (S-22).</param>
public sealed record VoteOnChange(VoteChoice Choice, Digest Seen, string Reason = "", ActorId? OnBehalfOf = null) : ChangeCommand
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.CastVote;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new VoteCast(header, attempt.Ballot.Cast(Paper, attempt.Stamp));

    internal VotingPaper Paper => new(Choice, Seen, OnBehalfOf, Reason);
}

/// <summary>Takes one's own vote back, until it has taken effect (S-25).</summary>
public sealed record WithdrawChangeVote : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.WithdrawVote;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new VoteWithdrawn(header, attempt.Stamp.Actor.Voice);
}
