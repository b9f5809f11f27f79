using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A named exemption: one package may leave out one environment, until an instant. Whoever grants it stands by it with a name (S-8).</summary>
/// <param name="Environment">The environment that may be left out.</param>
/// <param name="Package">The digest of the package that it was granted for; another package needs another exemption.</param>
/// <param name="By">Who granted it.</param>
/// <param name="Until">The first instant at which it does not hold any more.</param>
/// <param name="Reason">Why.</param>
public sealed record PromotionExemption(EnvironmentId Environment, Digest Package, ActorId By, Instant Until, string Reason)
{
    internal bool Holds(EnvironmentId environment, Digest? package, Instant at) => Environment == environment && Package == package && at < Until;
}
