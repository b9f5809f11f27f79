using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Begins to make the change: the moment at which everything is checked again.</summary>
public sealed record StartChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Start;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeStarted(header, attempt.SlotCase.Slots, attempt.SlotCase.Conflicts, attempt.Debt, PermitIssue.Of(attempt, header));
}

/// <summary>Proposes to go ahead without authorization; another person must confirm before the proposal expires (S-34).</summary>
/// <param name="Reason">Why it cannot wait; not blank.</param>
public sealed record ProposeBreakGlass(string Reason) : ChangeCommand
{
    /// <summary>Why it cannot wait; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.RequestBreakGlass;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new BreakGlassRequested(
        header,
        new BreakGlassRequest(attempt.Stamp.Actor, (attempt.Stamp.At + attempt.Facts.Emergency!.Terms.ProposalStands).ToMicroseconds(), Reason));
}

/// <summary>Confirms, as a second person, that the change goes ahead without authorization (S-34).</summary>
public sealed record ConfirmBreakGlass : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.BreakGlass;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new GlassBroken(
        header, attempt.Change.BreakGlassRequest!.By.Id, attempt.SlotCase.Slots, attempt.SlotCase.Conflicts, attempt.Debt!, PermitIssue.Of(attempt, header));
}

/// <summary>Ends the work.</summary>
public sealed record CompleteChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Complete;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeCompleted(header);
}

/// <summary>Begins to undo the change.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record BackOutChange(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.BackOut;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new BackOutStarted(header, Reason);
}

/// <summary>Ends the undoing, with success.</summary>
public sealed record FinishBackOut : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.BackedOut;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeBackedOut(header);
}

/// <summary>Ends the undoing, without success.</summary>
/// <param name="Reason">What went wrong; not blank.</param>
public sealed record FailBackOut(string Reason) : ChangeCommand
{
    /// <summary>What went wrong; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.BackOutFailed;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeBackOutFailed(header, Reason);
}

/// <summary>Approves afterwards, on the votes cast while ratifying.</summary>
public sealed record RatifyChange : ChangeCommand
{
    private protected override Trigger Takes => ChangeTriggers.Ratify;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeRatified(header, attempt.Ballot.Count().Approvers);
}

/// <summary>Disapproves afterwards; closing then needs a reversal, or a recorded acceptance.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record RepudiateChange(string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.Repudiate;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new ChangeRepudiated(header, Reason);
}

/// <summary>Notes the outcome of the post-implementation review.</summary>
/// <param name="Outcome">What it found.</param>
/// <param name="Findings">What was learned; may be empty.</param>
/// <param name="Incident">The severity of the worst incident that the change caused; null when it caused none.</param>
public sealed record ReviewChange(ReviewOutcome Outcome, string Findings = "", Grade? Incident = null) : ChangeCommand
{
    /// <summary>What was learned; may be empty.</summary>
    public string Findings { get; init => field = Text.Canonical(value, nameof(Findings)); } = Text.Canonical(Findings, nameof(Findings));

    private protected override Trigger Takes => ChangeTriggers.RecordReview;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ReviewRecorded(header, new Review(Outcome, Findings, attempt.Stamp.Actor) { Incident = Incident });
}

/// <summary>Ends the review and the change.</summary>
/// <param name="Reversal">For a repudiated change: the closed change that reversed it; else null.</param>
/// <param name="Acceptance">For a repudiated change that stays as it is: why that is accepted; else empty.</param>
public sealed record CloseChange(ChangeId? Reversal = null, string Acceptance = "") : ChangeCommand
{
    /// <summary>For a repudiated change that stays as it is: why that is accepted; else empty.</summary>
    public string Acceptance { get; init => field = Text.Canonical(value, nameof(Acceptance)); } = Text.Canonical(Acceptance, nameof(Acceptance));

    private protected override Trigger Takes => ChangeTriggers.Close;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new ChangeClosed(header, attempt.Change.Review!.Outcome, Reversal, Acceptance);
}
