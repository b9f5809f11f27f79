using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of the plan of a rollout and of its stages (S-52).</content>
public static partial class Needs
{
    /// <summary>The release says how it goes out.</summary>
    public static Requirement<ReleaseAttempt> Rollout { get; } = Filled("release.rollout.missing", "how it is rolled out", content => content.Rollout is { Stages.Count: > 0 });

    /// <summary>The plan of the rollout has no fault.</summary>
    public static Requirement<ReleaseAttempt> RolloutSound { get; } =
        Need("release.rollout.unfit", "The rollout has the shape that its strategy asks for.", attempt => attempt.Release.Content is var content && content.Rollout!.Faults(content.Environments).Count == 0)
            .Explains(attempt => attempt.Release.Content.Rollout!.Faults(attempt.Release.Content.Environments))
            .After(Rollout);

    /// <summary>The plan takes the release away from nobody who has it already: exposure never falls before a roll back.</summary>
    public static Requirement<ReleaseAttempt> ExposureKept { get; } =
        Need("release.exposure.falling", "The plan takes the release away from nobody who has it.", attempt => !Withdrawn(attempt).Any())
            .Explains(Withdrawn)
            .About(ReleaseParameters.Content);

    /// <summary>Nobody has the release, or a part of it.</summary>
    public static Requirement<ReleaseAttempt> NothingExposed { get; } =
        Need("release.exposure.left", "Nobody has the release yet.", attempt => !Exposed(attempt.Release).Any())
            .Explains(attempt => Exposed(attempt.Release).Select(exposed => Why.Because($"{exposed.Share} of {exposed.Environment} have the release still, since it was to be mended forward.")
                .Seeing("package", exposed.Package.Abbreviated)
                .CuredBy(Remedy.Do("Bring the mended release out"), Remedy.Do("Bring out the package of the version that served before"))));

    /// <summary>It is known which versions serve the environments (S-4).</summary>
    public static Requirement<ReleaseAttempt> ActiveKnown { get; } =
        Need("release.active.unknown", "It is known which versions serve the environments.", attempt => attempt.Facts.Active is not null)
            .CuredBy(Remedy.Do("Try again when the versions that serve the environments can be looked up"));

    /// <summary>No other rollout is under way in the environments.</summary>
    public static Requirement<ReleaseAttempt> OneGoodVersion { get; } =
        Need("release.active.too-many", "At most one other version serves each environment.", attempt => !Crowded(attempt).Any())
            .Explains(attempt => Crowded(attempt).Select(versions => Why.Because($"{versions.Count} versions serve {versions[0].Environment} already.")
                .Seeing("versions", versions.Select(version => version.Version).ToValueList())
                .CuredBy(Remedy.Do("Let the other rollout end, or roll it back"))))
            .After(ActiveKnown);

    /// <summary>The stage is the next one, and the one before has ended.</summary>
    public static Requirement<ReleaseAttempt> NextStage { get; } =
        Need("release.stage.not-next", "The stage is the next one of the rollout, and the one before has ended.", attempt => IsSame((attempt.Command as StartStage)?.Stage, attempt.Release.NextStage?.Name))
            .Explains(attempt => Why.Because(attempt.Release switch
            {
                { RunUnderWay: { } run } => $"The stage {run.Stage} has not ended yet.",
                { NextStage: { } next } => $"The next stage is {next.Name}, not {(attempt.Command as StartStage)?.Stage}.",
                _ => "Every stage has begun already.",
            })
                .Seeing("stages", attempt.Release.StageNames)
                .Seeing("done", attempt.Release.StagesDone)
                .CuredBy(Remedy.Do(attempt.Release switch
                {
                    { RunUnderWay: { } run } => $"Finish {run.Stage} first",
                    { NextStage: { } next } => $"Begin {next.Name} first",
                    _ => "Finish the rollout",
                })))
            .About(ReleaseParameters.Stage);

    /// <summary>What is deployed is what was tested and let go (S-52).</summary>
    public static Requirement<ReleaseAttempt> SamePackage { get; } =
        Need("release.package.other", "The package in hand is the one of the release.", attempt => InHand(attempt) == attempt.Release.Content.Package?.Digest)
            .Explains(attempt => Why.Because("The package in hand is another than the one of the release.")
                .Seeing("in hand", InHand(attempt)?.Abbreviated)
                .Seeing("of the release", attempt.Release.Content.Package?.Digest.Abbreviated))
            .CuredBy(Remedy.Do("Deploy the package of the release"), Remedy.Do("Roll the release forward to the other package"))
            .About(ReleaseParameters.InHand);

