using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Which part of an environment's users has a release, and which version of it.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Share">The part; nothing where it is deployed and not released.</param>
/// <param name="Version">The version that they have.</param>
/// <param name="Package">The digest of the package that they have.</param>
public sealed record EnvironmentExposure(EnvironmentId Environment, Share Share, SemanticVersion Version, Digest Package);
