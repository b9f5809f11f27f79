using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What runs in an environment at the instant of a decision, and which releases are live there.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Running">The services that run there, in the versions that run; a service may run in several.</param>
/// <param name="Released">The releases that went live there.</param>
public sealed record LiveVersions(EnvironmentId Environment, ValueList<ServiceVersion> Running, ValueList<ReleaseId> Released)
{
    /// <summary>The same after one more release went live: what it brings runs in its new versions only.</summary>
    /// <param name="release">The release.</param>
    /// <returns>What runs then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="release"/> is null.</exception>
    public LiveVersions With(DependentRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var brought = release.Brings.Select(service => service.Service).ToHashSet();
        return this with
        {
            Running = Running.Where(service => !brought.Contains(service.Service)).Concat(release.Brings).ToValueList(),
            Released = Released.With(release.Id),
        };
    }
}
