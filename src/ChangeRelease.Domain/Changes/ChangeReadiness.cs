using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Whether a change is ready to leave at an instant, for example aboard a train (S-55).</summary>
internal static class ChangeReadiness
{
    /// <summary>What it lacks, as a sentence; null when it is authorized, can be started from where it stands, and has its slots still ahead then.</summary>
    public static string? Lacks(ChangeRequest? change, ChangeModel? model, Instant departs) => change switch
    {
        null => "there is no such change",
        { Status.Phase: var phase } when phase == Phase.Realization || phase == Phase.Review || phase == Phase.Ended => $"it is {change.Status} already",
        { Status.Phase: var phase } when phase != Phase.Ready => $"it is {change.Status}, and not authorized",
        _ when model is null => $"its model {change.Model} is not known",
        _ when model.Lifecycle.At(change.Status)?.Row(ChangeTriggers.Start) is null => $"it is {change.Status}, and not scheduled",
        { Slots: { Count: > 0 } slots } when slots[^1].End <= departs => $"its slot is over by the departure, at {slots[^1].End.ToText()}",
        _ => null,
    };
}
