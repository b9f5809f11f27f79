using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.ChangeParameters;

namespace ChangeRelease.Domain.Changes;

/// <summary>Each typed command on changes as a form: the trigger it takes, and its fields as parameters.</summary>
internal static class ChangeForms
{
    public static CommandForms<ChangeCommand> All { get; } = new(
        bytes => ChangeJson.ReadCommand(bytes.Span),
        ChangeJson.Write,
        new(ChangeTriggers.Submit, "submit-change", []),
        new(ChangeTriggers.CompleteAssessment, "assess-change", [Impact, Risk, Reasoning, AcceptableTimes, Likelihood, Answers, Organization]),
        new(ChangeTriggers.Authorize, "authorize-change", []),
        new(ChangeTriggers.Reject, "reject-change", [Reason]),
        new(ChangeTriggers.Revise, "revise-change", []),
        new(ChangeTriggers.Defer, "defer-change", [Until, Reason]),
        new(ChangeTriggers.Resume, "resume-change", []),
        new(ChangeTriggers.Reauthorize, "reauthorize-change", []),
        new(ChangeTriggers.CastVote, "vote-on-change", [Choice, Seen, Remark, OnBehalfOf]),
        new(ChangeTriggers.WithdrawVote, "withdraw-change-vote", []),
        new(ChangeTriggers.CarryOver, "carry-over-vote", [Voter, Reason]),
        new(ChangeTriggers.RecordDecision, "record-board-decision", [Board, Attendance, Choice, Seen, Remark]),
        new(ChangeTriggers.WithdrawDecision, "withdraw-board-decision", [Board, Reason]),
        new(ChangeTriggers.Schedule, "schedule-change", [Slots, Aboard]),
        new(ChangeTriggers.Reschedule, "reschedule-change", [Slots, Aboard]),
        new(ChangeTriggers.Unschedule, "unschedule-change", [Reason]),
        new(ChangeTriggers.LapseSlot, "lapse-change-slot", []),
        new(ChangeTriggers.FallBack, "fall-back-to-normal", [Reason]),
        new(ChangeTriggers.Start, "start-change", []),
        new(ChangeTriggers.RequestBreakGlass, "propose-break-glass", [Reason]),
        new(ChangeTriggers.BreakGlass, "confirm-break-glass", []),
        new(ChangeTriggers.RequestOverride, "propose-freeze-override", [Freeze, At, Reason]),
        new(ChangeTriggers.OverrideFreeze, "confirm-freeze-override", [Freeze, At]),
        new(ChangeTriggers.Revoke, "revoke-permit", [ChangeParameters.Permit, Reason]),
        new(ChangeTriggers.Report, "report-permit", [ChangeParameters.Permit, Progress, ReportRemark]),
        new(ChangeTriggers.Complete, "complete-change", []),
        new(ChangeTriggers.BackOut, "back-out-change", [Reason]),
        new(ChangeTriggers.BackedOut, "finish-back-out", []),
        new(ChangeTriggers.BackOutFailed, "fail-back-out", [Reason]),
        new(ChangeTriggers.Escalate, "escalate-debt", []),
        new(ChangeTriggers.Ratify, "ratify-change", []),
        new(ChangeTriggers.Repudiate, "repudiate-change", [Reason]),
        new(ChangeTriggers.RecordReview, "review-change", [ChangeParameters.Outcome, Findings, Incident]),
        new(ChangeTriggers.Close, "close-change", [Reversal, Acceptance]),
        new(ChangeTriggers.Hold, "hold-change", [Reason]),
        new(ChangeTriggers.Cancel, "cancel-change", [Reason]),
        new(ChangeTriggers.Amend, "amend-change", [Content]),
        new(ChangeTriggers.ChangeType, "retype-change", [Model]),
        new(ChangeTriggers.Annotate, "annotate-change", [Note]),
        new(ChangeTriggers.RecordTask, "record-change-task", [Name, Evidence]));

    /// <summary>The typed command, where one says the same; else the command as it is.</summary>
    public static ChangeCommand Plain(ChangeCommand command) =>
        command is ActOnChange act && All.Find(act.Act) is { } form && !ArgumentCheck.ProblemsOf(form.Parameters, act.Arguments).Any()
            ? All.Make(form, act.Arguments)
            : command;
}
