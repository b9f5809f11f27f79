using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What runs and is live, by service and by release; it goes along where releases go live one after the other, so that none of them looks at everything.</summary>
internal sealed class LiveIndex(LiveVersions live)
{
    private readonly Dictionary<ServiceId, List<ServiceVersion>> _running = live.Running.GroupBy(version => version.Service).ToDictionary(versions => versions.Key, versions => versions.ToList());

    /// <summary>The releases that are live.</summary>
    public HashSet<ReleaseId> Released { get; } = [.. live.Released];

    /// <summary>How many versions, rules and releases were looked at.</summary>
    public int Steps { get; private set; } = live.Running.Count + live.Released.Count;

    public void Step(int steps) => Steps += steps;

    /// <summary>The versions of a service that run.</summary>
    public IReadOnlyList<ServiceVersion> Of(ServiceId service)
    {
        var running = _running.GetValueOrDefault(service);
        Steps += 1 + (running?.Count ?? 0);
        return running ?? [];
    }

    /// <summary>What a release brings runs from now on in its new versions only.</summary>
    public void GoLive(DependentRelease release)
    {
        Released.Add(release.Id);
        foreach (var brought in release.Brings)
        {
            Steps++;
            _running[brought.Service] = [brought];
        }
    }
}
