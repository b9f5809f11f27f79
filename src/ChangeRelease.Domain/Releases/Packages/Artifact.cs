using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One part of a package, by the digest of its bytes: what was tested is what is deployed (S-52).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Digest">The digest of its bytes.</param>
public sealed record Artifact(string Name, Digest Digest)
{
    /// <summary>What it is called, in Unicode normal form C.</summary>
    public string Name { get; init => field = Text.Canonical(value, nameof(Name)); } = Text.Canonical(Name, nameof(Name));
}
