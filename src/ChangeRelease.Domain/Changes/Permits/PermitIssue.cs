using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>The permits that a start issues: one for each environment of the change. What is not known gives none (S-4).</summary>
internal static class PermitIssue
{
    private static readonly Duration Least = Duration.FromNanoseconds(1_000);

    public static ValueList<Permit> Of(ChangeAttempt attempt, EventHeader header)
    {
        var (change, at) = (attempt.Change, attempt.SlotCase);
        if (attempt.Facts.ChainHead is not { } head || Begin(at) is not { } from || End(at) is not { } to || to < from)
        {
            return [];
        }

        return change.Content.Environments.Distinct()
            .Select(environment => new Permit(change.Id, change.Version, header.Content, environment, from, to, head))
            .ToValueList();
    }

    /// <summary>The permits of a host's own trigger: those of a start when it begins the making, else none.</summary>
    public static ValueList<Permit> OfHost(ChangeAttempt attempt, EventHeader header) => Begins(attempt.Change, header.Status) ? Of(attempt, header) : [];

    // What was put aside while it was made goes on under the permits that it has: none is ever extended.
    private static bool Begins(ChangeRequest change, State to) => ChangeFold.IsMaking(to.Phase)
        && !ChangeFold.IsMaking(change.Status.Phase)
        && (change.Status.Phase.Order is not null || change.StartedAt is null);

    private static Instant? Begin(SlotCase at) => at.Slots is not [var first, ..] ? null
        : at.IsFromNow ? at.Now
        : Instant.Max(at.Now, first.Start + at.GuardBand);

    /// <summary>The last instant at which what is left of the slots holds what a step needs, counted from their end.</summary>
    private static Instant? End(SlotCase at)
    {
        if (at.Effort is not { } effort)
        {
            return null;
        }

        var needed = at.IsFromNow ? Duration.Max(effort.BackOut, Least) : effort.Work + effort.BackOut;
        foreach (var slot in at.Slots.Reverse())
        {
            if (needed <= slot.Length)
            {
                return slot.End - needed;
            }

            needed -= slot.Length;
        }

        return null;
    }
}
