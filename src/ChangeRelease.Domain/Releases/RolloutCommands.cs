using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Begins to deploy: the moment at which everything is checked again.</summary>
public sealed record DeployRelease : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.StartDeployment;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new DeploymentStarted(header, attempt.Release.Slots);
}

/// <summary>Ends one stage of the rollout.</summary>
/// <param name="Stage">Which stage; the next one in order.</param>
public sealed record FinishStage(string Stage) : ReleaseCommand
{
    /// <summary>Which stage; the next one in order.</summary>
    public string Stage { get; init => field = Text.Canonical(value, nameof(Stage)); } = Text.Canonical(Stage, nameof(Stage));

    private protected override Trigger Takes => ReleaseTriggers.StageDone;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new StageFinished(header, Stage);
}

/// <summary>Ends the rollout, once every stage ended.</summary>
public sealed record FinishRollout : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.AllStagesDone;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new RolloutFinished(header);
}

/// <summary>Stops the rollout.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record PauseRollout(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.Pause;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new RolloutPaused(header, Reason);
}

/// <summary>Goes on with the rollout.</summary>
public sealed record ContinueRollout : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Continue;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new RolloutContinued(header);
}

/// <summary>Begins to roll back.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record RollBackRelease(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RollBack;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRollBackStarted(header, Reason);
}

/// <summary>Ends the rolling back, with success.</summary>
public sealed record FinishRollBack : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.RolledBack;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRolledBack(header);
}

/// <summary>Ends the rolling back, without success.</summary>
/// <param name="Reason">What went wrong; not blank.</param>
public sealed record FailRollBack(string Reason) : ReleaseCommand
{
    /// <summary>What went wrong; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RollBackFailed;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRollBackFailed(header, Reason);
}

/// <summary>Mends forward: back to planning with a new content, which needs its own go.</summary>
/// <param name="Content">What the release says from now on; it differs materially.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record RollReleaseForward(ReleaseContent Content, string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RollForward;

    internal override string Because => Reason;

    internal override ReleaseContent ContentAfter(Release release) => Content;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseRolledForward(header, attempt.ContentAfter, Reason);
}

/// <summary>Accepts the release after its early life.</summary>
public sealed record AcceptRelease : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Accept;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseAccepted(header);
}

/// <summary>Closes a release that was rolled back.</summary>
public sealed record CloseRelease : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.Close;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseClosed(header);
}

/// <summary>Gives the release up before it goes out.</summary>
/// <param name="Reason">Why; not blank.</param>
public sealed record CancelRelease(string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.Cancel;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseCanceled(header, Reason);
}
