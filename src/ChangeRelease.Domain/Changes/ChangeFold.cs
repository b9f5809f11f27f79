using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>What each event does to a change, beyond what its header says.</summary>
internal static class ChangeFold
{
    // Notes, which come most often, do nothing that the change does not count by itself.
    public static ChangeRequest Apply(ChangeRequest change, ChangeEvent happened) => happened is ChangeAnnotated ? change : Changed(change, happened);

    public static Contributors WithImplementers(Contributors contributors, ChangeContent content)
    {
        var known = contributors;
        foreach (var person in content.Implementers)
        {
            known = known.With(person, "implementer");
        }

        known = WithOwners(WithOwners(known, content.ImplementationPlan), content.RemediationPlan);
        return content.Deed?.By is { } doer ? known.With(doer, "did it") : known;
    }

    /// <summary>Whether a change is being made in this phase, a host's own included.</summary>
    public static bool IsMaking(Phase phase) => phase.Order >= Phase.Realization.Order && phase.Order < Phase.Review.Order;

    // Who owns a task of making or undoing the change makes it (S-24); who owns a test of it does not.
    private static Contributors WithOwners(Contributors known, ChangePlan plan)
    {
        foreach (var task in plan.Tasks)
        {
            known = task.Owner?.Actor is { } owner ? known.With(owner, "implementer") : known;
        }

        return known;
    }

    private static ChangeRequest Changed(ChangeRequest change, ChangeEvent happened) => happened switch
    {
        AssessmentCompleted it => Assessed(change, it),
        ChangeAmended it => Amended(change, it),
        ChangeSubmitted it => Pinned(change, it.Pin) with { BreakGlassRequest = null },
        ChangeTypeChanged it => change with
        {
            Model = it.Model,
            BreakGlassRequest = null,
            Contributors = change.Contributors.With(it.Header.Stamp.Actor, "editor"),
        },
        ChangeFellBack it => Unbooked(Unagreed(change)) with { Model = it.Model, Pin = null, ResumesTo = it.ResumesTo },
        VoteCarriedOver it => change with { Votes = change.Votes.With(it.Vote) },
        VoteCast it => change with { Votes = change.Votes.With(it.Vote) },
        VoteWithdrawn it => change with { Votes = change.Votes.Where(vote => vote.Board is not null || vote.Voter != it.Voter).ToValueList() },
        BoardDecisionWithdrawn it => change with { Votes = change.Votes.Where(vote => vote.Board?.Board != it.Board).ToValueList() },
        ChangeRevised => Unbooked(Unagreed(change)) with { Pin = null },
        AuthorizationReopened => Unbooked(Unagreed(change)),
        ChangeDeferred it => change with { Deferral = it.Deferral },
        ChangeResumed => change with { Deferral = null, ResumesTo = null },
        ChangeHeld it => Unbooked(change) with { ResumesTo = it.ResumesTo },
        ChangeScheduled it => Booked(change, it.Slots, it.Aboard),
        ChangeRescheduled it => Booked(change, it.Slots, it.Aboard),
        ChangeUnscheduled or SlotLapsed => Unbooked(change),
        ChangeCanceled => Unbooked(change) with { Deferral = null, ResumesTo = null, BreakGlassRequest = null, OverrideRequests = [], FreezePasses = [] },
        ChangeMigrated it => Migrated(change, it),
        FreezeOverrideProposed it => change with { OverrideRequests = Others(change, it.Request.Pass).With(it.Request) },
        FreezeOverridden it => change with { OverrideRequests = Others(change, it.Pass), FreezePasses = change.FreezePasses.With(it.Pass) },
        BreakGlassRequested it => change with { BreakGlassRequest = it.Request },
        _ => Realized(change, happened),
    };

