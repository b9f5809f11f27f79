using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A plan of changes and releases, and the commands that would put it into force. Nothing is moved by itself: each command is decided like any other, and may be refused.</summary>
public sealed record PlanningSheet
{
    internal PlanningSheet(Plan plan) => Plan = plan;

    /// <summary>The plan, with the score, the gap to the best there can be, and reasons; what is left over stands in <see cref="Plan.Leftovers"/> with everything in its way.</summary>
    public Plan Plan { get; }

    /// <summary>What could not be planned at all, in the order of the order.</summary>
    public ValueList<Unplannable> Unplannable { get; internal init; } = [];

    /// <summary>What to hand in at a <see cref="ReleaseDesk"/>, in the order of the slots.</summary>
    public ValueList<(ReleaseId Release, ReleaseCommand Command)> ReleaseCommands { get; internal init; } = [];

    /// <summary>What to hand in at a <see cref="ChangeDesk"/> after that, in the order of the slots. What stays where it is has no command.</summary>
    public ValueList<(ChangeId Change, ChangeCommand Command)> ChangeCommands { get; internal init; } = [];

    /// <summary>The name of a change in the plan.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static WorkItemId ItemOf(ChangeId change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new WorkItemId(BoundedNames.Of("change", change.Value));
    }

    /// <summary>The name of a release in the plan.</summary>
    /// <param name="release">The release.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="release"/> is null.</exception>
    public static WorkItemId ItemOf(ReleaseId release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new WorkItemId(BoundedNames.Of("release", release.Value));
    }
}
