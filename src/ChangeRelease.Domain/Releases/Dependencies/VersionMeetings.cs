using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Which versions would run beside each other while and after a release goes live, and what they make of each other.</summary>
/// <remarks>Only meetings that the release brings about are judged: one of the two is new. While it is rolled out in steps, old and new ones meet, too; what is bad afterwards is bad then already.</remarks>
internal sealed class VersionMeetings
{
    private readonly ReleaseDependencies _dependencies;
    private readonly List<ServiceId> _touched;
    private readonly ILookup<ServiceId, RunningVersion> _running;

    public VersionMeetings(ReleaseDependencies dependencies, DependentRelease release, LiveVersions live)
    {
        (_dependencies, Release) = (dependencies, release);
        _touched = release.Brings.Select(brought => brought.Service).ToList();
        _running = live.Running
            .Where(running => release.IsGradual || !_touched.Contains(running.Service))
            .Where(running => !release.Brings.Contains(running))
            .Select(running => new RunningVersion(running, IsNew: false))
            .Concat(release.Brings.Select(brought => new RunningVersion(brought, IsNew: true)))
            .Distinct()
            .ToLookup(running => running.What.Service);
    }

    public DependentRelease Release { get; }

    /// <summary>New versions that need a service of which nothing would run.</summary>
    public IEnumerable<(VersionNeed Need, RunningVersion Needing)> Lonely =>
        from need in _dependencies.NeedsTouching(_touched)
        where !_running.Contains(need.On)
        from needing in Needing(need)
        where needing.IsNew
        select (need, needing);

    /// <summary>Pairs in which one needs the other to be of another version.</summary>
    public IEnumerable<(VersionNeed Need, RunningVersion Needing, RunningVersion Found)> Unmet =>
        from need in _dependencies.NeedsTouching(_touched)
        from needing in Needing(need)
        from found in _running[need.On]
        where (needing.IsNew || found.IsNew) && needing != found && !need.Range.Contains(found.What.Version)
        select (need, needing, found);

    /// <summary>Pairs that are too far apart.</summary>
    public IEnumerable<(SkewLimit Limit, RunningVersion One, RunningVersion Other)> Skewed =>
        from limit in _dependencies.LimitsTouching(_touched)
        from one in _running[limit.One]
        from other in _running[limit.Other]
        where (one.IsNew || other.IsNew) && !limit.Allows(one.What.Version, other.What.Version) && (limit.One != limit.Other || one.IsNew)
        select (limit, one, other);

    private IEnumerable<RunningVersion> Needing(VersionNeed need) => _running[need.Service].Where(running => need.Versions.Contains(running.What.Version));
}

/// <summary>A version that would run, and whether the release brings it.</summary>
internal sealed record RunningVersion(ServiceVersion What, bool IsNew)
{
    public override string ToString() => What.ToString();
}