    private static ChangeRequest Realized(ChangeRequest change, ChangeEvent happened) => happened switch
    {
        ChangeStarted it => Started(change, it, it.Slots, it.Debt),
        GlassBroken it => GlassBroken(change, it),
        ChangeCompleted => Ended(change, happened, Realization.Completed),
        ChangeBackedOut => Ended(change, happened, Realization.BackedOut),
        ChangeBackOutFailed => Ended(change, happened, Realization.BackOutFailed),
        DebtEscalated it => change with { Escalated = change.Escalated.With(it.Parts) },
        ChangeRatified => change with { Ratification = Ratification.Ratified },
        ChangeRepudiated => change with { Ratification = Ratification.Repudiated },
        ReviewRecorded it => change with { Review = it.Review },
        ChangeActedOn it => ActedOn(change, it),
        TaskRecorded it => Recorded(change, it),
        _ => change,
    };

    // Votes cast before a deferral stand only as long as the new assessment leaves the content as it was.
    private static ChangeRequest Assessed(ChangeRequest change, AssessmentCompleted it) => change with
    {
        Votes = change.Votes.Where(vote => vote.Seen == it.Header.Content).ToValueList(),
        Content = change.Content with { Assessment = it.Assessment, AcceptableTimes = it.AcceptableTimes },
        Contributors = change.Contributors.With(it.Header.Stamp.Actor, "assessor"),
    };

    private static ChangeRequest Amended(ChangeRequest change, ChangeAmended it)
    {
        var amended = change with { Content = it.Content, Model = it.Model, ResumesTo = it.ResumesTo, Pin = it.Model == change.Model ? change.Pin : null, Tasks = PlannedTask.Kept(change.Tasks, change.Content, it.Content) };
        return it.IsMaterial
            ? Unbooked(Unagreed(amended)) with
            {
                VoidedVotes = change.VoidedVotes.Where(old => !change.Votes.Any(vote => vote.Voter == old.Voter)).Concat(change.Votes.Where(vote => vote.Board is null)).ToValueList(),
                BreakGlassRequest = null,
                Contributors = WithImplementers(change.Contributors.With(it.Header.Stamp.Actor, "editor"), it.Content),
            }
            : amended;
    }

    // A proposal made under the old rules is not confirmed under the new ones. Putting under another type is an edit.
    private static ChangeRequest Migrated(ChangeRequest change, ChangeMigrated it) => Moved(it.VotesStand ? change : Unagreed(change), it) with
    {
        Model = it.To,
        ResumesTo = it.ResumesTo,
        Deferral = it.Header.Status.Phase.Order is null ? change.Deferral : null,
        BreakGlassRequest = null,
        Pin = it.VotesStand || change.StartedAt is not null ? change.Pin : null,
        Contributors = it.VotesStand ? change.Contributors : change.Contributors.With(it.Header.Stamp.Actor, "editor"),
    };

    private static ChangeRequest Moved(ChangeRequest change, ChangeMigrated it) => it.KeepsSlots ? change : Unbooked(change);

    private static ChangeRequest Recorded(ChangeRequest change, TaskRecorded it) => change with
    {
        Tasks = change.Tasks.With(it.Task),
        Contributors = it.Task.Plan == PlanKind.Test ? change.Contributors : change.Contributors.With(it.Header.Stamp.Actor, "implementer"),
    };

    // The use that it took is remembered beyond the authority, so that it is given back whatever crashes in between.
    private static ChangeRequest Pinned(ChangeRequest change, TemplatePin? pin) =>
        change with { Pin = pin, UsedTemplate = pin?.Template ?? change.UsedTemplate };

    private static ChangeRequest Booked(ChangeRequest change, ValueList<Slot> slots, ReleaseId? aboard) =>
        change with { Slots = slots, Aboard = aboard };

    private static ChangeRequest Unbooked(ChangeRequest change) => change with { Slots = [], Aboard = null };

    // What two people agreed on beside the votes is void with them (S-23).
    private static ChangeRequest Unagreed(ChangeRequest change) => change with { Votes = [], OverrideRequests = [], FreezePasses = [] };

