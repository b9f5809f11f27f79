using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Votes on the version that is being decided on.</summary>
/// <param name="Choice">What the vote says.</param>
/// <param name="Seen">The digest of the content that the voter saw (S-23).</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="OnBehalfOf">Whose voice it uses, by delegation; null for the voter's own (S-22).</param>
public sealed record VoteOnTemplate(VoteChoice Choice, Digest Seen, string Reason = "", ActorId? OnBehalfOf = null) : TemplateCommand
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => TemplateTriggers.CastVote;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) =>
        new TemplateVoteCast(header, attempt.Ballot.Cast(Paper, attempt.Stamp));

    internal VotingPaper Paper => new(Choice, Seen, OnBehalfOf, Reason);
}

/// <summary>Takes one's own vote back, until it has taken effect (S-25).</summary>
public sealed record WithdrawTemplateVote : TemplateCommand
{
    private protected override Trigger Takes => TemplateTriggers.WithdrawVote;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateVoteWithdrawn(header, attempt.Stamp.Actor.Voice);
}

/// <summary>Puts the approved version in force, with the next number; its validity begins now. What was suspended ends with it.</summary>
public sealed record PublishTemplate : TemplateCommand
{
    private protected override Trigger Takes => TemplateTriggers.Publish;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplatePublished(
        header,
        (attempt.Template.Latest?.Number ?? 0) + 1,
        ExpiryOf(attempt),
        attempt.Ballot.Count().Approvers);

    // Whoever asks for longer than time goes on is given until its end.
    private static Instant ExpiryOf(TemplateAttempt attempt)
    {
        var (now, validity) = (attempt.Stamp.At, attempt.Template.Content.Validity!.Value);
        return validity < Instant.MaxValue - now ? (now + validity).ToMicroseconds() : Instant.MaxValue.ToMicroseconds();
    }
}

/// <summary>Turns the version down; it may be amended and handed in again, and its votes are void.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record RejectTemplate(string Reason) : TemplateCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => TemplateTriggers.Reject;

    internal override string Because => Reason;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateRejected(header, Reason);
}

/// <summary>Takes what is in force out of force: changes in flight fall back (S-31). Anybody may, since nobody is trusted more by it.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record SuspendTemplate(string Reason) : TemplateCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => TemplateTriggers.Suspend;

    internal override string Because => Reason;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateSuspended(header, Reason);
}

/// <summary>Puts back in force what was suspended. Only a process owner may, who had no hand in the template (S-8).</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record ReinstateTemplate(string Reason) : TemplateCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => TemplateTriggers.Reinstate;

    internal override string Because => Reason;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateReinstated(header, Reason);
}

/// <summary>Ends the template: changes in flight fall back (S-31), and nothing of it is ever in force again.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record RetireTemplate(string Reason) : TemplateCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => TemplateTriggers.Retire;

    internal override string Because => Reason;

    internal override TemplateEvent Happened(TemplateAttempt attempt, EventHeader header) => new TemplateRetired(header, Reason);
}
