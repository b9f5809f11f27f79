using System.Text.Json.Serialization;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What happened to a change: a closed family, each with the header that every event carries (S-6).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ChangeOpened), "change-opened")]
[JsonDerivedType(typeof(ChangeSubmitted), "change-submitted")]
[JsonDerivedType(typeof(AssessmentCompleted), "assessment-completed")]
[JsonDerivedType(typeof(ChangeAuthorized), "change-authorized")]
[JsonDerivedType(typeof(ChangeRejected), "change-rejected")]
[JsonDerivedType(typeof(ChangeRevised), "change-revised")]
[JsonDerivedType(typeof(ChangeDeferred), "change-deferred")]
[JsonDerivedType(typeof(ChangeResumed), "change-resumed")]
[JsonDerivedType(typeof(ChangeScheduled), "change-scheduled")]
[JsonDerivedType(typeof(ChangeRescheduled), "change-rescheduled")]
[JsonDerivedType(typeof(ChangeUnscheduled), "change-unscheduled")]
[JsonDerivedType(typeof(SlotLapsed), "slot-lapsed")]
[JsonDerivedType(typeof(AuthorizationReopened), "authorization-reopened")]
[JsonDerivedType(typeof(ChangeFellBack), "change-fell-back")]
[JsonDerivedType(typeof(ChangeStarted), "change-started")]
[JsonDerivedType(typeof(BreakGlassRequested), "break-glass-requested")]
[JsonDerivedType(typeof(GlassBroken), "glass-broken")]
[JsonDerivedType(typeof(FreezeOverrideProposed), "freeze-override-proposed")]
[JsonDerivedType(typeof(FreezeOverridden), "freeze-overridden")]
[JsonDerivedType(typeof(PermitRevoked), "permit-revoked")]
[JsonDerivedType(typeof(PermitReported), "permit-reported")]
[JsonDerivedType(typeof(ChangeCompleted), "change-completed")]
[JsonDerivedType(typeof(BackOutStarted), "back-out-started")]
[JsonDerivedType(typeof(ChangeBackedOut), "change-backed-out")]
[JsonDerivedType(typeof(ChangeBackOutFailed), "change-back-out-failed")]
[JsonDerivedType(typeof(DebtEscalated), "debt-escalated")]
[JsonDerivedType(typeof(ChangeRatified), "change-ratified")]
[JsonDerivedType(typeof(ChangeRepudiated), "change-repudiated")]
[JsonDerivedType(typeof(ChangeClosed), "change-closed")]
[JsonDerivedType(typeof(ChangeHeld), "change-held")]
[JsonDerivedType(typeof(ChangeCanceled), "change-canceled")]
[JsonDerivedType(typeof(ChangeAmended), "change-amended")]
[JsonDerivedType(typeof(ChangeTypeChanged), "change-type-changed")]
[JsonDerivedType(typeof(VoteCast), "vote-cast")]
[JsonDerivedType(typeof(VoteWithdrawn), "vote-withdrawn")]
[JsonDerivedType(typeof(VoteCarriedOver), "vote-carried-over")]
[JsonDerivedType(typeof(BoardDecisionWithdrawn), "board-decision-withdrawn")]
[JsonDerivedType(typeof(ChangeAnnotated), "change-annotated")]
[JsonDerivedType(typeof(TaskRecorded), "task-recorded")]
[JsonDerivedType(typeof(ReviewRecorded), "review-recorded")]
[JsonDerivedType(typeof(ChangeMigrated), "change-migrated")]
[JsonDerivedType(typeof(ChangeActedOn), "change-acted-on")]
public abstract record ChangeEvent
{
    private protected ChangeEvent(EventHeader header) => Header = header;

    /// <summary>When, who, the state it led to, and what was looked at.</summary>
    public EventHeader Header { get; }
}

/// <summary>A change was opened under a change model (S-13).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Id">The change.</param>
/// <param name="Model">The definition it was opened under.</param>
/// <param name="Content">What it says.</param>
public sealed record ChangeOpened(EventHeader Header, ChangeId Id, LifecycleRef Model, ChangeContent Content)
    : ChangeEvent(Header);

