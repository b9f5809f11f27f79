using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <content>How far the release is out.</content>
public sealed partial record Release
{
    /// <summary>The stages that have begun since it was planned last, in order.</summary>
    public ValueList<StageRun> Runs { get; init; } = [];

    /// <summary>Which part of each environment has the release. It never falls until the release is rolled back, and outlasts being mended forward.</summary>
    public ValueList<EnvironmentExposure> Exposures { get; init; } = [];

    /// <summary>The version that served each environment before the release was deployed; none where nothing did.</summary>
    public ValueList<ActiveVersion> Before { get; init; } = [];

    /// <summary>Since when it is going out; null before that, and once it is planned anew.</summary>
    public Instant? DeployingSince { get; init; }

    /// <summary>Who began to deploy it; null before that, and once it is planned anew.</summary>
    public Actor? StartedBy { get; init; }

    /// <summary>When its rollout ended; null before that, and once it is planned anew.</summary>
    public Instant? RolledOutAt { get; init; }

    /// <summary>Whether a roll back was begun and has not succeeded: the rollout does not go on any more.</summary>
    public bool IsGoingBack { get; init; }

    /// <summary>The stages that ended, in order.</summary>
    public ValueList<string> StagesDone => Runs.Where(run => run.FinishedAt is not null).Select(run => run.Stage).ToValueList();

    /// <summary>The stage that is under way; null when none is.</summary>
    public StageRun? RunUnderWay => LatestRun is { FinishedAt: null } run ? run : null;

    /// <summary>The stage that may begin next; null while one is under way, and when every stage has begun.</summary>
    public RolloutStage? NextStage => RunUnderWay is null ? Content.Rollout?.Stages.ElementAtOrDefault(Runs.Count) : null;

    /// <summary>From when the stage that is under way has baked; null when none is.</summary>
    public Instant? BakedAt => RunUnderWay is { } run && LatestStage is { } stage ? run.BakesFrom + stage.Bake : null;

    /// <summary>Until when the way back is open; null when it has no end.</summary>
    public Instant? WayBackUntil => RolledOutAt is { } at && Content.Rollout?.RollbackWindow is { } window ? at + window : null;

    /// <summary>What rolling back leads to: the version that served each environment where the release was deployed.</summary>
    public ValueList<ActiveVersion> WayBack => Before.Where(version => Touches(version.Environment)).ToValueList();

    internal StageRun? LatestRun => Runs.Count > 0 ? Runs[^1] : null;

    internal RolloutStage? LatestStage => LatestRun is { } run ? Content.Rollout?.Find(run.Stage) : null;

    internal ValueList<string> StageNames => Content.Rollout?.Stages.Select(stage => stage.Name).ToValueList() ?? [];

    /// <summary>Which part of an environment has the release.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The part; nothing where it is not out.</returns>
    public Share ExposureOf(EnvironmentId environment) => Exposures.FirstOrDefault(exposed => exposed.Environment == environment)?.Share ?? Share.None;

    /// <summary>The versions that serve an environment, as far as the release knows: the one from before until everyone has the release, and the release itself once someone has it.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>None, one or two.</returns>
    public ValueList<SemanticVersion> VersionsServing(EnvironmentId environment)
    {
        var exposed = Exposures.FirstOrDefault(exposed => exposed.Environment == environment && exposed.Share != Share.None);
        var good = exposed?.Share == Share.All ? [] : Before.Where(version => version.Environment == environment).Select(version => version.Version);
        return (exposed is null ? good : good.Append(exposed.Version)).ToValueList();
    }

    /// <summary>The versions among those that serve the environments that are none of this release's own.</summary>
    internal IEnumerable<ActiveVersion> OthersAmong(ValueList<ActiveVersion> active) => active
        .Where(version => Content.Environments.Contains(version.Environment))
        .Where(version => !Exposures.Any(exposed => exposed.Environment == version.Environment && exposed.Package == version.Package));

    /// <summary>What it goes back to when it is deployed now: what serves beside it, or what served before it where it has everyone already.</summary>
    internal ValueList<ActiveVersion> GoodAmong(ValueList<ActiveVersion> active)
    {
        var others = OthersAmong(active).ToList();
        return others.Concat(Before.Where(version => ExposureOf(version.Environment) != Share.None && others.TrueForAll(other => other.Environment != version.Environment))).ToValueList();
    }

    private bool Touches(EnvironmentId environment) => Runs.Any(run => run.Environment == environment) || ExposureOf(environment) != Share.None;

    private Release Begun(StageBegun it) => this with
    {
        Runs = Runs.With(new StageRun(it.Stage, it.Environment, it.Exposure, it.Package, it.Permit, it.Header.Stamp.At)),
        Exposures = Exposures.Where(exposed => exposed.Environment != it.Environment)
            .Append(new EnvironmentExposure(it.Environment, Share.Max(it.Exposure, ExposureOf(it.Environment)), Content.Version!, it.Package)).ToValueList(),
    };

    private Release Running(Func<StageRun, StageRun> with) => LatestRun is { } run ? this with { Runs = Runs.Take(Runs.Count - 1).Append(with(run)).ToValueList() } : this;

    private Release Deployed(DeploymentStarted it) => this with { Before = it.Before, DeployingSince = it.Header.Stamp.At, StartedBy = it.Header.Stamp.Actor, IsGoingBack = false };

    private Release Continued(Instant at) => Running(run => run.FinishedAt is null ? run with { BakesFrom = at } : run);
}
