using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Begins the next stage of the rollout: the package is deployed, and exposed as far as the stage says.</summary>
/// <param name="Stage">Which stage; the next one in order.</param>
/// <param name="Package">The digest of the package that whoever deploys has in hand; it must be the one that was tested and let go (S-52).</param>
public sealed record StartStage(string Stage, Digest Package) : ReleaseCommand
{
    /// <summary>Which stage; the next one in order.</summary>
    public string Stage { get; init => field = Text.Canonical(value, nameof(Stage)); } = Text.Canonical(Stage, nameof(Stage));

    private protected override Trigger Takes => ReleaseTriggers.BeginStage;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header)
    {
        var stage = attempt.Release.Content.Rollout!.Find(Stage)!;
        return new StageBegun(header, Stage, stage.Environment, stage.Exposure, Package, ChangePermits.Held(attempt, stage.Environment));
    }
}

/// <summary>Hands in what was seen at a gate of the latest stage. A failed gate stops the rollout in the same decision.</summary>
/// <param name="Evidence">What was seen.</param>
public sealed record RecordGateEvidence(GateEvidence Evidence) : ReleaseCommand
{
    private protected override Trigger Takes => ReleaseTriggers.RecordGate;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new GateRecorded(
        header, attempt.Release.LatestRun!.Stage, new GateResult(Evidence, attempt.Gate!.Judge(Evidence)!.Value, header.Stamp.Actor.Id, header.Stamp.At));
}

/// <summary>Ends a stage of the rollout, once it has baked and its gates are passed.</summary>
/// <param name="Stage">Which stage; the one that is under way.</param>
public sealed record FinishStage(string Stage) : ReleaseCommand
{
    /// <summary>Which stage; the one that is under way.</summary>
    public string Stage { get; init => field = Text.Canonical(value, nameof(Stage)); } = Text.Canonical(Stage, nameof(Stage));

    private protected override Trigger Takes => ReleaseTriggers.StageDone;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new StageFinished(header, Stage);
}