/// <summary>The draft was handed in.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ChangeSubmitted(EventHeader Header)
    : ChangeEvent(Header)
{
    /// <summary>The version of a template that it was submitted under, of which it takes a use; null when it needs none (S-30).</summary>
    public TemplatePin? Pin { get; init; }
}

/// <summary>Impact and risk were assessed.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Assessment">What was found.</param>
/// <param name="AcceptableTimes">When the change may be made.</param>
public sealed record AssessmentCompleted(EventHeader Header, Assessment Assessment, ValueList<Slot> AcceptableTimes)
    : ChangeEvent(Header);

/// <summary>The present content was authorized.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Approvers">Whose approvals counted.</param>
public sealed record ChangeAuthorized(EventHeader Header, ValueList<ActorId> Approvers)
    : ChangeEvent(Header);

/// <summary>It was turned down.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeRejected(EventHeader Header, string Reason)
    : ChangeEvent(Header);

/// <summary>It went back to its draft.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ChangeRevised(EventHeader Header)
    : ChangeEvent(Header);

/// <summary>It was put off.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Deferral">Until when, and by whom.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeDeferred(EventHeader Header, Deferral Deferral, string Reason)
    : ChangeEvent(Header);

/// <summary>It was taken up again.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ChangeResumed(EventHeader Header)
    : ChangeEvent(Header);

/// <summary>It was given its slots.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Slots">The slots in order.</param>
/// <param name="Aboard">The release whose booking it rides on; null when it has its own.</param>
public sealed record ChangeScheduled(EventHeader Header, ValueList<Slot> Slots, ReleaseId? Aboard)
    : ChangeEvent(Header);

/// <summary>It was given other slots.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Slots">The slots in order.</param>
/// <param name="Aboard">The release whose booking it rides on; null when it has its own.</param>
public sealed record ChangeRescheduled(EventHeader Header, ValueList<Slot> Slots, ReleaseId? Aboard)
    : ChangeEvent(Header);

/// <summary>Its slots were taken away.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeUnscheduled(EventHeader Header, string Reason)
    : ChangeEvent(Header);

/// <summary>Its slot was over and it had not started.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record SlotLapsed(EventHeader Header)
    : ChangeEvent(Header);

/// <summary>It went back to its authorization; its votes are void.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record AuthorizationReopened(EventHeader Header)
    : ChangeEvent(Header);

/// <summary>Its pre-authorization had lapsed, and it moved to another definition (S-13, S-31).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Model">The definition it lives under now.</param>
/// <param name="Reason">Why it was done.</param>
public sealed record ChangeFellBack(EventHeader Header, LifecycleRef Model, string Reason)
    : ChangeEvent(Header)
{
    /// <summary>Why the pre-authorization no longer held: every reason there was.</summary>
    public ValueList<string> Lapses { get; init; } = [];

    /// <summary>Where it goes when it is resumed, if it is on hold; else null.</summary>
    public State? ResumesTo { get; init; }
}

/// <summary>It began to be made.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Slots">The slots it is made in.</param>
/// <param name="Conflicts">The slots of others that an emergency's own booking overlaps.</param>
/// <param name="Debt">What an emergency owes; null for every other.</param>
/// <param name="Permits">What may happen now, for each environment.</param>
public sealed record ChangeStarted(EventHeader Header, ValueList<Slot> Slots, ValueList<Slot> Conflicts, EmergencyDebt? Debt, ValueList<Permit> Permits)
    : ChangeEvent(Header);

/// <summary>Going ahead without authorization was proposed.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Request">By whom, why, and until when the proposal stands.</param>
public sealed record BreakGlassRequested(EventHeader Header, BreakGlassRequest Request)
    : ChangeEvent(Header);

