using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>The triggers of the built-in release model; hosts may name their own beside them.</summary>
public static class ReleaseTriggers
{
    /// <summary>Begins to build the package.</summary>
    public static Trigger StartBuild { get; } = new(nameof(StartBuild));

    /// <summary>Ends the build with its artifacts.</summary>
    public static Trigger Built { get; } = new(nameof(Built));

    /// <summary>Ends the build without a package.</summary>
    public static Trigger BuildFailed { get; } = new(nameof(BuildFailed));

    /// <summary>Ends the tests with success.</summary>
    public static Trigger TestsPassed { get; } = new(nameof(TestsPassed));

    /// <summary>Ends the tests without success.</summary>
    public static Trigger TestsFailed { get; } = new(nameof(TestsFailed));

    /// <summary>Votes on go or no-go.</summary>
    public static Trigger CastVote { get; } = new(nameof(CastVote));

    /// <summary>Takes a vote back.</summary>
    public static Trigger WithdrawVote { get; } = new(nameof(WithdrawVote));

    /// <summary>Records what a board decided.</summary>
    public static Trigger RecordDecision { get; } = new(nameof(RecordDecision));

    /// <summary>Takes a board's decision back.</summary>
    public static Trigger WithdrawDecision { get; } = new(nameof(WithdrawDecision));

    /// <summary>Lets it go.</summary>
    public static Trigger Go { get; } = new(nameof(Go));

    /// <summary>Does not let it go.</summary>
    public static Trigger NoGo { get; } = new(nameof(NoGo));

    /// <summary>Goes back to planning.</summary>
    public static Trigger Replan { get; } = new(nameof(Replan));

    /// <summary>Gives it a slot.</summary>
    public static Trigger Schedule { get; } = new(nameof(Schedule));

    /// <summary>Gives it another slot.</summary>
    public static Trigger Reschedule { get; } = new(nameof(Reschedule));

    /// <summary>Takes its slot away.</summary>
    public static Trigger Unschedule { get; } = new(nameof(Unschedule));

    /// <summary>Notes that its slot is over and it never started.</summary>
    public static Trigger LapseSlot { get; } = new(nameof(LapseSlot));

    /// <summary>Takes it back, because its scope or its artifacts changed, or it moved to a later train.</summary>
    public static Trigger Recall { get; } = new(nameof(Recall));

    /// <summary>Begins to deploy.</summary>
    public static Trigger StartDeployment { get; } = new(nameof(StartDeployment));

    /// <summary>Begins to bring the package into an environment before production.</summary>
    public static Trigger Promote { get; } = new(nameof(Promote));

    /// <summary>Reports how a deployment before production ended.</summary>
    public static Trigger DeploymentDone { get; } = new(nameof(DeploymentDone));

    /// <summary>Hands in what was seen in an environment before production.</summary>
    public static Trigger RecordPromotion { get; } = new(nameof(RecordPromotion));

    /// <summary>Grants the package to leave out an environment.</summary>
    public static Trigger ExemptStep { get; } = new(nameof(ExemptStep));

    /// <summary>Hands in what was seen of a criterion.</summary>
    public static Trigger RecordCriterion { get; } = new(nameof(RecordCriterion));

    /// <summary>Lays an incident at its door.</summary>
    public static Trigger IncidentSeen { get; } = new(nameof(IncidentSeen));

    /// <summary>Tells that an incident is over.</summary>
    public static Trigger IncidentOver { get; } = new(nameof(IncidentOver));

    /// <summary>Begins the next stage of the rollout.</summary>
    public static Trigger BeginStage { get; } = new(nameof(BeginStage));

    /// <summary>Hands in what was seen at a gate.</summary>
    public static Trigger RecordGate { get; } = new(nameof(RecordGate));

    /// <summary>Ends one stage of the rollout.</summary>
    public static Trigger StageDone { get; } = new(nameof(StageDone));

    /// <summary>Ends the rollout.</summary>
    public static Trigger AllStagesDone { get; } = new(nameof(AllStagesDone));

    /// <summary>Stops the rollout.</summary>
    public static Trigger Pause { get; } = new(nameof(Pause));

    /// <summary>Goes on with the rollout.</summary>
    public static Trigger Continue { get; } = new(nameof(Continue));

    /// <summary>Begins to roll back.</summary>
    public static Trigger RollBack { get; } = new(nameof(RollBack));

    /// <summary>Ends the rolling back, with success.</summary>
    public static Trigger RolledBack { get; } = new(nameof(RolledBack));

    /// <summary>Ends the rolling back, without success.</summary>
    public static Trigger RollBackFailed { get; } = new(nameof(RollBackFailed));

    /// <summary>Mends forward: new content, which needs its own go.</summary>
    public static Trigger RollForward { get; } = new(nameof(RollForward));

    /// <summary>Accepts it after its early life.</summary>
    public static Trigger Accept { get; } = new(nameof(Accept));

    /// <summary>Closes what was rolled back.</summary>
    public static Trigger Close { get; } = new(nameof(Close));

    /// <summary>Gives it up.</summary>
    public static Trigger Cancel { get; } = new(nameof(Cancel));

    /// <summary>Edits the plan.</summary>
    public static Trigger Amend { get; } = new(nameof(Amend));

    /// <summary>Adds a note.</summary>
    public static Trigger Annotate { get; } = new(nameof(Annotate));
}
