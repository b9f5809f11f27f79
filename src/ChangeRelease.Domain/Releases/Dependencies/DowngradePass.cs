using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Lets one service go back from one version to an earlier one: an exception with a name (S-53).</summary>
/// <param name="Service">The service.</param>
/// <param name="From">The version that runs.</param>
/// <param name="To">The version to go back to.</param>
/// <param name="By">Who allows it.</param>
/// <param name="Reason">Why; a blank one allows nothing.</param>
public sealed record DowngradePass(ServiceId Service, SemanticVersion From, SemanticVersion To, ActorId By, string Reason)
{
    /// <summary>What is allowed, by whom, and why.</summary>
    /// <returns>For example <c>payments from 1.9.0 back to 1.8.0, by dana: 1.9.0 loses orders</c>.</returns>
    public override string ToString() => $"{Service} from {From} back to {To}, by {By}: {Reason}";

    internal bool Allows(ServiceVersion running, SemanticVersion to) => !Text.IsBlank(Reason)
        && new ServiceVersion(Service, From).IsLevelWith(running) && SemanticVersion.Precedence.Compare(To, to) == 0;
}
