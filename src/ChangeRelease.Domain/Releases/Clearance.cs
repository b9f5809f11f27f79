using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>How a carried change stands at the instant of a decision on its release.</summary>
/// <param name="Id">The change.</param>
/// <param name="Status">The name of the state it is in.</param>
/// <param name="IsCleared">Whether it may go out with the release: scheduled aboard it for its slots, or being made already.</param>
/// <param name="Content">The digest of the change's material content as it was authorized (S-23); null while it is not.</param>
public sealed record Clearance(ChangeId Id, string Status, bool IsCleared, Digest? Content)
{
    /// <summary>The permits that the change issued last, environment by environment; none before it is started.</summary>
    public ValueList<DeploymentPermit> Permits { get; init; } = [];
}
