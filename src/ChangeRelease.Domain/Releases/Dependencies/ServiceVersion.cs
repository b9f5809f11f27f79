using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A service in one version: what a release brings, or what runs in an environment.</summary>
/// <param name="Service">The service.</param>
/// <param name="Version">Its version.</param>
public sealed record ServiceVersion(ServiceId Service, SemanticVersion Version)
{
    /// <summary>Both.</summary>
    /// <returns>For example <c>payments 2.4.0</c>.</returns>
    public override string ToString() => $"{Service} {Version}";

    /// <summary>Whether it is the same service in a version of the same precedence.</summary>
    internal bool IsLevelWith(ServiceVersion other) => Service == other.Service && SemanticVersion.Precedence.Compare(Version, other.Version) == 0;
}
