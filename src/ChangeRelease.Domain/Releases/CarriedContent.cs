using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A change that a release carries, as it was when the release was let go: no other content goes out with it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Content">The digest of the change's material content (S-23).</param>
public sealed record CarriedContent(ChangeId Change, Digest Content);
