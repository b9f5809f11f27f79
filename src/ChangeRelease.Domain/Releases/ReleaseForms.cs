using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Releases.ReleaseParameters;

namespace ChangeRelease.Domain.Releases;

/// <summary>Each typed command on releases as a form: the trigger it takes, and its fields as parameters.</summary>
internal static class ReleaseForms
{
    public static CommandForms<ReleaseCommand> All { get; } = new(
        bytes => ReleaseJson.ReadCommand(bytes.Span),
        ReleaseJson.Write,
        new(ReleaseTriggers.StartBuild, "start-release-build", []),
        new(ReleaseTriggers.Built, "finish-build", [ReleaseParameters.Package]),
        new(ReleaseTriggers.BuildFailed, "fail-build", [Reason]),
        new(ReleaseTriggers.TestsPassed, "pass-tests", [Tested, Evidence]),
        new(ReleaseTriggers.TestsFailed, "fail-tests", [Reason]),
        new(ReleaseTriggers.CastVote, "vote-on-release", [Choice, Seen, Remark, OnBehalfOf]),
        new(ReleaseTriggers.WithdrawVote, "withdraw-release-vote", []),
        new(ReleaseTriggers.RecordDecision, "record-release-decision", [Board, Attendance, Choice, Seen, Remark]),
        new(ReleaseTriggers.WithdrawDecision, "withdraw-release-decision", [Board, Reason]),
        new(ReleaseTriggers.Go, "decide-go", []),
        new(ReleaseTriggers.NoGo, "decide-no-go", [Reason]),
        new(ReleaseTriggers.Replan, "replan-release", []),
        new(ReleaseTriggers.Schedule, "schedule-release", [Slots]),
        new(ReleaseTriggers.Reschedule, "reschedule-release", [Slots]),
        new(ReleaseTriggers.Unschedule, "unschedule-release", [Reason]),
        new(ReleaseTriggers.LapseSlot, "lapse-release-slot", []),
        new(ReleaseTriggers.Recall, "recall-release", [Content, Reason]),
        new(ReleaseTriggers.StartDeployment, "deploy-release", []),
        new(ReleaseTriggers.Promote, "promote-release", [ReleaseParameters.Environment, InHand]),
        new(ReleaseTriggers.DeploymentDone, "finish-deployment", [ReleaseParameters.Environment, DeploymentEnd, Report]),
        new(ReleaseTriggers.RecordPromotion, "record-promotion-evidence", [ReleaseParameters.Environment, ReleaseParameters.GateEvidence]),
        new(ReleaseTriggers.ExemptStep, "grant-promotion-exemption", [ReleaseParameters.Environment, Until, Reason]),
        new(ReleaseTriggers.RecordCriterion, "record-criterion-evidence", [ReleaseParameters.GateEvidence]),
        new(ReleaseTriggers.IncidentSeen, "link-incident", [Incident, Note]),
        new(ReleaseTriggers.IncidentOver, "close-incident", [Incident, Note]),
        new(ReleaseTriggers.BeginStage, "start-stage", [Stage, InHand]),
        new(ReleaseTriggers.RecordGate, "record-gate-evidence", [ReleaseParameters.GateEvidence]),
        new(ReleaseTriggers.StageDone, "finish-stage", [Stage]),
        new(ReleaseTriggers.AllStagesDone, "finish-rollout", []),
        new(ReleaseTriggers.Pause, "pause-rollout", [Reason]),
        new(ReleaseTriggers.Continue, "continue-rollout", []),
        new(ReleaseTriggers.RollBack, "roll-back-release", [Reason, GoodVersions]),
        new(ReleaseTriggers.RolledBack, "finish-roll-back", []),
        new(ReleaseTriggers.RollBackFailed, "fail-roll-back", [Reason]),
        new(ReleaseTriggers.RollForward, "roll-release-forward", [Content, Reason]),
        new(ReleaseTriggers.Accept, "accept-release", []),
        new(ReleaseTriggers.Close, "close-release", []),
        new(ReleaseTriggers.Cancel, "cancel-release", [Reason]),
        new(ReleaseTriggers.Amend, "amend-release", [Content]),
        new(ReleaseTriggers.Annotate, "annotate-release", [Note]));

    /// <summary>The typed command, where one says the same; else the command as it is.</summary>
    public static ReleaseCommand Plain(ReleaseCommand command) =>
        command is ActOnRelease act && All.Find(act.Act) is { } form && !ArgumentCheck.ProblemsOf(form.Parameters, act.Arguments).Any()
            ? All.Make(form, act.Arguments)
            : command;
}
