using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Rules;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>Journeys through the desk of changes that come through every command of its room.</summary>
internal static class ChangeOutings
{
    private static readonly ChangeId One = World.One;

    public static IEnumerable<Scene> All =>
    [
        .. Outing.Of("normal", Normal),
        .. Outing.Of("normal, backed out", BackedOut),
        .. Outing.Of("normal, lapsed and reauthorized", Reauthorized),
        .. Outing.Of("emergency", Emergency),
        .. Outing.Of("emergency, glass broken", GlassBroken),
        .. Outing.Of("retrospective, before a board", Retrospective),
        .. Outing.Of("migrated", Migrated),
    ];

    /// <summary>Brings a change to where it waits for its votes.</summary>
    public static async Task ToVotes(Outing at, ChangeId id, ChangeContent? content = null)
    {
        await at.Do(Errand.Of(id, new OpenChange(id, "normal", content ?? Cast.Content), Cast.Rita));
        await at.Do(Errand.Of(id, new SubmitChange(), Cast.Rita));
        await at.Do(Errand.Of(id, new AssessChange(Grade.Low, Grade.Low, "small", []), Cast.Asa));
    }

    public static async Task ToApproved(Outing at, ChangeId id, ChangeContent? content = null)
    {
        await ToVotes(at, id, content);
        await Vote(at, id, 0);
        await Vote(at, id, 1);
        await at.Do(Errand.Of(id, new AuthorizeChange(), Cast.Oscar));
    }

    public static async Task Vote(Outing at, ChangeId id, int member) => await Vote(at, id, Cast.Members[member]);

    private static async Task Vote(Outing at, ChangeId id, Actor voter) =>
        await at.Do(Errand.Of(id, new VoteOnChange(VoteChoice.Approve, (await at.Change(id)).Digest), voter));

    private static Slot Ahead(Outing at, int hours) => new(at.Now + Duration.FromHours(hours), at.Now + Duration.FromHours(hours + 2));

