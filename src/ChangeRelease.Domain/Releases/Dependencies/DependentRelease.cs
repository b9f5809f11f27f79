using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>A release as its dependencies see it: what it brings, and what it goes live after (S-53).</summary>
/// <param name="Id">The release.</param>
/// <param name="Brings">The services it brings, each in its new version.</param>
/// <param name="After">The releases that have to be live before it goes live.</param>
public sealed record DependentRelease(ReleaseId Id, ValueList<ServiceVersion> Brings, ValueList<ReleaseId> After)
{
    /// <summary>Whether its old versions run beside its new ones for a while, as in rings or with canaries; false where one takes the place of the other at once.</summary>
    public bool IsGradual { get; init; } = true;
}
