using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of gates and of what is shown at them (S-52).</content>
public static partial class Needs
{
    /// <summary>No gate failed that was not passed since.</summary>
    public static Requirement<ReleaseAttempt> NoGateFailed { get; } =
        Need("release.gate.failed", "No gate of the rollout stands failed.", attempt => !Failed(attempt.Release).Any())
            .Explains(attempt => Failed(attempt.Release).Select(failed => Why.Because($"The gate '{failed.Evidence.Gate}' failed.")
                .Seeing("evidence", failed.Evidence.Source)
                .Seeing("measured", failed.Evidence.MeasuredAt.ToText())
                .CuredBy(Remedy.Do($"Hand in new evidence that passes '{failed.Evidence.Gate}'"), Remedy.Do("Roll the release back"), Remedy.Do("Roll the release forward to a content that mends it"))));

    /// <summary>Every gate of the stage that is under way is passed.</summary>
    public static Requirement<ReleaseAttempt> GatesPassed { get; } =
        Need("release.gate.open", "Every gate of the stage is passed.", attempt => !Open(attempt.Release).Any())
            .Explains(attempt => Open(attempt.Release).Select(gate => Why.Because(attempt.Release.RunUnderWay!.Latest(gate.Name) is { } shown
                    ? $"The gate {gate} of the stage {attempt.Release.RunUnderWay!.Stage} is not passed: {shown.Verdict}."
                    : $"Nothing was shown yet at the gate {gate} of the stage {attempt.Release.RunUnderWay!.Stage}.")
                .CuredBy(Remedy.Do($"Hand in evidence that passes '{gate.Name}'"))));

    /// <summary>The latest stage has such a gate.</summary>
    public static Requirement<ReleaseAttempt> GateKnown { get; } =
        Need("release.gate.unknown", "The latest stage has such a gate.", attempt => attempt.Gate is not null)
            .Explains(attempt => Why.Because(attempt.Release.LatestRun is { } run ? $"The stage {run.Stage} has no gate '{(attempt.Command as RecordGateEvidence)?.Evidence.Gate}'." : "No stage has begun yet.")
                .Seeing("gates", attempt.Release.LatestStage?.Gates)
                .CuredBy(Remedy.Do("Name a gate of the stage that began last")))
            .About(ReleaseParameters.GateEvidence);

    /// <summary>What is shown is what the gate asks for, and says where it comes from.</summary>
    public static Requirement<ReleaseAttempt> EvidenceFits { get; } =
        Need("release.gate.evidence-unfit", "The evidence is of the kind that the gate asks for, and says where it comes from.", attempt => attempt.Command is RecordGateEvidence { Evidence: { } evidence } && attempt.Gate!.Takes(evidence))
            .Explains(attempt => Why.Because($"This is no evidence for the gate {attempt.Gate}, or does not say where it comes from.")
                .CuredBy(Remedy.Do(attempt.Gate!.Kind == GateKind.ErrorBudget ? "Say what is left of the error budget, of how much, and by what source" : "Give a verdict, and say by what source")))
            .About(ReleaseParameters.GateEvidence)
            .After(GateKnown);

    /// <summary>What is shown was seen since the stage began, and after what was shown of the gate before.</summary>
    public static Requirement<ReleaseAttempt> EvidenceFresh { get; } =
        Need("release.gate.evidence-stale", "The evidence is from the stage, and newer than what was shown before.", attempt => attempt.Command is RecordGateEvidence { Evidence: { } evidence } && IsFresh(attempt.Release.LatestRun!, evidence))
            .Explains(attempt => Why.Because("The evidence was seen before the stage began, or is no newer than what was shown before.")
                .Seeing("measured", (attempt.Command as RecordGateEvidence)?.Evidence.MeasuredAt.ToText())
                .Seeing("begun", attempt.Release.LatestRun!.BegunAt.ToText())
                .Seeing("shown before", attempt.Release.LatestRun!.Latest(attempt.Gate!.Name)?.Evidence.MeasuredAt.ToText())
                .CuredBy(Remedy.Do("Look again, and hand in what is seen now")))
            .About(ReleaseParameters.GateEvidence)
            .After(GateKnown);

    /// <summary>What is shown was not seen in time to come.</summary>
    public static Requirement<ReleaseAttempt> EvidenceSeen { get; } =
        Need("release.gate.evidence-ahead", "The evidence was seen already.", attempt => attempt.Command is not RecordGateEvidence { Evidence: { } evidence } || evidence.MeasuredAt <= attempt.Stamp.At)
            .Explains(attempt => GateRules.Ahead(((RecordGateEvidence)attempt.Command).Evidence))
            .About(ReleaseParameters.GateEvidence);

    /// <summary>The directory says who may pass a manual gate (S-4).</summary>
    public static Requirement<ReleaseAttempt> GateDirectoryKnown { get; } =
        Need("release.gate.directory-missing", "The directory says who may pass a manual gate.", attempt => attempt.Gate?.Kind != GateKind.Manual || attempt.Facts.Directory is not null)
            .CuredBy(Remedy.Do("Try again when the directory answers"))
            .About(ReleaseParameters.GateEvidence)
            .After(GateKnown);

    /// <summary>A manual gate is judged by a person whom it names, who had no hand in the release and did not start it (S-24).</summary>
    public static Requirement<ReleaseAttempt> GateEntitled { get; } =
        Need("release.gate.not-entitled", "A manual gate is judged by a person it names, who had no hand in the release and did not start it.", attempt => !GatePeople.Objections(attempt, attempt.Gate).Any())
            .Explains(attempt => GatePeople.Objections(attempt, attempt.Gate))
            .About(ReleaseParameters.GateEvidence)
            .After(GateDirectoryKnown);

    private static IEnumerable<GateResult> Failed(Release release) => release.Runs.SelectMany(run => run.Failed);

    private static IEnumerable<Gate> Open(Release release) => release.RunUnderWay is { } run
        ? release.LatestStage!.Gates.Where(gate => run.Latest(gate.Name)?.Verdict != GateVerdict.Passed)
        : [];

    private static bool IsFresh(StageRun run, GateEvidence evidence) =>
        evidence.MeasuredAt >= run.BegunAt && !(run.Latest(evidence.Gate)?.Evidence.MeasuredAt >= evidence.MeasuredAt);
}