    private static ValueList<FreezeOverrideRequest> Others(ChangeRequest change, FreezePass pass) =>
        change.OverrideRequests.Where(request => request.Pass != pass).ToValueList();

    // Who starts a change makes it: none of them may ratify it afterwards.
    private static ChangeRequest Started(ChangeRequest change, ChangeEvent it, ValueList<Slot> slots, EmergencyDebt? debt) => change with
    {
        Slots = slots,
        Debt = debt,
        BrokeGlass = it is GlassBroken,
        Escalated = [],
        StartedAt = it.Header.Stamp.At,
        Contributors = change.Contributors.With(it.Header.Stamp.Actor, "implementer"),
    };

    private static ChangeRequest GlassBroken(ChangeRequest change, GlassBroken it)
    {
        var started = Started(change, it, it.Slots, it.Debt);
        return started with { BreakGlassRequest = null, Contributors = started.Contributors.With(it.Proposer, "proposed to break glass") };
    }

    // What a host's own trigger means follows from the phases it leads between, as it does for the built-in ones.
    private static ChangeRequest ActedOn(ChangeRequest change, ChangeActedOn it)
    {
        var (from, to) = (change.Status.Phase, it.Header.Status.Phase);
        var moved = Pinned(change, it.Pin ?? (KeepsPin(change, it, to) ? change.Pin : null)) with { Model = it.Model };
        return to.Order is null ? PutAside(moved, it.Header.Status) is var aside && it.ComesFrom is { } origin ? aside with { ResumesTo = origin } : aside
            : from == to ? Among(moved, it.Header.Status)
            : Onward(moved, it, to) with { Deferral = null, ResumesTo = null };
    }

    // What is being made, or was, answers to its template in the end; else another definition, or a new beginning, is another authority.
    private static bool KeepsPin(ChangeRequest change, ChangeActedOn it, Phase to) =>
        change.StartedAt is not null || (it.Model == change.Model && to != Phase.Preparation);

    // What is being made keeps its slots; else they are given back. A host may have places aside of its own, and several of them.
    private static ChangeRequest PutAside(ChangeRequest change, State to) => to == change.Status ? change
        : (change.StartedAt is null ? Unbooked(change) : change) with { ResumesTo = ChangeStates.ResumesTo(change.Status) };

    // What is approved has no slot yet, wherever it comes from.
    private static ChangeRequest Among(ChangeRequest change, State to) => to == ChangeStates.Approved ? Unbooked(change) : change;

    private static ChangeRequest Onward(ChangeRequest change, ChangeActedOn it, Phase to) => (IsMaking(to), change.StartedAt is not null) switch
    {
        (true, false) => Started(change, it, change.Slots, it.Debt ?? change.Debt) with { BreakGlassRequest = null },
        (false, true) when change.Realization is null || change.Status.Phase == Phase.Realization => Ended(change, it, HowItEnded(change)),
        (false, _) => Among(Reopened(change, to), it.Header.Status),
        _ => change,
    };

    private static Realization HowItEnded(ChangeRequest change) =>
        change.Realization ?? (change.Status == ChangeStates.BackingOut ? Realization.BackedOut : Realization.Completed);

    // Back before it was authorized, what was agreed and booked is void, by way of a place aside, too; ahead, or among those who are ready, it stands.
    private static ChangeRequest Reopened(ChangeRequest change, Phase to) => to.Order < Phase.Ready.Order
        ? Unbooked((change.ResumesTo ?? change.Status).Phase.Order <= to.Order ? change : Unagreed(change))
        : change;

    // Votes on going ahead are no votes on what was done: ratifying counts its own, whatever lies between.
    private static ChangeRequest Ended(ChangeRequest change, ChangeEvent it, Realization realization) =>
        change with { Realization = realization, Votes = IsMaking(it.Header.Status.Phase) ? change.Votes : [] };
}
