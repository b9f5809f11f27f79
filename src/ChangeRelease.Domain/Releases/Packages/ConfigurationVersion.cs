using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The configuration that a release runs with in one environment. It is no part of the package, and as material as the package is (S-23, S-52).</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Version">What the configuration's version is called; not blank.</param>
/// <param name="Digest">The digest of its bytes.</param>
public sealed record ConfigurationVersion(EnvironmentId Environment, string Version, Digest Digest)
{
    /// <summary>What the configuration's version is called, in Unicode normal form C; not blank.</summary>
    public string Version { get; init => field = Text.Canonical(value, nameof(Version)); } = Text.Canonical(Version, nameof(Version));
}
