using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Releases.ReleaseStates;
using static ChangeRelease.Domain.Releases.ReleaseTriggers;

namespace ChangeRelease.Domain.Releases;

/// <summary>The built-in release model.</summary>
public static class ReleaseModels
{
    private const string NotFailed = "not failed";
    private const string Failed = "failed";

    private static readonly Requirement<ReleaseAttempt>[] Plan =
        [Needs.Title, Needs.Version, Needs.Scope, Needs.Services, Needs.Environments, Needs.RolloutSound, Needs.ExposureKept, Needs.CriteriaSound, Needs.ReadyToBuild, Needs.Configurations, Needs.RemediationPlan, Needs.Slots.EffortKnown];

    private static readonly Requirement<ReleaseAttempt>[] Voting = [.. Needs.Authorization.Voting];

    private static readonly Requirement<ReleaseAttempt>[] Deciding = [.. Needs.AuthorizingBoard.Recording];

    private static readonly Requirement<ReleaseAttempt>[] Undeciding = [Needs.Reason, .. Needs.AuthorizingBoard.Withdrawing];

    private static readonly Requirement<ReleaseAttempt>[] FittingSlots =
    [
        Needs.Slots.SlotAhead, Needs.Slots.SlotsInOrder, Needs.Slots.NotFrozen, Needs.Slots.Open, Needs.Slots.LongEnough, Needs.Slots.PlaceLeft,
    ];

    private static readonly Requirement<ReleaseAttempt>[] Starting =
    [
        Needs.Slots.InsideSlot, Needs.Slots.TimeLeft, Needs.Slots.NotFrozen, Needs.Slots.Open, Needs.Slots.BookingHeld,
        Needs.Tested, Needs.Authorization.Satisfied, Needs.ChangesCleared, Needs.ReadyToDeploy, Needs.OneGoodVersion, .. Needs.DependenciesMet,
    ];

    private static readonly Requirement<ReleaseAttempt>[] BeginningStage =
        [Needs.NextStage, Needs.Version, Needs.SamePackage, Needs.Tested, Needs.NoGateFailed, Needs.StageInSlot, Needs.StageMayBegin, .. Needs.DependenciesMet];

    private static readonly Requirement<ReleaseAttempt>[] Promoting = [Needs.Packaged, Needs.SamePackage, Needs.NothingSkipped, Needs.NoneUnderWay];

    private static readonly Requirement<ReleaseAttempt>[] ShowingBefore = [Needs.PromotionEvidenceFits, Needs.PromotionEntitled];

    private static readonly Requirement<ReleaseAttempt>[] Excepting = [Needs.Reason, Needs.Packaged, Needs.OnPath, Needs.ExemptionAhead, .. Needs.ExemptedBy.All];

    private static readonly Requirement<ReleaseAttempt>[] Showing =
        [Needs.GateKnown, Needs.EvidenceFits, Needs.EvidenceFresh, Needs.EvidenceSeen, Needs.GateEntitled];

    internal static Selector<ReleaseAttempt> Finding { get; } = Selector.For<ReleaseAttempt>(
        "finding", [NotFailed, Failed], attempt => attempt.Command is RecordGateEvidence { Evidence: { } evidence } && attempt.Gate?.Judge(evidence) == GateVerdict.Failed ? Failed : NotFailed);

