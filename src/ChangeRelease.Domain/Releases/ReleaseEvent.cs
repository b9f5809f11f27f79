using System.Text.Json.Serialization;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>What happened to a release: a closed family, each with the header that every event carries (S-6).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReleaseOpened), "release-opened")]
[JsonDerivedType(typeof(ReleaseAmended), "release-amended")]
[JsonDerivedType(typeof(ReleaseBuildStarted), "release-build-started")]
[JsonDerivedType(typeof(PackageBuilt), "package-built")]
[JsonDerivedType(typeof(ReleaseBuildFailed), "release-build-failed")]
[JsonDerivedType(typeof(ReleaseTestsPassed), "release-tests-passed")]
[JsonDerivedType(typeof(ReleaseTestsFailed), "release-tests-failed")]
[JsonDerivedType(typeof(ReleaseVoteCast), "release-vote-cast")]
[JsonDerivedType(typeof(ReleaseVoteWithdrawn), "release-vote-withdrawn")]
[JsonDerivedType(typeof(ReleaseDecisionWithdrawn), "release-decision-withdrawn")]
[JsonDerivedType(typeof(ReleaseWentGo), "release-went-go")]
[JsonDerivedType(typeof(ReleaseWentNoGo), "release-went-no-go")]
[JsonDerivedType(typeof(ReleaseReplanned), "release-replanned")]
[JsonDerivedType(typeof(ReleaseScheduled), "release-scheduled")]
[JsonDerivedType(typeof(ReleaseRescheduled), "release-rescheduled")]
[JsonDerivedType(typeof(ReleaseUnscheduled), "release-unscheduled")]
[JsonDerivedType(typeof(ReleaseSlotLapsed), "release-slot-lapsed")]
[JsonDerivedType(typeof(ReleaseRecalled), "release-recalled")]
[JsonDerivedType(typeof(DeploymentStarted), "deployment-started")]
[JsonDerivedType(typeof(PromotionBegun), "promotion-begun")]
[JsonDerivedType(typeof(DeploymentFinished), "deployment-finished")]
[JsonDerivedType(typeof(PromotionRecorded), "promotion-recorded")]
[JsonDerivedType(typeof(PromotionExempted), "promotion-exempted")]
[JsonDerivedType(typeof(CriterionRecorded), "criterion-recorded")]
[JsonDerivedType(typeof(IncidentLinked), "incident-linked")]
[JsonDerivedType(typeof(IncidentClosed), "incident-closed")]
[JsonDerivedType(typeof(StageBegun), "stage-begun")]
[JsonDerivedType(typeof(GateRecorded), "gate-recorded")]
[JsonDerivedType(typeof(StageFinished), "stage-finished")]
[JsonDerivedType(typeof(RolloutFinished), "rollout-finished")]
[JsonDerivedType(typeof(RolloutPaused), "rollout-paused")]
[JsonDerivedType(typeof(RolloutContinued), "rollout-continued")]
[JsonDerivedType(typeof(ReleaseRollBackStarted), "release-roll-back-started")]
[JsonDerivedType(typeof(ReleaseRolledBack), "release-rolled-back")]
[JsonDerivedType(typeof(ReleaseRollBackFailed), "release-roll-back-failed")]
[JsonDerivedType(typeof(ReleaseRolledForward), "release-rolled-forward")]
[JsonDerivedType(typeof(ReleaseAccepted), "release-accepted")]
[JsonDerivedType(typeof(ReleaseClosed), "release-closed")]
[JsonDerivedType(typeof(ReleaseCanceled), "release-canceled")]
[JsonDerivedType(typeof(ReleaseAnnotated), "release-annotated")]
[JsonDerivedType(typeof(ReleaseMigrated), "release-migrated")]
[JsonDerivedType(typeof(ReleaseActedOn), "release-acted-on")]
public abstract record ReleaseEvent
{
    private protected ReleaseEvent(EventHeader header) => Header = header;

    /// <summary>When, who, the state it led to, and what was looked at.</summary>
    public EventHeader Header { get; }
}

/// <summary>A release was opened (S-13).</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Id">The release.</param>
/// <param name="Model">The definition it was opened under.</param>
/// <param name="Content">What it says.</param>
public sealed record ReleaseOpened(EventHeader Header, ReleaseId Id, LifecycleRef Model, ReleaseContent Content)
    : ReleaseEvent(Header);

/// <summary>Its plan was edited.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Fields">The fields that differ.</param>
public sealed record ReleaseAmended(EventHeader Header, ReleaseContent Content, ValueList<string> Fields)
    : ReleaseEvent(Header);

