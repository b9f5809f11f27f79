using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A change that goes with a release of the order.</summary>
/// <param name="Change">The change.</param>
/// <param name="Release">The release.</param>
/// <param name="IsAboard">Whether it is aboard already, and only has to follow where the release moves.</param>
internal sealed record PlanningRider(ChangeId Change, ReleaseId Release, bool IsAboard);
