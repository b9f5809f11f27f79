using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of criteria: entry and exit of phases, go or no-go, and acceptance.</content>
public static partial class Needs
{
    /// <summary>Every criterion before the build is met.</summary>
    public static Requirement<ReleaseAttempt> ReadyToBuild { get; } = Met(CriterionPoint.Build, "release.criteria.build-open");

    /// <summary>Every criterion on the tests is met.</summary>
    public static Requirement<ReleaseAttempt> TestsComplete { get; } = Met(CriterionPoint.Tests, "release.criteria.tests-open");

    /// <summary>Every go or no-go criterion is met.</summary>
    public static Requirement<ReleaseAttempt> ReadyToGo { get; } = Met(CriterionPoint.Go, "release.criteria.go-open");

    /// <summary>Every criterion before the deployment is met.</summary>
    public static Requirement<ReleaseAttempt> ReadyToDeploy { get; } = Met(CriterionPoint.Deployment, "release.criteria.deployment-open");

    /// <summary>Every criterion of acceptance is met.</summary>
    public static Requirement<ReleaseAttempt> Acceptable { get; } = Met(CriterionPoint.Acceptance, "release.criteria.acceptance-open");

    /// <summary>Every criterion has a name of its own, and says what it asks for.</summary>
    public static Requirement<ReleaseAttempt> CriteriaSound { get; } =
        Need("release.criteria.unfit", "Every criterion has a name of its own and says what it asks for.", attempt => !GateRules.FaultsOf("The release", attempt.Release.Content.Criteria.Select(criterion => criterion.Gate)).Any())
            .Explains(attempt => GateRules.FaultsOf("The release", attempt.Release.Content.Criteria.Select(criterion => criterion.Gate)));

    /// <summary>The release has such a criterion.</summary>
    public static Requirement<ReleaseAttempt> CriterionKnown { get; } =
        Need("release.criteria.unknown", "The release has such a criterion.", attempt => attempt.Criterion is not null)
            .Explains(attempt => Why.Because($"The release has no criterion '{(attempt.Command as RecordCriterionEvidence)?.Evidence.Gate}'.").Seeing("criteria", attempt.Release.Content.Criteria).CuredBy(Remedy.Do("Name a criterion of the release")))
            .About(ReleaseParameters.GateEvidence);

    /// <summary>What is shown is what the criterion asks for, and is new.</summary>
    public static Requirement<ReleaseAttempt> CriterionEvidenceFits { get; } =
        Need("release.criteria.evidence-unfit", "The evidence is of the kind that the criterion asks for, says where it comes from, and is newer than what was shown before.", attempt => CriterionFaults(attempt).Count == 0)
            .Explains(CriterionFaults)
            .About(ReleaseParameters.GateEvidence)
            .After(CriterionKnown);

    /// <summary>The directory says who may judge a manual criterion (S-4).</summary>
    public static Requirement<ReleaseAttempt> CriterionDirectoryKnown { get; } =
        Need("release.criteria.directory-missing", "The directory says who may judge a manual criterion.", attempt => attempt.Criterion?.Gate.Kind != GateKind.Manual || attempt.Facts.Directory is not null)
            .CuredBy(Remedy.Do("Try again when the directory answers"))
            .About(ReleaseParameters.GateEvidence)
            .After(CriterionKnown);

    /// <summary>A manual criterion is judged by a person whom it names, who had no hand in the release (S-24).</summary>
    public static Requirement<ReleaseAttempt> CriterionEntitled { get; } =
        Need("release.criteria.not-entitled", "A manual criterion is judged by a person it names, who had no hand in the release and did not start it.", attempt => !GatePeople.Objections(attempt, attempt.Criterion?.Gate).Any())
            .Explains(attempt => GatePeople.Objections(attempt, attempt.Criterion?.Gate))
            .About(ReleaseParameters.GateEvidence)
            .After(CriterionDirectoryKnown);

    private static Requirement<ReleaseAttempt> Met(CriterionPoint point, string code) =>
        Need(code, $"Every criterion before {point} is met, for the present content.", attempt => !OpenBefore(attempt, point).Any())
            .Explains(attempt => OpenBefore(attempt, point).Select(criterion => Why.Because(attempt.Release.Shown(criterion) is { } shown ? $"The criterion {criterion} is not met: {shown.Verdict}." : $"Nothing was shown yet of the criterion {criterion}.")
                .CuredBy(Remedy.Do($"Hand in evidence that passes '{criterion.Gate.Name}'"))));

    private static IEnumerable<Criterion> OpenBefore(ReleaseAttempt attempt, CriterionPoint point) =>
        attempt.Release.Content.Criteria.Where(criterion => criterion.Before == point && attempt.Release.Shown(criterion)?.Verdict != GateVerdict.Passed);

    private static ValueList<Why> CriterionFaults(ReleaseAttempt attempt)
    {
        var evidence = (attempt.Command as RecordCriterionEvidence)?.Evidence;
        var faults = new List<Why>();
        if (evidence is null || !attempt.Criterion!.Gate.Takes(evidence))
        {
            faults.Add(Why.Because($"This is no evidence for the criterion {attempt.Criterion}, or does not say where it comes from.").CuredBy(Remedy.Do("Give what the criterion asks for, and say by what source")));
        }

        if (evidence?.MeasuredAt > attempt.Stamp.At)
        {
            faults.Add(GateRules.Ahead(evidence));
        }

        if (attempt.Release.SeenSince(attempt.Criterion!) >= evidence?.MeasuredAt)
        {
            faults.Add(Why.Because("The evidence is no newer than what was shown before, or was seen before the rollout had ended.").Seeing("measured", evidence.MeasuredAt.ToText()).CuredBy(Remedy.Do("Look again, and hand in what is seen now")));
        }

        return faults.ToValueList();
    }
}
