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
        _meetings = new Lazy<VersionMeetings>(() => new VersionMeetings(dependencies, Subject!, live));
    }

    /// <summary>What depends on what.</summary>
    public ReleaseDependencies Dependencies { get; }

    /// <summary>The release that is to start.</summary>
    public ReleaseId Release { get; }

    /// <summary>What runs, and which releases are live.</summary>
    public LiveVersions Live { get; }

    /// <summary>The downgrades that are allowed; none unless they are given.</summary>
    public ValueList<DowngradePass> Passes { get; init; } = [];

    /// <summary>The versions that may run beside each other though they are too far apart; none unless they are given.</summary>
    public ValueList<SkewPass> SkewPasses { get; init; } = [];

    /// <summary>Every reason why the release may not start now; empty when it may.</summary>
    /// <remarks>The same requirements are there for attempts of other rooms and hosts: <see cref="DependencyNeeds{TAttempt}"/>.</remarks>
    public ValueList<Refusal> Refusals => Unmet.Of(this, Needs.All);

    /// <summary>Whether old and new run beside each other, by the plan of the rollout; null where only the dependencies tell.</summary>
    internal bool? IsGradual { get; init; }

    internal DependentRelease? Subject => Dependencies.Find(Release) is { } found ? found with { IsGradual = IsGradual ?? found.IsGradual } : null;

    internal bool IsKnown => Dependencies.Find(Release) is not null;

    internal DependencyWalk Walk => _walk.Value;

    internal VersionMeetings Meetings => _meetings.Value;

    /// <summary>What would go back, unless that is allowed by name.</summary>
    internal IEnumerable<(ServiceVersion Running, SemanticVersion To)> Downgrades =>
        GoingBack.Where(back => !Passes.Any(pass => pass.Allows(back.Running, back.To)));

    /// <summary>What would be too far apart, unless that is allowed by name.</summary>
    internal IEnumerable<(SkewLimit Limit, RunningVersion One, RunningVersion Other)> Skewed =>
        Meetings.Skewed.Where(pair => !SkewPasses.Any(pass => pass.Allows(pair.One.What, pair.Other.What)));

    /// <summary>The exceptions without which it might not start.</summary>
    internal IEnumerable<(ActorId By, string What)> PassesUsed =>
        Passes.Where(pass => GoingBack.Any(back => pass.Allows(back.Running, back.To))).Select(pass => (pass.By, pass.ToString()))
            .Concat(SkewPasses.Where(pass => Meetings.Skewed.Any(pair => pass.Allows(pair.One.What, pair.Other.What))).Select(pass => (pass.By, pass.ToString())));

    private IEnumerable<(ServiceVersion Running, SemanticVersion To)> GoingBack =>
        from brought in Subject!.Brings
        from running in Live.Running
        where running.Service == brought.Service && brought.Version.IsOlderThan(running.Version)
        select (running, brought.Version);
}
