using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>What each event does to the permits of a change; it looks at nothing but the two (S-6).</summary>
internal static class PermitFold
{
    /// <summary>Whether work goes forward in a state: being undone is being made, but nothing of the change may begin in it.</summary>
    public static bool GoesForward(State state) => ChangeFold.IsMaking(state.Phase) && state != ChangeStates.BackingOut;

    public static ChangeRequest After(ChangeRequest change, ChangeEvent happened) => happened switch
    {
        PermitRevoked it => Revoked(change, it),
        PermitReported it => Reported(change, it),
        _ => Issued(change, happened, Issue(happened)),
    };

    private static ValueList<Permit> Issue(ChangeEvent happened) => happened switch
    {
        ChangeStarted it => it.Permits,
        GlassBroken it => it.Permits,
        ChangeActedOn it => it.Permits,
        _ => [],
    };

    // Whoever leaves the making ends what was permitted, for good; put aside, it is only not to be used.
    private static ChangeRequest Issued(ChangeRequest change, ChangeEvent happened, ValueList<Permit> issued)
    {
        if (issued.Count == 0 && change.Permits.Count == 0)
        {
            return change;
        }

        var ends = issued.Count > 0 || (change.Status.Phase.Order is not null && !GoesForward(change.Status));
        var permits = ends && change.Permits.Any(standing => standing.EndedAt is null) ? Ended(change.Permits, happened.Header.Stamp.At) : change.Permits;
        return ReferenceEquals(permits, change.Permits) && issued.Count == 0
            ? change
            : change with { Permits = permits.With(issued.Select(permit => new PermitStanding(permit))) };
    }

    private static ValueList<PermitStanding> Ended(ValueList<PermitStanding> permits, Instant at) =>
        permits.Select(standing => standing with { EndedAt = standing.EndedAt ?? at }).ToValueList();

    private static ChangeRequest Revoked(ChangeRequest change, PermitRevoked it)
    {
        var stamp = it.Header.Stamp;
        return With(change, it.Permit, standing => standing with { Revocation = new PermitRevocation(it.Reason, stamp.Actor, stamp.At) });
    }

    // Who reports work is one of those who do it: none of them may ratify it afterwards (S-24).
    private static ChangeRequest Reported(ChangeRequest change, PermitReported it)
    {
        var report = new PermitReport(it.Progress, it.Remark, it.Header.Stamp.Actor, it.Header.Stamp.At);
        var reported = With(change, it.Permit, standing => it.Progress == PermitProgress.Started ? standing with { Started = report } : standing with { Result = report });
        return reported with { Contributors = change.Contributors.With(it.Header.Stamp.Actor, "implementer") };
    }

    private static ChangeRequest With(ChangeRequest change, Digest permit, Func<PermitStanding, PermitStanding> next) =>
        change with { Permits = change.Permits.Select(standing => standing.Permit.Digest == permit ? next(standing) : standing).ToValueList() };
}