/// <summary>A second person confirmed, and it went ahead without authorization (S-34).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Proposer">Who had proposed it.</param>
/// <param name="Slots">The slot it booked itself.</param>
/// <param name="Conflicts">The slots of others that it overlaps.</param>
/// <param name="Debt">What it owes.</param>
/// <param name="Permits">What may happen now, for each environment.</param>
public sealed record GlassBroken(EventHeader Header, ActorId Proposer, ValueList<Slot> Slots, ValueList<Slot> Conflicts, EmergencyDebt Debt, ValueList<Permit> Permits)
    : ChangeEvent(Header);

/// <summary>The work ended.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ChangeCompleted(EventHeader Header)
    : ChangeEvent(Header);

/// <summary>The change began to be undone.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record BackOutStarted(EventHeader Header, string Reason)
    : ChangeEvent(Header);

/// <summary>The change was undone.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ChangeBackedOut(EventHeader Header)
    : ChangeEvent(Header);

/// <summary>The change could not be undone.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeBackOutFailed(EventHeader Header, string Reason)
    : ChangeEvent(Header);

/// <summary>It was approved afterwards.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Approvers">Whose approvals counted.</param>
public sealed record ChangeRatified(EventHeader Header, ValueList<ActorId> Approvers)
    : ChangeEvent(Header);

/// <summary>It was disapproved afterwards.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeRepudiated(EventHeader Header, string Reason)
    : ChangeEvent(Header);

/// <summary>Its review was accepted and it ended.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Outcome">What the review found.</param>
/// <param name="Reversal">The closed change that reversed a repudiated one; else null.</param>
/// <param name="Acceptance">Why a repudiated change stays as it is; empty otherwise.</param>
public sealed record ChangeClosed(EventHeader Header, ReviewOutcome Outcome, ChangeId? Reversal, string Acceptance)
    : ChangeEvent(Header);

/// <summary>It was stopped where it was; a booking is released.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="ResumesTo">Where it goes when it is resumed.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeHeld(EventHeader Header, State ResumesTo, string Reason)
    : ChangeEvent(Header);

/// <summary>It was given up.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeCanceled(EventHeader Header, string Reason)
    : ChangeEvent(Header);

/// <summary>Its content was edited.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Fields">The fields that differ.</param>
/// <param name="IsMaterial">Whether votes and booking are void.</param>
/// <param name="ResumesTo">Where it goes when it is resumed, if it is on hold; else null.</param>
/// <param name="Model">The definition it lives under now.</param>
public sealed record ChangeAmended(EventHeader Header, ChangeContent Content, ValueList<string> Fields, bool IsMaterial, State? ResumesTo, LifecycleRef Model)
    : ChangeEvent(Header);

/// <summary>The draft was put under another change model.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Model">The definition it lives under now.</param>
public sealed record ChangeTypeChanged(EventHeader Header, LifecycleRef Model)
    : ChangeEvent(Header);

/// <summary>Someone voted.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Vote">The vote.</param>
public sealed record VoteCast(EventHeader Header, Vote Vote)
    : ChangeEvent(Header);

/// <summary>Someone took a vote back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Voter">Whose vote.</param>
public sealed record VoteWithdrawn(EventHeader Header, ActorId Voter)
    : ChangeEvent(Header);

/// <summary>A vote that an amendment had voided was let stand for the present content.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Vote">The vote as it stands now.</param>
/// <param name="From">The digest of the content that it was cast for.</param>
/// <param name="Reason">Why the amendment does not touch what the voter looked at.</param>
public sealed record VoteCarriedOver(EventHeader Header, Vote Vote, Digest From, string Reason)
    : ChangeEvent(Header);

/// <summary>A note was added.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Text">The note.</param>
public sealed record ChangeAnnotated(EventHeader Header, string Text)
    : ChangeEvent(Header);

/// <summary>A task was done.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Task">The task.</param>
public sealed record TaskRecorded(EventHeader Header, TaskRecord Task)
    : ChangeEvent(Header);

/// <summary>A post-implementation review was noted.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Review">The review.</param>
public sealed record ReviewRecorded(EventHeader Header, Review Review)
    : ChangeEvent(Header);