    /// <summary>The stage is under way.</summary>
    public static Requirement<ReleaseAttempt> StageUnderWay { get; } =
        Need("release.stage.not-begun", "The stage is under way.", attempt => attempt.Release.RunUnderWay is { } run && IsSame((attempt.Command as FinishStage)?.Stage, run.Stage))
            .Explains(attempt => Why.Because(attempt.Release.RunUnderWay is { } run ? $"The stage {run.Stage} is under way, not {(attempt.Command as FinishStage)?.Stage}." : "No stage is under way.")
                .Seeing("done", attempt.Release.StagesDone)
                .CuredBy(Remedy.Do(attempt.Release switch
                {
                    { RunUnderWay: { } under } => $"Finish {under.Stage} first",
                    { NextStage: { } next } => $"Begin {next.Name} first",
                    _ => "Finish the rollout",
                })))
            .About(ReleaseParameters.Stage);

    /// <summary>The stage that is under way has been watched long enough.</summary>
    public static Requirement<ReleaseAttempt> Baked { get; } =
        Need("release.stage.baking", "The stage has baked as long as the plan says.", attempt => attempt.Release.BakedAt is not { } at || at <= attempt.Stamp.At)
            .Explains(attempt => Why.Because($"The stage {attempt.Release.RunUnderWay!.Stage} bakes until {attempt.Release.BakedAt!.Value.ToText()}.")
                .Seeing("bakes since", attempt.Release.RunUnderWay!.BakesFrom.ToText())
                .CuredFrom(attempt.Release.BakedAt!.Value));

    /// <summary>Every stage ended.</summary>
    public static Requirement<ReleaseAttempt> EveryStageDone { get; } =
        Need("release.stages.not-done", "Every stage of the rollout ended.", attempt => attempt.Release is { RunUnderWay: null, NextStage: null })
            .Explains(attempt => Why.Because($"The stage {attempt.Release.RunUnderWay?.Stage ?? attempt.Release.NextStage?.Name} has not ended yet.").Seeing("done", attempt.Release.StagesDone))
            .CuredBy(Remedy.Do("Finish the stages that are left, in order"));

    /// <summary>The versions named are those that served before.</summary>
    public static Requirement<ReleaseAttempt> GoodVersionNamed { get; } =
        Need("release.roll-back.to-other", "Each environment goes back to the version that served it before.", attempt => attempt.Command is not RollBackRelease back || back.To.ToHashSet().SetEquals(attempt.Release.WayBack))
            .Explains(attempt => Why.Because("The versions named are not those that served before the release was deployed.")
                .Seeing("named", (attempt.Command as RollBackRelease)?.To)
                .Seeing("served before", attempt.Release.WayBack)
                .CuredBy(Remedy.Do(attempt.Release.WayBack.Count == 0 ? "Name no version: nothing served before, or nothing was deployed" : $"Roll back to {string.Join(", ", attempt.Release.WayBack)}")))
            .About(ReleaseParameters.GoodVersions);

    /// <summary>The way back is still open.</summary>
    public static Requirement<ReleaseAttempt> WayBackOpen { get; } =
        Need("release.roll-back.window-over", "The way back is still open.", attempt => attempt.Release.WayBackUntil is not { } until || attempt.Stamp.At < until)
            .Explains(attempt => Why.Because($"The way back was open until {attempt.Release.WayBackUntil!.Value.ToText()}.").CuredBy(Remedy.Do("Roll the release forward to a content that mends it")));

    /// <summary>No roll back was begun: from then on the rollout does not go on.</summary>
    public static Requirement<ReleaseAttempt> NoRollBackBegun { get; } =
        Need("release.roll-back.begun", "No roll back was begun.", attempt => !attempt.Release.IsGoingBack)
            .Explains(_ => Why.Because("A roll back was begun and did not succeed; what is out is neither the one nor the other."))
            .CuredBy(Remedy.Do("Roll back again"), Remedy.Do("Roll the release forward to a content that mends it"));

    private static Digest? InHand(ReleaseAttempt attempt) => (attempt.Command as StartStage)?.Package ?? (attempt.Command as PromoteRelease)?.Package;

    private static IEnumerable<Why> Withdrawn(ReleaseAttempt attempt) => RolloutRules.Withdrawing(attempt.ContentAfter.Rollout, attempt.Release.Exposures);

    private static IEnumerable<EnvironmentExposure> Exposed(Release release) => release.Exposures.Where(exposed => exposed.Share != Share.None);

    private static IEnumerable<List<ActiveVersion>> Crowded(ReleaseAttempt attempt) => attempt.Release.OthersAmong(attempt.Facts.Active!)
        .GroupBy(version => version.Environment).Select(versions => versions.ToList()).Where(versions => versions.Count > 1);

    private static bool IsSame(string? left, string? right) => left is not null && string.Equals(left, right, StringComparison.Ordinal);
}
