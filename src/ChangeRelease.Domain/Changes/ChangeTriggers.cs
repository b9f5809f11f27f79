using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The triggers of the built-in change models; hosts may name their own beside them.</summary>
public static class ChangeTriggers
{
    /// <summary>Hands the draft in.</summary>
    public static Trigger Submit { get; } = new(nameof(Submit));

    /// <summary>Ends the assessment.</summary>
    public static Trigger CompleteAssessment { get; } = new(nameof(CompleteAssessment));

    /// <summary>Authorizes the present content.</summary>
    public static Trigger Authorize { get; } = new(nameof(Authorize));

    /// <summary>Turns it down.</summary>
    public static Trigger Reject { get; } = new(nameof(Reject));

    /// <summary>Takes a rejected change back to its draft.</summary>
    public static Trigger Revise { get; } = new(nameof(Revise));

    /// <summary>Puts it off until an instant.</summary>
    public static Trigger Defer { get; } = new(nameof(Defer));

    /// <summary>Takes up what was deferred or held.</summary>
    public static Trigger Resume { get; } = new(nameof(Resume));

    /// <summary>Gives it a slot.</summary>
    public static Trigger Schedule { get; } = new(nameof(Schedule));

    /// <summary>Gives it another slot.</summary>
    public static Trigger Reschedule { get; } = new(nameof(Reschedule));

    /// <summary>Takes its slot away.</summary>
    public static Trigger Unschedule { get; } = new(nameof(Unschedule));

    /// <summary>Notes that its slot is over and it never started.</summary>
    public static Trigger LapseSlot { get; } = new(nameof(LapseSlot));

    /// <summary>Asks for authorization anew.</summary>
    public static Trigger Reauthorize { get; } = new(nameof(Reauthorize));

    /// <summary>Leaves a lapsed pre-authorization for the way of a normal change.</summary>
    public static Trigger FallBack { get; } = new(nameof(FallBack));

    /// <summary>Begins to make the change.</summary>
    public static Trigger Start { get; } = new(nameof(Start));

    /// <summary>Proposes to go ahead without authorization.</summary>
    public static Trigger RequestBreakGlass { get; } = new(nameof(RequestBreakGlass));

    /// <summary>Confirms, as a second person, that it goes ahead without authorization.</summary>
    public static Trigger BreakGlass { get; } = new(nameof(BreakGlass));

    /// <summary>Proposes to override a freeze for the change.</summary>
    public static Trigger RequestOverride { get; } = new(nameof(RequestOverride));

    /// <summary>Confirms, as a second person, that a freeze is overridden for the change.</summary>
    public static Trigger OverrideFreeze { get; } = new(nameof(OverrideFreeze));

    /// <summary>Makes a permit void.</summary>
    public static Trigger Revoke { get; } = new(nameof(Revoke));

    /// <summary>Says how far the work under a permit has come.</summary>
    public static Trigger Report { get; } = new(nameof(Report));

    /// <summary>Ends the work.</summary>
    public static Trigger Complete { get; } = new(nameof(Complete));

    /// <summary>Begins to undo the change.</summary>
    public static Trigger BackOut { get; } = new(nameof(BackOut));

    /// <summary>Ends the undoing, with success.</summary>
    public static Trigger BackedOut { get; } = new(nameof(BackedOut));

    /// <summary>Ends the undoing, without success.</summary>
    public static Trigger BackOutFailed { get; } = new(nameof(BackOutFailed));

    /// <summary>Tells that what an emergency owes is overdue.</summary>
    public static Trigger Escalate { get; } = new(nameof(Escalate));

    /// <summary>Approves afterwards.</summary>
    public static Trigger Ratify { get; } = new(nameof(Ratify));

    /// <summary>Disapproves afterwards.</summary>
    public static Trigger Repudiate { get; } = new(nameof(Repudiate));

    /// <summary>Ends the review and the change.</summary>
    public static Trigger Close { get; } = new(nameof(Close));

    /// <summary>Stops it where it is.</summary>
    public static Trigger Hold { get; } = new(nameof(Hold));

    /// <summary>Gives it up.</summary>
    public static Trigger Cancel { get; } = new(nameof(Cancel));

    /// <summary>Edits the content.</summary>
    public static Trigger Amend { get; } = new(nameof(Amend));

    /// <summary>Puts the draft under another change model.</summary>
    public static Trigger ChangeType { get; } = new(nameof(ChangeType));

    /// <summary>Votes.</summary>
    public static Trigger CastVote { get; } = new(nameof(CastVote));

    /// <summary>Takes a vote back.</summary>
    public static Trigger WithdrawVote { get; } = new(nameof(WithdrawVote));

    /// <summary>Lets a vote that an amendment voided stand for the present content.</summary>
    public static Trigger CarryOver { get; } = new(nameof(CarryOver));

    /// <summary>Records what a board decided.</summary>
    public static Trigger RecordDecision { get; } = new(nameof(RecordDecision));

    /// <summary>Takes a board's decision back.</summary>
    public static Trigger WithdrawDecision { get; } = new(nameof(WithdrawDecision));

    /// <summary>Adds a note.</summary>
    public static Trigger Annotate { get; } = new(nameof(Annotate));

    /// <summary>Notes that a task of the plan was done.</summary>
    public static Trigger RecordTask { get; } = new(nameof(RecordTask));

    /// <summary>Notes the outcome of the post-implementation review.</summary>
    public static Trigger RecordReview { get; } = new(nameof(RecordReview));
}
