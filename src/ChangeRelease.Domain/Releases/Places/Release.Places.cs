using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <content>Which places it takes up in the environments' own ledgers (S-51).</content>
public sealed partial record Release
{
    /// <summary>The environments in whose ledgers it may hold something, for all that its history says.</summary>
    internal ValueList<EnvironmentId> Visited { get; init; } = [];

    /// <summary>The slots that it takes up in an environment: its own while it is scheduled or goes out, until every stage there has ended; before production, that of the deployment under way.</summary>
    /// <param name="environment">The environment.</param>
    /// <returns>The slots, in order; none when it takes up none there.</returns>
    public ValueList<Slot> SlotsIn(EnvironmentId environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return IsGoingOut && Content.Environments.Contains(environment) && !IsThrough(environment)
            ? Slots
            : Deployments.Where(deployment => deployment.Environment == environment && deployment.Outcome is null).TakeLast(1).Select(deployment => deployment.Slot).OfType<Slot>().ToValueList();
    }

    /// <summary>The environments in whose ledgers it, or a command on it, may take up something.</summary>
    internal IEnumerable<EnvironmentId> EnvironmentsWith(ReleaseCommand? command) => Content.Environments
        .Concat(Visited)
        .Concat(Deployments.Select(deployment => deployment.Environment))
        .Concat(command is PromoteRelease promote ? [promote.Environment] : [])
        .Distinct();

    private bool IsGoingOut => Status.Phase == Phase.Ready || Status.Phase == Phase.Realization;

    private bool IsThrough(EnvironmentId environment) => Content.Rollout?.Stages.Where(stage => stage.Environment == environment).Select(stage => stage.Name).ToList() is { Count: > 0 } stages
        && stages.TrueForAll(stage => StagesDone.Contains(stage));

    private Release Visiting() => Slots.Count == 0 ? this : this with { Visited = Visited.Concat(Content.Environments).Distinct().ToValueList() };
}
