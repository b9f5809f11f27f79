using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What is held of an environment in the environment's own ledger, as a release sees it (S-51).</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Full">The stretches in which others leave no place, in order; null when nobody declared how many may be there at once, and then nothing is held (S-4).</param>
/// <param name="Own">The slots that the release holds there, confirmed.</param>
public sealed record EnvironmentPlaces(EnvironmentId Environment, ValueList<Slot>? Full, ValueList<Slot> Own)
{
    /// <summary>The environment, what is full, and what is the release's own.</summary>
    /// <returns>For example <c>staging, full [], own [[2026-11-03T20:00:00Z, 2026-11-03T22:00:00Z)]</c>.</returns>
    public override string ToString() => $"{Environment}, {(Full is null ? "no capacity" : $"full {Full}")}, own {Own}";

    /// <summary>Whether others leave a place for all of some slots.</summary>
    internal bool IsFree(ValueList<Slot> slots) => Full is { } full && !slots.Any(slot => full.Any(slot.Overlaps));
}
