using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A version that serves an environment: what a release finds there when it begins to go out, and goes back to (S-52).</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Version">The version, for example <c>2.3.9</c>.</param>
/// <param name="Package">The digest of its package.</param>
public sealed record ActiveVersion(EnvironmentId Environment, SemanticVersion Version, Digest Package)
{
    /// <summary>The version and where it serves.</summary>
    /// <returns>For example <c>2.3.9 in production</c>.</returns>
    public override string ToString() => $"{Version} in {Environment}";
}
