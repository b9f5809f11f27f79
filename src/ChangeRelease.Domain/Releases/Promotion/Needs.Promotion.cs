using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked on the way to production (S-52).</content>
public static partial class Needs
{
    /// <summary>The requirements on who grants an exemption.</summary>
    public static ProcessOwnerNeeds<ReleaseAttempt> ExemptedBy { get; } =
        new("release", "exemption", attempt => attempt.Stamp, attempt => attempt.Facts.Directory, attempt => attempt.Release.Contributors);

    /// <summary>The promotion path is known (S-4).</summary>
    public static Requirement<ReleaseAttempt> PathKnown { get; } =
        Need("release.promotion.path-unknown", "It is known which environments a package passes.", attempt => attempt.Facts.Promotion is not null)
            .CuredBy(Remedy.Do("Try again when the promotion path can be looked up"));

    /// <summary>The environment stands on the promotion path.</summary>
    public static Requirement<ReleaseAttempt> OnPath { get; } =
        Need("release.promotion.not-on-path", "The environment stands on the promotion path.", attempt => attempt.Facts.Promotion!.Find(attempt.PromotedTo) is not null)
            .Explains(attempt => Why.Because($"{attempt.PromotedTo} is not on the path {attempt.Facts.Promotion}.")
                .CuredBy(Remedy.Do(attempt.Release.Content.Environments.Contains(attempt.PromotedTo!) ? "Reach it by the rollout, once the release was let go" : "Name an environment of the path")))
            .About(ReleaseParameters.Environment)
            .After(PathKnown);

    /// <summary>No environment is left out on the way.</summary>
    public static Requirement<ReleaseAttempt> NothingSkipped { get; } =
        Need("release.promotion.skipped", "The package has passed every environment before, or was exempted.", attempt => !attempt.Promotion.MissingBefore(attempt.PromotedTo).Any())
            .Explains(attempt => attempt.Promotion.MissingBefore(attempt.PromotedTo))
            .About(ReleaseParameters.Environment)
            .After(PathKnown, OnPath);

    /// <summary>The package has passed the whole path.</summary>
    public static Requirement<ReleaseAttempt> PathPassed { get; } =
        Need("release.promotion.incomplete", "The package has passed every environment of the path, or was exempted.", attempt => !attempt.Promotion.MissingBefore(null).Any())
            .Explains(attempt => attempt.Promotion.MissingBefore(null))
            .After(PathKnown);

    /// <summary>No deployment to the environment is under way.</summary>
    public static Requirement<ReleaseAttempt> NoneUnderWay { get; } =
        Need("release.deployment.under-way", "No deployment to the environment is under way.", attempt => attempt.PromotedTo is not { } there || attempt.Release.DeploymentTo(there) is not { Outcome: null })
            .Explains(attempt => Why.Because($"The deployment of {attempt.Release.DeploymentTo(attempt.PromotedTo!)} is under way.").CuredBy(Remedy.Do("Report how it ended first")))
            .About(ReleaseParameters.Environment);

    /// <summary>A deployment to the environment is under way.</summary>
    public static Requirement<ReleaseAttempt> DeploymentUnderWay { get; } =
        Need("release.deployment.none", "A deployment of the package to the environment is under way.", attempt => attempt.PromotedTo is { } there && attempt.Release.DeploymentTo(there) is { Outcome: null })
            .Explains(attempt => Why.Because($"No deployment of the package to {attempt.PromotedTo} is under way.").CuredBy(Remedy.Do($"Begin one to {attempt.PromotedTo}")))
            .About(ReleaseParameters.Environment);

    /// <summary>The step has such a gate, and the package runs there.</summary>
    public static Requirement<ReleaseAttempt> PromotionGateKnown { get; } =
        Need("release.promotion.gate-unknown", "The package runs in the environment, and the step has such a gate.", attempt => attempt.PromotionGate is not null && attempt.Release.DeploymentTo(attempt.PromotedTo!) is { Outcome: DeploymentOutcome.Succeeded })
            .Explains(attempt => Why.Because($"The package does not run in {attempt.PromotedTo}, or the step has no such gate.")
                .Seeing("gates", attempt.Facts.Promotion!.Find(attempt.PromotedTo)?.Gates)
                .CuredBy(Remedy.Do("Deploy the package there first, and name a gate of the step")))
            .About(ReleaseParameters.Environment, ReleaseParameters.GateEvidence)
            .After(PathKnown, OnPath);

    /// <summary>What is shown is what the gate asks for, was seen there, and is newer than what was shown before.</summary>
    public static Requirement<ReleaseAttempt> PromotionEvidenceFits { get; } =
        Need("release.promotion.evidence-unfit", "The evidence is of the kind that the gate asks for, says where it comes from, and was seen since the package runs there.", attempt => PromotionEvidence.Faults(attempt).Count == 0)
            .Explains(PromotionEvidence.Faults)
            .About(ReleaseParameters.Environment, ReleaseParameters.GateEvidence)
            .After(PromotionGateKnown);

    /// <summary>The directory says who may judge a manual gate (S-4).</summary>
    public static Requirement<ReleaseAttempt> PromotionDirectoryKnown { get; } =
        Need("release.promotion.directory-missing", "The directory says who may judge a manual gate.", attempt => attempt.PromotionGate?.Kind != GateKind.Manual || attempt.Facts.Directory is not null)
            .CuredBy(Remedy.Do("Try again when the directory answers"))
            .About(ReleaseParameters.GateEvidence)
            .After(PromotionGateKnown);

    /// <summary>A manual gate is judged by a person whom it names, who had no hand in the release (S-24).</summary>
    public static Requirement<ReleaseAttempt> PromotionEntitled { get; } =
        Need("release.promotion.not-entitled", "A manual gate is judged by a person it names, who had no hand in the release.", attempt => !GatePeople.Objections(attempt, attempt.PromotionGate).Any())
            .Explains(attempt => GatePeople.Objections(attempt, attempt.PromotionGate))
            .About(ReleaseParameters.GateEvidence)
            .After(PromotionDirectoryKnown);

    /// <summary>There is a package to speak of.</summary>
    public static Requirement<ReleaseAttempt> Packaged { get; } =
        Need("release.package.missing", "The release has a package.", attempt => attempt.Release.Content.Package is not null)
            .CuredBy(Remedy.Do("Finish the build"));

    /// <summary>An exemption ends in time to come.</summary>
    public static Requirement<ReleaseAttempt> ExemptionAhead { get; } =
        Need("release.exemption.over", "The exemption ends in time to come.", attempt => attempt.Command is GrantPromotionExemption { Until: var until } && until > attempt.Stamp.At)
            .CuredBy(Remedy.Do("Name a later instant"))
            .About(ReleaseParameters.Until);
}
