using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Begins to deploy: the moment at which everything is checked again.</summary>
public sealed record DeployRelease : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.StartDeployment;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new DeploymentStarted(header, attempt.Release.Slots, attempt.Release.GoodAmong(attempt.Facts.Active ?? []));
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