    private static async Task Normal(Outing at)
    {
        await at.Do(Errand.Of(One, new OpenChange(One, "normal", Cast.Content), Cast.Rita));
        await at.Do(Errand.Of(One, new AmendChange(Cast.Content with { Notes = "soon" }), Cast.Rita));
        await at.Do(Errand.Of(One, new RetypeChange("standard"), Cast.Rita));
        await at.Do(Errand.Of(One, new RetypeChange("normal"), Cast.Rita));
        await at.Do(Errand.Of(One, new SubmitChange(), Cast.Rita));
        await at.Do(Errand.Of(One, new DeferChange(at.Now + Duration.FromHours(8), "later"), Cast.Rex));
        await at.Do(Errand.Of(One, new ResumeChange(), Cast.Rex));
        await at.Do(Errand.Of(One, new RejectChange("no"), Cast.Rex));
        await at.Do(Errand.Of(One, new ReviseChange(), Cast.Rita));
        await at.Do(Errand.Of(One, new SubmitChange(), Cast.Rita));
        await at.Do(Errand.Of(One, new AssessChange(Grade.Low, Grade.Low, "small", []), Cast.Asa));
        await Vote(at, One, 0);
        await at.Do(Errand.Of(One, new WithdrawChangeVote(), Cast.Members[0]));
        await Vote(at, One, 0);
        await at.Do(Errand.Of(One, new AmendChange(Cast.Content with { TestPlan = ChangePlan.Of("rehearse", "look twice") }), Cast.Rita));
        await at.Do(Errand.Of(One, new AssessChange(Grade.Low, Grade.Low, "still small", []), Cast.Asa));
        await at.Do(Errand.Of(One, new CarryOverVote(Cast.Members[0].Id, "only a word"), Cast.Otto));
        await Vote(at, One, 1);
        await at.Do(Errand.Of(One, new AuthorizeChange(), Cast.Oscar));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        await at.Do(Errand.Of(One, new RecordChangeTask("rehearse", "log"), Cast.Ivan));
        await at.Do(Errand.Of(One, new RescheduleChange(Ahead(at, 4)), Cast.Oscar));
        await at.Do(Errand.Of(One, new RescheduleChange([Ahead(at, 2), Ahead(at, 6)]), Cast.Oscar));
        await at.Do(Errand.Of(One, new ActOnChange(ChangeTriggers.Hold, new HoldChange("wait").ToArguments()), Cast.Oscar));
        await at.Do(Errand.Of(One, new ResumeChange(), Cast.Oscar));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        await at.Do(Errand.Of(One, new HoldChange("wait"), Cast.Oscar));
        await at.Do(Errand.Of(One, new ResumeChange(), Cast.Oscar));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        await at.Do(Errand.Of(One, new UnscheduleChange("not now"), Cast.Oscar));
        await at.Do(Errand.Of(One, new ProposeFreezeOverride(Cast.Audit, Cast.Frozen.Start, "the audit may wait"), Cast.Petra));
        await at.Do(Errand.Of(One, new ConfirmFreezeOverride(Cast.Audit, Cast.Frozen.Start), Cast.Quinn));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 1)), Cast.Oscar));
        await Made(at, One);
        await Closed(at, One, ReviewOutcome.Successful);
    }

    private static async Task Made(Outing at, ChangeId id)
    {
        await Started(at, id);
        var permit = (await at.Change(id)).Permits[^1].Permit.Digest;
        await at.Do(Errand.Of(id, new ReportPermit(permit, PermitProgress.Started), Cast.Ivan));
        await at.Do(Errand.Of(id, new RecordChangeTask("drain the queue", "log"), Cast.Ivan));
        await at.Do(Errand.Of(id, new ReportPermit(permit, PermitProgress.Finished, "all of it"), Cast.Ivan));
        await at.Do(Errand.Of(id, new CompleteChange(), Cast.Oscar));
    }

    public static async Task Started(Outing at, ChangeId id)
    {
        at.Now = (await at.Change(id)).Slots[0].Start;
        await at.Do(Errand.Of(id, new StartChange(), Cast.Oscar));
    }

    public static async Task Closed(Outing at, ChangeId id, ReviewOutcome outcome, string acceptance = "")
    {
        await at.Do(Errand.Of(id, new ReviewChange(outcome, "learned"), Cast.Rex));
        await at.Do(Errand.Of(id, new CloseChange(null, acceptance), Cast.Rex));
    }

    private static async Task BackedOut(Outing at)
    {
        await at.Along(() => ToApproved(at, One));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        await Started(at, One);
        await at.Do(Errand.Of(One, new RevokePermit((await at.Change(One)).Permits[^1].Permit.Digest, "it trembles"), Cast.Rex));
        await at.Do(Errand.Of(One, new BackOutChange("worse than before"), Cast.Oscar));
        await at.Do(Errand.Of(One, new FailBackOut("stuck"), Cast.Oscar));
        await Closed(at, One, ReviewOutcome.Failed);
    }

    private static async Task Reauthorized(Outing at)
    {
        await at.Along(() => ToApproved(at, One));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        at.Now = (await at.Change(One)).Slots[0].End;
        await at.Do(Errand.Of(One, new LapseChangeSlot(), Cast.Oscar));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        at.Facts = Premises.OfNewBoard;
        await at.Do(Errand.Of(One, new ReauthorizeChange(), Cast.Oscar));
        await Vote(at, One, Cast.Person("zoe"));
        await at.Do(Errand.Of(One, new CancelChange("no need"), Cast.Rita));
    }

    private static async Task Emergency(Outing at)
    {
        await at.Do(Errand.Of(One, new OpenChange(One, "emergency", Cast.Content), Cast.Rita));
        await at.Do(Errand.Of(One, new SubmitChange(), Cast.Rita));
        await Vote(at, One, 0);
        await Vote(at, One, 1);
        await at.Do(Errand.Of(One, new AuthorizeChange(), Cast.Oscar));
        await at.Do(Errand.Of(One, new StartChange(), Cast.Oscar));
        await at.Do(Errand.Of(One, new CompleteChange(), Cast.Oscar));
        at.Wait(Duration.FromDays(2));
        await at.Do(Errand.Of(One, new EscalateDebt(), Cast.Bot));
        await Vote(at, One, 2);
        await Vote(at, One, 3);
        await at.Do(Errand.Of(One, new RatifyChange(), Cast.Oscar));
        await Closed(at, One, ReviewOutcome.SuccessfulWithIssues);
    }

    private static async Task GlassBroken(Outing at)
    {
        await at.Do(Errand.Of(One, new OpenChange(One, "emergency", Cast.Content), Cast.Rita));
        await at.Do(Errand.Of(One, new ProposeBreakGlass("it burns"), Cast.Petra));
        await at.Do(Errand.Of(One, new ConfirmBreakGlass(), Cast.Quinn));
        await at.Do(Errand.Of(One, new BackOutChange("worse than before"), Cast.Oscar));
        await at.Do(Errand.Of(One, new FinishBackOut(), Cast.Oscar));
        await at.Do(Errand.Of(One, new AnnotateChange("noted"), Cast.Rex));
        await at.Do(Errand.Of(One, new RepudiateChange("never again"), Cast.Members[2]));
        await Closed(at, One, ReviewOutcome.BackedOut, "it works");
    }

    private static async Task Retrospective(Outing at)
    {
        await at.Do(Errand.Of(One, new OpenChange(One, "retrospective", Cast.Content), Cast.Rita));
        await at.Do(Errand.Of(One, new SubmitChange(), Cast.Rita));
        await at.Do(Errand.Of(One, await Decision(at), Cast.Clara));
        await at.Do(Errand.Of(One, new WithdrawBoardDecision(Cast.Cab.Id, "too early"), Cast.Clara));
        await at.Do(Errand.Of(One, await Decision(at), Cast.Clara));
        await at.Do(Errand.Of(One, new RatifyChange(), Cast.Oscar));
        await Closed(at, One, ReviewOutcome.Successful);
    }

    private static async Task<RecordBoardDecision> Decision(Outing at) =>
        new(Cast.Cab.Id, Cast.Members.Select(member => member.Id).ToValueList(), VoteChoice.Approve, (await at.Change(One)).Digest, "sound");

    private static async Task Migrated(Outing at)
    {
        await at.Along(() => ToApproved(at, One));
        await at.Do(Errand.Of(One, new ScheduleChange(Ahead(at, 2)), Cast.Oscar));
        at.Settings = new DeskSettings(World.Tenant) { ChangeModels = Migrating.Catalog };
        await at.Do(Errand.Of(One, new MigrateChange("normal", 2, "administrators check"), Cast.Otto));
    }
}
