using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Which versions would run beside each other while and after a release goes live, and what they make of each other.</summary>
/// <remarks>Only meetings that the release brings about are judged: one of the two is new. While it is rolled out in steps, old and new ones meet, too; what is bad afterwards is bad then already. Only services that rules name beside those it brings are looked at.</remarks>
internal sealed class VersionMeetings(ReleaseDependencies dependencies, DependentRelease release, LiveIndex live)
{
    private readonly HashSet<ServiceId> _touched = release.Brings.Select(brought => brought.Service).ToHashSet();
    private readonly Dictionary<ServiceId, List<RunningVersion>> _running = [];

    public DependentRelease Release { get; } = release;

    /// <summary>New versions that need a service of which nothing would run.</summary>
    public IEnumerable<(VersionNeed Need, RunningVersion Needing)> Lonely =>
        from need in Counted(dependencies.NeedsTouching(_touched))
        where Running(need.On).Count == 0
        from needing in Needing(need)
        where needing.IsNew
        select (need, needing);

    /// <summary>Pairs in which one needs the other to be of another version.</summary>
    public IEnumerable<(VersionNeed Need, RunningVersion Needing, RunningVersion Found)> Unmet =>
        from need in Counted(dependencies.NeedsTouching(_touched))
        from needing in Needing(need)
        from found in Running(need.On)
        where (needing.IsNew || found.IsNew) && needing != found && !need.Range.Contains(found.What.Version)
        select (need, needing, found);

    /// <summary>Pairs that are too far apart.</summary>
    public IEnumerable<(SkewLimit Limit, RunningVersion One, RunningVersion Other)> Skewed =>
        from limit in Counted(dependencies.LimitsTouching(_touched))
        from one in Running(limit.One)
        from other in Running(limit.Other)
        where (one.IsNew || other.IsNew) && !limit.Allows(one.What.Version, other.What.Version) && (limit.One != limit.Other || one.IsNew)
        select (limit, one, other);

    private IEnumerable<RunningVersion> Needing(VersionNeed need) => Running(need.Service).Where(running => need.Versions.Contains(running.What.Version));

    private List<RunningVersion> Running(ServiceId service) => _running.TryGetValue(service, out var known) ? known : _running[service] = Meeting(service);

    private List<RunningVersion> Meeting(ServiceId service)
    {
        var brought = Release.Brings.Where(version => version.Service == service).ToList();
        live.Step(Release.Brings.Count);
        return live.Of(service)
            .Where(running => Release.IsGradual || !_touched.Contains(service))
            .Where(running => !brought.Contains(running))
            .Select(running => new RunningVersion(running, IsNew: false))
            .Concat(brought.Select(version => new RunningVersion(version, IsNew: true)))
            .Distinct()
            .ToList();
    }

    private IEnumerable<T> Counted<T>(IEnumerable<T> rules)
    {
        foreach (var rule in rules)
        {
            live.Step(1);
            yield return rule;
        }
    }
}

/// <summary>A version that would run, and whether the release brings it.</summary>
internal sealed record RunningVersion(ServiceVersion What, bool IsNew)
{
    public override string ToString() => What.ToString();
}
