namespace ChangeRelease.Domain.Releases;

/// <summary>Makes the model of a document of dependencies; what is ordinary is left out, so that one thing is said in one way.</summary>
internal static class DependencyWriting
{
    public static DependenciesEntry Entry(ReleaseDependencies dependencies) => new()
    {
        Format = DependencyDocument.Format,
        Releases = [.. dependencies.Releases.Select(Release)],
        Needs = dependencies.Needs.Count == 0 ? null : [.. dependencies.Needs.Select(Need)],
        Limits = dependencies.Limits.Count == 0 ? null : [.. dependencies.Limits.Select(limit => new SkewLimitEntry { One = limit.One.Value, Other = limit.Other.Value, Minors = limit.Minors })],
    };

    private static DependentReleaseEntry Release(DependentRelease release) => new()
    {
        Id = release.Id.Value,
        Brings = [.. release.Brings.Select(brought => new ServiceVersionEntry { Service = brought.Service.Value, Version = brought.Version.ToString() })],
        After = release.After.Count == 0 ? null : [.. release.After.Select(id => id.Value)],
        Gradual = release.IsGradual ? null : false,
    };

    private static VersionNeedEntry Need(VersionNeed need) => new()
    {
        Service = need.Service.Value,
        Versions = need.Versions == VersionRange.Any ? null : need.Versions.ToString(),
        On = need.On.Value,
        Range = need.Range.ToString(),
    };
}
