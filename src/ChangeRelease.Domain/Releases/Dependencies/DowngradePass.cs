using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Lets one service go back from one version to an earlier one: an exception with a name (S-53).</summary>
/// <param name="Service">The service.</param>
/// <param name="From">The version that runs.</param>
/// <param name="To">The version to go back to.</param>
/// <param name="By">Who allows it.</param>
/// <param name="Reason">Why.</param>
public sealed record DowngradePass(ServiceId Service, SemanticVersion From, SemanticVersion To, ActorId By, string Reason);
