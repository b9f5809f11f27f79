using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One release that is to start, in one environment, with what runs there: what the requirements on dependencies judge.</summary>
public sealed class DependencyCase
{
    private static readonly DependencyNeeds<DependencyCase> Needs = new(it => it);

    private readonly Lazy<DependencyWalk> _walk;
    private readonly Lazy<VersionMeetings> _meetings;

    /// <summary>Brings the three together.</summary>
    /// <param name="dependencies">What depends on what.</param>
    /// <param name="release">The release that is to start.</param>
    /// <param name="live">What runs, and which releases are live.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DependencyCase(ReleaseDependencies dependencies, ReleaseId release, LiveVersions live)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(live);
        (Dependencies, Release, Live) = (dependencies, release, live);
        _walk = new Lazy<DependencyWalk>(() => DependencyWalk.From(dependencies, release, live));
        _meetings = new Lazy<VersionMeetings>(() => new VersionMeetings(dependencies, dependencies.Find(release)!, live));
    }

    /// <summary>What depends on what.</summary>
    public ReleaseDependencies Dependencies { get; }

    /// <summary>The release that is to start.</summary>
    public ReleaseId Release { get; }

    /// <summary>What runs, and which releases are live.</summary>
    public LiveVersions Live { get; }

    /// <summary>The downgrades that are allowed; none unless they are given.</summary>
    public ValueList<DowngradePass> Passes { get; init; } = [];

    /// <summary>Every reason why the release may not start now; empty when it may.</summary>
    /// <remarks>The same requirements are there for attempts of other rooms and hosts: <see cref="DependencyNeeds{TAttempt}"/>.</remarks>
    public ValueList<Refusal> Refusals => Unmet.Of(this, Needs.All);

    internal bool IsKnown => Dependencies.Find(Release) is not null;

    internal DependencyWalk Walk => _walk.Value;

    internal VersionMeetings Meetings => _meetings.Value;

    /// <summary>What would go back, unless that is allowed by name.</summary>
    internal IEnumerable<(ServiceVersion Running, SemanticVersion To)> Downgrades =>
        from brought in Dependencies.Find(Release)!.Brings
        from running in Live.Running
        where running.Service == brought.Service && brought.Version.IsOlderThan(running.Version) && !Passes.Any(pass => Allows(pass, running, brought.Version))
        select (running, brought.Version);

    private static bool Allows(DowngradePass pass, ServiceVersion running, SemanticVersion to) => pass.Service == running.Service
        && !Text.IsBlank(pass.Reason) && IsSame(pass.From, running.Version) && IsSame(pass.To, to);

    private static bool IsSame(SemanticVersion one, SemanticVersion other) => SemanticVersion.Precedence.Compare(one, other) == 0;
}
