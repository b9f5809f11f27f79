using ChangeRelease.Domain.Foundation;
using static ChangeRelease.Domain.Releases.ReleaseStates;
using static ChangeRelease.Domain.Releases.ReleaseTriggers;

namespace ChangeRelease.Domain.Releases;

/// <summary>The built-in release model.</summary>
public static class ReleaseModels
{
    private static readonly Requirement<ReleaseAttempt>[] Plan =
        [Needs.Title, Needs.Version, Needs.Scope, Needs.Services, Needs.Environments, Needs.Stages, Needs.Configurations, Needs.RemediationPlan, Needs.Slots.EffortKnown];

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
        Needs.Tested, Needs.Authorization.Satisfied, Needs.ChangesCleared,
    ];

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
            .On(TestsPassed).GoTo(Authorizing).When(Needs.TestedThis, Needs.Reason)
            .On(TestsFailed).GoTo(Building).When(Needs.Reason)
        .In(Authorizing)
            .On(CastVote).Stay().When(Voting)
            .On(WithdrawVote).Stay().When(Needs.Authorization.VoterHasVoted)
            .On(RecordDecision).Stay().When(Deciding)
            .On(WithdrawDecision).Stay().When(Undeciding)
            .On(Go).GoTo(Approved).When(Needs.Tested, Needs.Authorization.Satisfied)
        .In(Approved)
            .On(Schedule).GoTo(Scheduled).When(FittingSlots)
        .In(Scheduled)
            .On(Reschedule).Stay().When(FittingSlots)
            .On(Unschedule).GoTo(Approved).When(Needs.Reason)
            .On(LapseSlot).GoTo(Approved).When(Needs.Slots.SlotOver)
            .On(StartDeployment).GoTo(Deploying).When(Starting)
        .In(Deploying)
            .On(StageDone).Stay().When(Needs.NextStage)
            .On(AllStagesDone).GoTo(Verifying).When(Needs.EveryStageDone)
            .On(Pause).GoTo(Paused).When(Needs.Reason)
            .On(RollBack).GoTo(RollingBack).When(Needs.Reason)
        .In(Paused)
            .On(Continue).GoTo(Deploying)
            .On(RollBack).GoTo(RollingBack).When(Needs.Reason)
        .In(RollingBack)
            .On(ReleaseTriggers.RolledBack).GoTo(ReleaseStates.RolledBack)
            .On(RollBackFailed).GoTo(Paused).When(Needs.Reason)
        .In(Verifying)
            .On(Accept).GoTo(Completed)
        .In(ReleaseStates.RolledBack)
            .On(Close).GoTo(Closed)
        .In(Planned, Building, Testing, Authorizing, Approved, Scheduled, Deploying, Paused, RollingBack, Verifying, ReleaseStates.RolledBack, Rejected)
            .On(Annotate).Stay().When(Needs.Reason)
        .SideDoor(NoGo).From(Authorizing).GoTo(Rejected).When(Needs.Reason)
        .SideDoor(Replan).From(Rejected, ReleaseStates.RolledBack).GoTo(Planned)
        .SideDoor(Recall).From(Approved, Scheduled).GoTo(Planned).When(Needs.Reason)
        .SideDoor(RollBack).From(Verifying).GoTo(RollingBack).When(Needs.Reason)
        .SideDoor(RollForward).From(Deploying, Paused, Verifying).GoTo(Planned).When(Needs.Reason, Needs.NewDigest)
        .SideDoor(Cancel).From(Planned, Building, Testing, Authorizing, Approved, Scheduled, Rejected).GoTo(Canceled).When(Needs.Reason)
        .EndsIn(Completed, Closed, Canceled));
}
