using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Whether a release is ready to leave aboard a train (S-55).</summary>
internal static class ReleaseReadiness
{
    /// <summary>What it lacks, as a sentence; null when it was let go, has not gone out, and has its slots, if any, still ahead then.</summary>
    public static string? Lacks(Release? release, Instant departs) => release switch
    {
        null => "there is no such release",
        { Status.Phase: var phase } when phase == Phase.Realization || phase == Phase.Review || phase == Phase.Ended => $"it is {release.Status} already",
        { Status.Phase: var phase } when phase != Phase.Ready => $"it is {release.Status}, and was not let go",
        { Slots: { Count: > 0 } slots } when slots[^1].End <= departs => $"its slot is over by the departure, at {slots[^1].End.ToText()}",
        _ => null,
    };
}
