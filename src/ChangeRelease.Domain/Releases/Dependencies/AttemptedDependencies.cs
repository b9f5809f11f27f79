using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The dependencies of an attempt, in the environment into which the release goes next.</summary>
internal static class AttemptedDependencies
{
    /// <summary>The case; null when it is not known what depends on what, or what runs there.</summary>
    public static DependencyCase? CaseOf(ReleaseAttempt attempt) => attempt.Facts.Dependencies is { } known && Looked(attempt, known) is { } found
        ? new DependencyCase(found.Graph, attempt.Release.Id, found.Live) { Passes = known.Downgrades, SkewPasses = known.Skews, IsGradual = IsGradual(attempt.Release.Content.Rollout) }
        : null;

    /// <summary>What of its content is otherwise than its dependencies say it is.</summary>
    public static IEnumerable<Why> Differences(ReleaseAttempt attempt)
    {
        var (content, brings) = (attempt.Release.Content, attempt.Dependencies!.Subject!.Brings);
        var (services, brought) = (content.Services.ToHashSet(), brings.Select(version => version.Service).ToHashSet());
        if (!services.SetEquals(brought))
        {
            yield return Why.Because("Its dependencies name other services than it goes to.").Seeing("of its dependencies", brings).Seeing("goes to", content.Services);
        }

        if (content.Version is { } version && brings.Count == 1 && services.SetEquals(brought) && brings[0].Version != version)
        {
            yield return Why.Because($"Its dependencies say that it brings {brings[0]}, and it brings {version}.");
        }
    }

    /// <summary>The exceptions that are needed and were given by who had a hand in the release.</summary>
    public static IEnumerable<Why> OwnExceptions(ReleaseAttempt attempt)
    {
        var hands = attempt.Release.Contributors.WithOwners(attempt.Facts.Directory);
        return attempt.Dependencies!.PassesUsed.Where(pass => hands.Include(pass.By)).Select(pass => Why.Because($"{pass.By} had a hand in the release and may not except it.")
            .Seeing("exception", pass.What)
            .Seeing("chain", hands.ChainOf(pass.By)));
    }

    private static EnvironmentId? NextOf(Release release) =>
        release.NextStage?.Environment ?? release.LatestRun?.Environment ?? release.Content.Environments.FirstOrDefault();

    private static (ReleaseDependencies Graph, LiveVersions Live)? Looked(ReleaseAttempt attempt, KnownDependencies known) => NextOf(attempt.Release) switch
    {
        null => null,
        var environment when known.IsNone => Alone(attempt, environment),
        var environment => known.LiveIn(environment) is { } live ? (known.Graph, live) : null,
    };

    // Where nothing depends on anything, what serves there stands for what runs.
    private static (ReleaseDependencies Graph, LiveVersions Live)? Alone(ReleaseAttempt attempt, EnvironmentId environment)
    {
        if (attempt.Facts.Active is not { } active || attempt.Release.Content is not { Version: { } version } content)
        {
            return null;
        }

        var services = content.Services.Distinct().ToList();
        var running = active.Where(serving => serving.Environment == environment).SelectMany(serving => services.Select(service => new ServiceVersion(service, serving.Version))).Distinct();
        var alone = new DependentRelease(attempt.Release.Id, services.Select(service => new ServiceVersion(service, version)).ToValueList(), []);
        return (ReleaseDependencies.Of([alone], [], []), new LiveVersions(environment, running.ToValueList(), []));
    }

    // The plan that was voted on says whether old and new run beside each other, where there is one.
    private static bool? IsGradual(RolloutPlan? rollout) => rollout is null ? null : rollout.Strategy is not (RolloutStrategy.AllAtOnce or RolloutStrategy.BlueGreen);
}
