using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What someone wants done to a change: a closed family. Who and when stand in the stamp, never here (S-9).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OpenChange), "open-change")]
[JsonDerivedType(typeof(SubmitChange), "submit-change")]
[JsonDerivedType(typeof(AssessChange), "assess-change")]
[JsonDerivedType(typeof(AuthorizeChange), "authorize-change")]
[JsonDerivedType(typeof(RejectChange), "reject-change")]
[JsonDerivedType(typeof(ReviseChange), "revise-change")]
[JsonDerivedType(typeof(DeferChange), "defer-change")]
[JsonDerivedType(typeof(ResumeChange), "resume-change")]
[JsonDerivedType(typeof(ReauthorizeChange), "reauthorize-change")]
[JsonDerivedType(typeof(VoteOnChange), "vote-on-change")]
[JsonDerivedType(typeof(WithdrawChangeVote), "withdraw-change-vote")]
[JsonDerivedType(typeof(CarryOverVote), "carry-over-vote")]
[JsonDerivedType(typeof(RecordBoardDecision), "record-board-decision")]
[JsonDerivedType(typeof(WithdrawBoardDecision), "withdraw-board-decision")]
[JsonDerivedType(typeof(ScheduleChange), "schedule-change")]
[JsonDerivedType(typeof(RescheduleChange), "reschedule-change")]
[JsonDerivedType(typeof(UnscheduleChange), "unschedule-change")]
[JsonDerivedType(typeof(LapseChangeSlot), "lapse-change-slot")]
[JsonDerivedType(typeof(FallBackToNormal), "fall-back-to-normal")]
[JsonDerivedType(typeof(StartChange), "start-change")]
[JsonDerivedType(typeof(ProposeBreakGlass), "propose-break-glass")]
[JsonDerivedType(typeof(ConfirmBreakGlass), "confirm-break-glass")]
[JsonDerivedType(typeof(ProposeFreezeOverride), "propose-freeze-override")]
[JsonDerivedType(typeof(ConfirmFreezeOverride), "confirm-freeze-override")]
[JsonDerivedType(typeof(RevokePermit), "revoke-permit")]
[JsonDerivedType(typeof(ReportPermit), "report-permit")]
[JsonDerivedType(typeof(CompleteChange), "complete-change")]
[JsonDerivedType(typeof(BackOutChange), "back-out-change")]
[JsonDerivedType(typeof(FinishBackOut), "finish-back-out")]
[JsonDerivedType(typeof(FailBackOut), "fail-back-out")]
[JsonDerivedType(typeof(EscalateDebt), "escalate-debt")]
[JsonDerivedType(typeof(RatifyChange), "ratify-change")]
[JsonDerivedType(typeof(RepudiateChange), "repudiate-change")]
[JsonDerivedType(typeof(ReviewChange), "review-change")]
[JsonDerivedType(typeof(CloseChange), "close-change")]
[JsonDerivedType(typeof(HoldChange), "hold-change")]
[JsonDerivedType(typeof(CancelChange), "cancel-change")]
[JsonDerivedType(typeof(AmendChange), "amend-change")]
[JsonDerivedType(typeof(RetypeChange), "retype-change")]
[JsonDerivedType(typeof(AnnotateChange), "annotate-change")]
[JsonDerivedType(typeof(RecordChangeTask), "record-change-task")]
[JsonDerivedType(typeof(MigrateChange), "migrate-change")]
[JsonDerivedType(typeof(ActOnChange), "act-on-change")]
public abstract record ChangeCommand
{
    private protected ChangeCommand()
    {
    }

    /// <summary>The trigger that the command takes; null for opening, which has no state to leave, and for moving to another definition, which is no step of either.</summary>
    [JsonIgnore]
    public Trigger? Trigger => Takes;

    private protected abstract Trigger? Takes { get; }

    /// <summary>What the command says, as values for its trigger's parameters; what it leaves open is left out.</summary>
    /// <returns>The arguments: <see cref="ActOnChange"/> with them is the same command.</returns>
    public virtual Arguments ToArguments() => ChangeForms.All.ArgumentsOf(this);

    /// <summary>The text in which the command says why; null when it needs none.</summary>
    internal virtual string? Because => null;

    /// <summary>The slots it asks for; null when it asks for none.</summary>
    internal virtual ValueList<Slot>? AskedSlots => null;

    /// <summary>The release it wants to ride on; null when it has slots of its own.</summary>
    internal virtual ReleaseId? AskedCarrier => null;

    /// <summary>The freeze it is about, and an instant within the occurrence that is meant; null when it is about none.</summary>
    internal virtual (RuleId Freeze, Instant At)? AskedFreeze => null;

    /// <summary>The change model it moves to; null when it stays under its own.</summary>
    internal virtual LifecycleRef? AskedModel => null;

    /// <summary>Whether the change has it already, so that saying it again takes no effect (S-5).</summary>
    internal virtual bool IsAlreadySo(ChangeRequest change) => false;

    internal virtual ChangeContent ContentAfter(ChangeRequest change, Stamp stamp) => change.Content;

    internal virtual ChangeContent ContentAfter(ChangeAttempt attempt) => ContentAfter(attempt.Change, attempt.Stamp);

    internal abstract ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model);
}