/// <summary>The package began to be built.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ReleaseBuildStarted(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>The package was built.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Package">What the build gave.</param>
public sealed record PackageBuilt(EventHeader Header, Package Package)
    : ReleaseEvent(Header);

/// <summary>The build failed.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseBuildFailed(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>The package passed its tests.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record ReleaseTestsPassed(EventHeader Header, string Evidence)
    : ReleaseEvent(Header);

/// <summary>The package failed its tests.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseTestsFailed(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>Someone voted.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Vote">The vote.</param>
public sealed record ReleaseVoteCast(EventHeader Header, Vote Vote)
    : ReleaseEvent(Header);

/// <summary>Someone took a vote back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Voter">Whose vote.</param>
public sealed record ReleaseVoteWithdrawn(EventHeader Header, ActorId Voter)
    : ReleaseEvent(Header);

/// <summary>A board's decision was taken back; what was decided stays in the history.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Board">The board.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseDecisionWithdrawn(EventHeader Header, BoardId Board, string Reason)
    : ReleaseEvent(Header);

/// <summary>It was let go.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Approvers">Whose approvals counted.</param>
/// <param name="Carried">The changes that it carries, with the digests of what they said; those only that were authorized, where a model lets others go.</param>
public sealed record ReleaseWentGo(EventHeader Header, ValueList<ActorId> Approvers, ValueList<CarriedContent> Carried)
    : ReleaseEvent(Header);

/// <summary>It was not let go.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseWentNoGo(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>It went back to planning.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ReleaseReplanned(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>It was given its slots.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Slots">The slots in order.</param>
public sealed record ReleaseScheduled(EventHeader Header, ValueList<Slot> Slots)
    : ReleaseEvent(Header);

/// <summary>It was given other slots.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Slots">The slots in order.</param>
public sealed record ReleaseRescheduled(EventHeader Header, ValueList<Slot> Slots)
    : ReleaseEvent(Header);

/// <summary>Its slots were taken away.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseUnscheduled(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>Its slot was over and it had not started.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ReleaseSlotLapsed(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>It was taken back; its go is void.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseRecalled(EventHeader Header, ReleaseContent Content, string Reason)
    : ReleaseEvent(Header);

/// <summary>It began to go out.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Slots">The slots it goes out in.</param>
/// <param name="Before">The version that served each environment: what a roll back goes back to.</param>
public sealed record DeploymentStarted(EventHeader Header, ValueList<Slot> Slots, ValueList<ActiveVersion> Before)
    : ReleaseEvent(Header);

/// <summary>A stage of the rollout began: the package was deployed, and exposed so far.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Stage">Which stage.</param>
/// <param name="Environment">Where it deployed to.</param>
/// <param name="Exposure">Which part of the environment's users has the release from now on.</param>
/// <param name="Package">The digest of the package.</param>
/// <param name="Changes">The changes that it brought, each with the permit that it was deployed under.</param>
public sealed record StageBegun(EventHeader Header, string Stage, EnvironmentId Environment, Share Exposure, Digest Package, ValueList<PermittedChange> Changes)
    : ReleaseEvent(Header);

/// <summary>Something was shown at a gate. When it failed while the release was going out, the rollout stopped with it.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Stage">The stage that the gate belongs to.</param>
/// <param name="Result">What was shown, and what it says.</param>
public sealed record GateRecorded(EventHeader Header, string Stage, GateResult Result)
    : ReleaseEvent(Header);

/// <summary>A stage of the rollout ended.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Stage">Which stage.</param>
public sealed record StageFinished(EventHeader Header, string Stage)
    : ReleaseEvent(Header);

/// <summary>The last stage ended.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record RolloutFinished(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>The rollout stopped.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record RolloutPaused(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>The rollout went on.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record RolloutContinued(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>It began to go back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="To">The version that each environment goes back to.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseRollBackStarted(EventHeader Header, ValueList<ActiveVersion> To, string Reason)
    : ReleaseEvent(Header);

/// <summary>It was rolled back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ReleaseRolledBack(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>It could not be rolled back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseRollBackFailed(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>It is to be mended forward, with a content that needs its own go.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Content">What it says now.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseRolledForward(EventHeader Header, ReleaseContent Content, string Reason)
    : ReleaseEvent(Header);

/// <summary>It was accepted.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ReleaseAccepted(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>It was closed after it was rolled back.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
public sealed record ReleaseClosed(EventHeader Header)
    : ReleaseEvent(Header);

/// <summary>It was given up.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseCanceled(EventHeader Header, string Reason)
    : ReleaseEvent(Header);

/// <summary>A note was added.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Text">The note.</param>
public sealed record ReleaseAnnotated(EventHeader Header, string Text)
    : ReleaseEvent(Header);
