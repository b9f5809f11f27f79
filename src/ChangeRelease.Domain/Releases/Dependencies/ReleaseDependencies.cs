using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What releases and versions need of each other: which release goes live after which, and which versions run beside which (S-53).</summary>
/// <remarks>Immutable, and the same whatever the order in which things are given: releases are looked at in the ordinal order of their ids.</remarks>
public sealed class ReleaseDependencies
{
    /// <summary>The most releases.</summary>
    public const int MostReleases = 10_000;

    /// <summary>The most arrows from a release to one that it goes live after.</summary>
    public const int MostArrows = 100_000;

    /// <summary>The most needs and limits together.</summary>
    public const int MostRules = 100_000;

    private readonly Dictionary<ReleaseId, DependentRelease> _releases;
    private readonly ILookup<ServiceId, VersionNeed> _needs;
    private readonly ILookup<ServiceId, SkewLimit> _limits;
    private readonly ILookup<ServiceId, DependentRelease> _bringers;

    private ReleaseDependencies(ValueList<DependentRelease> releases, ValueList<VersionNeed> needs, ValueList<SkewLimit> limits)
    {
        (Releases, Needs, Limits) = (releases, needs, limits);
        _releases = releases.ToDictionary(release => release.Id);
        _needs = Touching(needs, need => (need.Service, need.On));
        _limits = Touching(limits, limit => (limit.One, limit.Other));
        _bringers = releases.SelectMany(release => release.Brings.Select(brought => (brought.Service, release))).ToLookup(entry => entry.Service, entry => entry.release);
    }

    /// <summary>The releases, in the order of their ids.</summary>
    public ValueList<DependentRelease> Releases { get; }

    /// <summary>What versions need of each other.</summary>
    public ValueList<VersionNeed> Needs { get; }

    /// <summary>How far versions may be apart that run beside each other.</summary>
    public ValueList<SkewLimit> Limits { get; }

    /// <summary>Brings together what depends on what.</summary>
    /// <param name="releases">The releases that are not live everywhere yet, each once and bringing each service once.</param>
    /// <param name="needs">What versions need of each other.</param>
    /// <param name="limits">How far versions may be apart.</param>
    /// <returns>The dependencies; cycles and what is missing are told by <see cref="Review"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A release is named twice, brings a service twice, or there is more than may be: see the constants.</exception>
    public static ReleaseDependencies Of(ValueList<DependentRelease> releases, ValueList<VersionNeed> needs, ValueList<SkewLimit> limits)
    {
        ArgumentNullException.ThrowIfNull(releases);
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(limits);
        return Problem(releases, needs.Count + limits.Count) is { } problem
            ? throw new ArgumentException(problem, nameof(releases))
            : new ReleaseDependencies(releases.OrderBy(release => release.Id).ToValueList(), needs, limits);
    }

    /// <summary>Finds a release.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The release, or null when it is none of these.</returns>
    public DependentRelease? Find(ReleaseId id) => _releases.GetValueOrDefault(id);

    /// <summary>Checks the whole: what is missing, what goes in circles, and in which order the releases may go live.</summary>
    /// <param name="released">Releases that are live already.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="released"/> is null.</exception>
    public DependencyReview Review(ValueList<ReleaseId> released)
    {
        ArgumentNullException.ThrowIfNull(released);
        return ReleaseOrdering.Review(this, [.. released]);
    }

    /// <summary>Lets the releases go live one after the other, in the order of <see cref="Review"/>, and asks each whether it may, given what runs by then.</summary>
    /// <remarks>Who may not stays behind, and so does who goes after it: the answers of the others hold without them.</remarks>
    /// <param name="live">What runs at the beginning.</param>
    /// <param name="passes">The downgrades that are allowed.</param>
    /// <returns>Every release that is not live and has a place in the order, with every reason for which it may not start.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ValueList<RehearsedStart> Rehearse(LiveVersions live, ValueList<DowngradePass> passes)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(passes);
        return Rehearse(live, passes, new LiveIndex(live));
    }

    /// <summary>The same, with the index that it goes along: where nothing is refused, its steps grow with releases, arrows, and the rules that touch what each brings.</summary>
    internal ValueList<RehearsedStart> Rehearse(LiveVersions live, ValueList<DowngradePass> passes, LiveIndex now)
    {
        var (review, starts) = (Review(live.Released), new List<RehearsedStart>());
        now.Step(review.Steps);
        foreach (var id in review.Order)
        {
            var start = new DependencyCase(this, id, live, now) { Passes = passes };
            starts.Add(new RehearsedStart(id, start.Refusals));
            now.Step(start.Walk.Steps);
            if (starts[^1].Refusals.Count == 0)
            {
                now.GoLive(Find(id)!);
            }
        }

        return starts.ToValueList();
    }

    internal IEnumerable<VersionNeed> NeedsTouching(IEnumerable<ServiceId> services) => services.SelectMany(service => _needs[service]).Distinct();

    internal IEnumerable<SkewLimit> LimitsTouching(IEnumerable<ServiceId> services) => services.SelectMany(service => _limits[service]).Distinct();

    internal IEnumerable<DependentRelease> Bringing(ServiceId service) => _bringers[service];

    private static ILookup<ServiceId, T> Touching<T>(IEnumerable<T> rules, Func<T, (ServiceId One, ServiceId Other)> ends) => rules
        .SelectMany(rule => new[] { ends(rule).One, ends(rule).Other }.Distinct().Select(service => (service, rule)))
        .ToLookup(entry => entry.service, entry => entry.rule);

    private static string? Problem(ValueList<DependentRelease> releases, int rules) =>
        releases.Count > MostReleases ? FormattableString.Invariant($"There are {releases.Count} releases, and {MostReleases} may be.")
        : releases.Sum(release => (long)release.After.Count) > MostArrows ? FormattableString.Invariant($"The releases go after more than {MostArrows} others.")
        : rules > MostRules ? FormattableString.Invariant($"There are {rules} needs and limits, and {MostRules} may be.")
        : releases.GroupBy(release => release.Id).FirstOrDefault(same => same.Count() > 1) is { } twins ? $"The release {twins.Key} is named more than once."
        : releases.FirstOrDefault(release => release.Brings.DistinctBy(brought => brought.Service).Count() < release.Brings.Count) is { } greedy ? $"The release {greedy.Id} brings a service more than once."
        : null;
}