    /// <summary>Planned, built, tested, let go, scheduled, deployed in stages, verified.</summary>
    public static ReleaseModel Ordinary { get; } = ReleaseModel.Define("release", version: 1, model => model
        .StartsIn(Planned)
        .In(Planned)
            .On(StartBuild).GoTo(Building).When(Plan)
            .On(Amend).Stay().When(Needs.SomeEdit)
        .In(Building)
            .On(Built).GoTo(Testing).When(Needs.ArtifactNames, Needs.Provenance)
            .On(BuildFailed).GoTo(Planned).When(Needs.Reason)
        .In(Testing)
            .On(TestsPassed).GoTo(Authorizing).When(Needs.TestedThis, Needs.Reason, Needs.PathPassed, Needs.TestsComplete)
            .On(TestsFailed).GoTo(Building).When(Needs.Reason)
        .In(Building, Testing)
            .On(Promote).Stay().When(Promoting)
            .On(DeploymentDone).Stay().When(Needs.DeploymentUnderWay, Needs.Reason)
            .On(RecordPromotion).Stay().When(ShowingBefore)
            .On(ExemptStep).Stay().When(Excepting)
        .In(Authorizing)
            .On(CastVote).Stay().When(Voting)
            .On(WithdrawVote).Stay().When(Needs.Authorization.VoterHasVoted)
            .On(RecordDecision).Stay().When(Deciding)
            .On(WithdrawDecision).Stay().When(Undeciding)
            .On(Go).GoTo(Approved).When(Needs.Tested, Needs.Authorization.Satisfied, Needs.ReadyToGo, Needs.ClearancesKnown)
        .In(Approved)
            .On(Schedule).GoTo(Scheduled).When(FittingSlots)
        .In(Scheduled)
            .On(Reschedule).Stay().When(FittingSlots)
            .On(Unschedule).GoTo(Approved).When(Needs.Reason)
            .On(LapseSlot).GoTo(Approved).When(Needs.Slots.SlotOver)
            .On(StartDeployment).GoTo(Deploying).When(Starting)
        .In(Deploying)
            .On(BeginStage).Stay().When(BeginningStage)
            .On(RecordGate).Choose(Finding, (NotFailed, null), (Failed, Paused)).When(Showing)
            .On(StageDone).Stay().When(Needs.StageUnderWay, Needs.Baked, Needs.GatesPassed)
            .On(AllStagesDone).GoTo(Verifying).When(Needs.EveryStageDone)
            .On(Pause).GoTo(Paused).When(Needs.Reason)
            .On(RollBack).GoTo(RollingBack).When(Needs.Reason, Needs.GoodVersionNamed)
        .In(Paused)
            .On(RecordGate).Stay().When(Showing)
            .On(Continue).GoTo(Deploying).When(Needs.NoGateFailed, Needs.NoRollBackBegun)
            .On(RollBack).GoTo(RollingBack).When(Needs.Reason, Needs.GoodVersionNamed)
        .In(RollingBack)
            .On(ReleaseTriggers.RolledBack).GoTo(ReleaseStates.RolledBack)
            .On(RollBackFailed).GoTo(Paused).When(Needs.Reason)
        .In(Verifying)
            .On(Accept).GoTo(Completed).When(Needs.EarlyLifeOver, Needs.IncidentsOver, Needs.Acceptable)
        .In(ReleaseStates.RolledBack)
            .On(Close).GoTo(Closed)
        .In(Planned, Building, Testing, Authorizing, Approved, Scheduled, Verifying)
            .On(RecordCriterion).Stay().When(Needs.CriterionEvidenceFits, Needs.CriterionEntitled)
        .In(Deploying, Paused, RollingBack, Verifying, ReleaseStates.RolledBack)
            .On(IncidentSeen).Stay().When(Needs.Reason, Needs.IncidentNew)
            .On(IncidentOver).Stay().When(Needs.Reason, Needs.IncidentOpen)
        .In(Planned, Building, Testing, Authorizing, Approved, Scheduled, Deploying, Paused, RollingBack, Verifying, ReleaseStates.RolledBack, Rejected)
            .On(Annotate).Stay().When(Needs.Reason)
        .SideDoor(NoGo).From(Authorizing).GoTo(Rejected).When(Needs.Reason)
        .SideDoor(Replan).From(Rejected, ReleaseStates.RolledBack).GoTo(Planned)
        .SideDoor(Recall).From(Approved, Scheduled).GoTo(Planned).When(Needs.Reason)
        .SideDoor(RollBack).From(Verifying).GoTo(RollingBack).When(Needs.Reason, Needs.GoodVersionNamed, Needs.WayBackOpen)
        .SideDoor(RollForward).From(Deploying, Paused, Verifying).GoTo(Planned).When(Needs.Reason, Needs.NewDigest, Needs.ExposureKept)
        .SideDoor(Cancel).From(Planned, Building, Testing, Authorizing, Approved, Scheduled, Rejected).GoTo(Canceled).When(Needs.Reason, Needs.NothingExposed)
        .EndsIn(Completed, Closed, Canceled));
}
