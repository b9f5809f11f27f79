using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>What someone wants done to a release: a closed family. Who and when stand in the stamp, never here (S-9).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(OpenRelease), "open-release")]
[JsonDerivedType(typeof(StartReleaseBuild), "start-release-build")]
[JsonDerivedType(typeof(FinishBuild), "finish-build")]
[JsonDerivedType(typeof(FailBuild), "fail-build")]
[JsonDerivedType(typeof(PassTests), "pass-tests")]
[JsonDerivedType(typeof(FailTests), "fail-tests")]
[JsonDerivedType(typeof(VoteOnRelease), "vote-on-release")]
[JsonDerivedType(typeof(WithdrawReleaseVote), "withdraw-release-vote")]
[JsonDerivedType(typeof(RecordReleaseDecision), "record-release-decision")]
[JsonDerivedType(typeof(WithdrawReleaseDecision), "withdraw-release-decision")]
[JsonDerivedType(typeof(DecideGo), "decide-go")]
[JsonDerivedType(typeof(DecideNoGo), "decide-no-go")]
[JsonDerivedType(typeof(ReplanRelease), "replan-release")]
[JsonDerivedType(typeof(ScheduleRelease), "schedule-release")]
[JsonDerivedType(typeof(RescheduleRelease), "reschedule-release")]
[JsonDerivedType(typeof(UnscheduleRelease), "unschedule-release")]
[JsonDerivedType(typeof(LapseReleaseSlot), "lapse-release-slot")]
[JsonDerivedType(typeof(RecallRelease), "recall-release")]
[JsonDerivedType(typeof(DeployRelease), "deploy-release")]
[JsonDerivedType(typeof(PromoteRelease), "promote-release")]
[JsonDerivedType(typeof(FinishDeployment), "finish-deployment")]
[JsonDerivedType(typeof(RecordPromotionEvidence), "record-promotion-evidence")]
[JsonDerivedType(typeof(GrantPromotionExemption), "grant-promotion-exemption")]
[JsonDerivedType(typeof(RecordCriterionEvidence), "record-criterion-evidence")]
[JsonDerivedType(typeof(LinkIncident), "link-incident")]
[JsonDerivedType(typeof(CloseIncident), "close-incident")]
[JsonDerivedType(typeof(StartStage), "start-stage")]
[JsonDerivedType(typeof(RecordGateEvidence), "record-gate-evidence")]
[JsonDerivedType(typeof(FinishStage), "finish-stage")]
[JsonDerivedType(typeof(FinishRollout), "finish-rollout")]
[JsonDerivedType(typeof(PauseRollout), "pause-rollout")]
[JsonDerivedType(typeof(ContinueRollout), "continue-rollout")]
[JsonDerivedType(typeof(RollBackRelease), "roll-back-release")]
[JsonDerivedType(typeof(FinishRollBack), "finish-roll-back")]
[JsonDerivedType(typeof(FailRollBack), "fail-roll-back")]
[JsonDerivedType(typeof(RollReleaseForward), "roll-release-forward")]
[JsonDerivedType(typeof(AcceptRelease), "accept-release")]
[JsonDerivedType(typeof(CloseRelease), "close-release")]
[JsonDerivedType(typeof(CancelRelease), "cancel-release")]
[JsonDerivedType(typeof(AmendRelease), "amend-release")]
[JsonDerivedType(typeof(AnnotateRelease), "annotate-release")]
[JsonDerivedType(typeof(MigrateRelease), "migrate-release")]
[JsonDerivedType(typeof(ActOnRelease), "act-on-release")]
public abstract record ReleaseCommand
{
    private protected ReleaseCommand()
    {
    }

    /// <summary>The trigger that the command takes; null for opening, which has no state to leave, and for moving to another definition, which is no step of either.</summary>
    [JsonIgnore]
    public Trigger? Trigger => Takes;

    private protected abstract Trigger? Takes { get; }

    /// <summary>What the command says, as values for its trigger's parameters; what it leaves open is left out.</summary>
    /// <returns>The arguments: <see cref="ActOnRelease"/> with them is the same command.</returns>
    public virtual Arguments ToArguments() => ReleaseForms.All.ArgumentsOf(this);

    /// <summary>The text in which the command says why; null when it needs none.</summary>
    internal virtual string? Because => null;

    /// <summary>The slots it asks for; null when it asks for none.</summary>
    internal virtual ValueList<Slot>? AskedSlots => null;

    internal virtual ReleaseContent ContentAfter(Release release) => release.Content;

    internal abstract ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header);
}
