using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a release has to tell the changes aboard it: the two practices stay apart, and each change is told by a command of its own (S-1).</summary>
public static class ReleaseTidings
{
    /// <summary>The command that brings a change in line with the release that carries it.</summary>
    /// <param name="release">The release as it is.</param>
    /// <param name="change">The change as it is.</param>
    /// <returns>The command; null when the change is not aboard, or has nothing to be told. It is decided like any other, and may be refused.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ChangeCommand? For(Release release, ChangeRequest change)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(change);
        return change.Aboard == release.Id ? Of(release, change.Status == ChangeStates.Scheduled, change.Status == ChangeStates.Implementing, change.Status == ChangeStates.BackingOut) : null;
    }

    private static ChangeCommand? Of(Release release, bool isWaiting, bool isBeingMade, bool isGoingBack) => release.Status.Name switch
    {
        nameof(ReleaseStates.Deploying) or nameof(ReleaseStates.Paused) or nameof(ReleaseStates.Verifying) when isWaiting => new StartChange(),
        nameof(ReleaseStates.Completed) when isBeingMade => new CompleteChange(),
        nameof(ReleaseStates.RollingBack) or nameof(ReleaseStates.RolledBack) or nameof(ReleaseStates.Closed) when isBeingMade => new BackOutChange($"The release {release.Id} is rolled back"),
        nameof(ReleaseStates.RolledBack) or nameof(ReleaseStates.Closed) when isGoingBack => new FinishBackOut(),
        _ => null,
    };
}
