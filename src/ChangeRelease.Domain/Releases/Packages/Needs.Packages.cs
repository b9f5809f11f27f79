using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What is asked of packages and configurations (S-52).</content>
public static partial class Needs
{
    /// <summary>The build gave artifacts.</summary>
    public static Requirement<ReleaseAttempt> Artifacts { get; } =
        Need("release.artifacts.missing", "The build gave at least one artifact.", attempt => attempt.ContentAfter.Package is { Artifacts.Count: > 0 })
            .CuredBy(Remedy.Do("Name the artifacts that the build gave, each with its digest"))
            .About(ReleaseParameters.Package);

    /// <summary>Every artifact has a name of its own.</summary>
    public static Requirement<ReleaseAttempt> ArtifactNames { get; } =
        Need("release.artifacts.unfit", "Every artifact has a name of its own.", attempt => !PackageRules.Unfit(attempt.ContentAfter.Package!.Artifacts).Any())
            .Explains(attempt => PackageRules.Unfit(attempt.ContentAfter.Package!.Artifacts))
            .About(ReleaseParameters.Package)
            .After(Artifacts);

    /// <summary>It is known where the package comes from.</summary>
    public static Requirement<ReleaseAttempt> Provenance { get; } =
        Need("release.package.provenance-missing", "It is known from what, with what and when the package was built.", attempt => !PackageRules.Unproven(attempt.ContentAfter.Package!.Provenance, attempt.Stamp.At).Any())
            .Explains(attempt => PackageRules.Unproven(attempt.ContentAfter.Package!.Provenance, attempt.Stamp.At))
            .About(ReleaseParameters.Package)
            .After(Artifacts);

    /// <summary>Every environment has at most one configuration, with a version.</summary>
    public static Requirement<ReleaseAttempt> Configurations { get; } =
        Need("release.configurations.unfit", "Each configuration has a version, and each environment at most one.", attempt => !PackageRules.Unfit(attempt.Release.Content.Configurations).Any())
            .Explains(attempt => PackageRules.Unfit(attempt.Release.Content.Configurations));
}
