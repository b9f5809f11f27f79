using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Embedding.Places;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>Journeys through the desk of releases that come through every command of its room, with a change aboard.</summary>
internal static class ReleaseOutings
{
    private static readonly ReleaseId Id = World.Train;

    private static readonly ReleaseModel Later = ReleaseModels.Ordinary.Derive("release", 2, release => release.Require(ReleaseTriggers.Go, Needs.Reason));

    private static readonly ReleaseContent Content = World.Package with { Criteria = [new(CriterionPoint.Acceptance, Gate.Analysis("complaints"))] };

    public static IEnumerable<Scene> All =>
    [
        .. Outing.Of("release", Life),
        .. Outing.Of("release, rolled back", RolledBack),
        .. Outing.Of("release, rolled forward", RolledForward),
        .. Outing.Of("release, let go by a board", OfBoard),
        .. Outing.Of("release, migrated", Migrated),
        .. Outing.Of("release with places of its own", WithPlaces, new DeskSettings(World.Tenant) { ReleaseModels = [Yard.Booking] }),
    ];

    private static Task Do(Outing at, ReleaseCommand command, Actor actor) => at.Do(Errand.Of(Id, command, actor));

    private static async Task Vote(Outing at) => await Do(at, new VoteOnRelease(VoteChoice.Approve, (await at.Release(Id)).Digest), Cast.Members[1]);

    private static Slot Ahead(Outing at, int hours) => new(at.Now + Duration.FromHours(hours), at.Now + Duration.FromHours(hours + 3));

    private static async Task Begun(Outing at)
    {
        at.Facts = at.Facts with { Active = [Crew.Good] };
        await at.Along(() => ChangeOutings.ToApproved(at, World.One));
        await Do(at, new OpenRelease(Id, Content), Cast.Rita);
    }

    private static async Task Tested(Outing at)
    {
        var package = World.Built.Digest;
        await Do(at, new PromoteRelease(Premises.Staging, package), Cast.Ivan);
        await Do(at, new FinishDeployment(Premises.Staging, DeploymentOutcome.Succeeded, "run 3"), Cast.Ivan);
        at.Wait(Duration.FromMinutes(1));
        await Do(at, new RecordPromotionEvidence(Premises.Staging, GateEvidence.Of("smoke", GateVerdict.Passed, at.Now, "run 4", Digest.Zero)), Cast.Ivan);
        await Do(at, new PassTests((await at.Release(Id)).Digest, "report"), Cast.Ivan);
    }

    private static async Task Built(Outing at)
    {
        await Do(at, new StartReleaseBuild(), Cast.Rita);
        await Do(at, new FinishBuild(World.Built), Cast.Ivan);
    }

    private static async Task LetGo(Outing at)
    {
        await Built(at);
        await Tested(at);
        await Vote(at);
        await Do(at, new DecideGo(), Cast.Members[1]);
    }

    private static async Task Out(Outing at)
    {
        await Do(at, new ScheduleRelease([Ahead(at, 2)]), Cast.Otto);
        await at.Do(Errand.Of(World.One, Domain.Changes.ScheduleChange.On(Id), Cast.Otto));
        at.Now = (await at.Release(Id)).Slots[0].Start;
        await Do(at, new DeployRelease(), Cast.Otto);
        await at.Do(Errand.Of(World.One, new Domain.Changes.StartChange(), Cast.Otto));
    }

    private static Task Begin(Outing at, int stage) => Do(at, new StartStage(World.Rollout[stage], World.Built.Digest), Cast.Otto);

    private static Task Show(Outing at, GateVerdict verdict) => Do(at, new RecordGateEvidence(GateEvidence.Of("smoke", verdict, at.Now, "run 12", Digest.Zero)), Cast.Otto);

    private static async Task Life(Outing at)
    {
        await Begun(at);
        await Do(at, new AmendRelease(Content with { Notes = "soon" }), Cast.Rita);
        await Do(at, new AnnotateRelease("noted"), Cast.Oscar);
        await Do(at, new StartReleaseBuild(), Cast.Rita);
        await Do(at, new FailBuild("out of memory"), Cast.Ivan);
        await Built(at);
        await Do(at, new FailTests("two of nine"), Cast.Ivan);
        await Do(at, new FinishBuild(World.Built), Cast.Ivan);
        await Do(at, new GrantPromotionExemption(Premises.Staging, at.Now + Duration.FromHours(1), "staging is down"), Cast.Otto);
        await Tested(at);
        await Vote(at);
        await Do(at, new WithdrawReleaseVote(), Cast.Members[1]);
        await Do(at, new DecideNoGo("not ready"), Cast.Oscar);
        await Do(at, new ReplanRelease(), Cast.Rita);
        await at.Along(() => Built(at));
        await at.Along(() => Tested(at));
        await Vote(at);
        await Do(at, new DecideGo(), Cast.Members[1]);
        await Do(at, new ScheduleRelease([Ahead(at, 2)]), Cast.Otto);
        await Do(at, new RescheduleRelease([Ahead(at, 3), Ahead(at, 8)]), Cast.Otto);
        await Do(at, new UnscheduleRelease("not now"), Cast.Otto);
        await Do(at, new ScheduleRelease([Ahead(at, 2)]), Cast.Otto);
        at.Now = (await at.Release(Id)).Slots[0].End;
        await Do(at, new LapseReleaseSlot(), Cast.Otto);
        await Do(at, new ScheduleRelease([Ahead(at, 2)]), Cast.Otto);
        await Do(at, new RecallRelease(Content with { Notes = "later" }, "another artifact"), Cast.Rita);
        await at.Along(() => LetGo(at));
        await Out(at);
        await Begin(at, 0);
        await Show(at, GateVerdict.Failed);
        await Show(at, GateVerdict.Passed);
        await Do(at, new ContinueRollout(), Cast.Otto);
        await Do(at, new ActOnRelease(ReleaseTriggers.Pause, new PauseRollout("look first").ToArguments()), Cast.Otto);
        await Do(at, new ContinueRollout(), Cast.Otto);
        await Do(at, new FinishStage(World.Rollout[0]), Cast.Otto);
        await Begin(at, 1);
        await Do(at, new LinkIncident(new IncidentId("INC-7"), "seen"), Cast.Oscar);
        await Do(at, new FinishStage(World.Rollout[1]), Cast.Otto);
        await Do(at, new FinishRollout(), Cast.Otto);
        await Do(at, new CloseIncident(new IncidentId("INC-7"), "over"), Cast.Oscar);
        await Do(at, new RecordCriterionEvidence(GateEvidence.Of("complaints", GateVerdict.Passed, at.Now, "the desk", Digest.Zero)), Cast.Ivan);
        await Do(at, new AcceptRelease(), Cast.Rita);
        await at.Do(Errand.Of(World.One, new Domain.Changes.CompleteChange(), Cast.Otto));
    }

    private static async Task RolledBack(Outing at)
    {
        await Begun(at);
        await at.Along(() => LetGo(at));
        await at.Along(() => Out(at));
        await Begin(at, 0);
        await Do(at, new PauseRollout("errors rise"), Cast.Otto);
        await Do(at, new RollBackRelease("errors stay", (await at.Release(Id)).WayBack), Cast.Otto);
        await Do(at, new FailRollBack("stuck"), Cast.Otto);
        await Do(at, new RollBackRelease("once more", (await at.Release(Id)).WayBack), Cast.Otto);
        await Do(at, new FinishRollBack(), Cast.Otto);
        await Do(at, new CloseRelease(), Cast.Rita);
    }

    private static async Task RolledForward(Outing at)
    {
        await Begun(at);
        await at.Along(() => LetGo(at));
        await at.Along(() => Out(at));
        await Do(at, new RollReleaseForward(Content with { Package = Crew.Built("mended", at.Now) }, "mended"), Cast.Rita);
        await Do(at, new CancelRelease("no need"), Cast.Rita);
    }

    private static async Task OfBoard(Outing at)
    {
        await Begun(at);
        await at.Along(() => Built(at));
        await at.Along(() => Tested(at));
        at.Facts = Premises.OfBoard;
        await Do(at, await Decision(at), Cast.Clara);
        await Do(at, new WithdrawReleaseDecision(Cast.Cab.Id, "too early"), Cast.Clara);
        await Do(at, await Decision(at), Cast.Clara);
    }

    private static async Task<RecordReleaseDecision> Decision(Outing at) =>
        new(Cast.Cab.Id, Cast.Members.Select(member => member.Id).ToValueList(), VoteChoice.Approve, (await at.Release(Id)).Digest, "sound");

    private static async Task Migrated(Outing at)
    {
        await Do(at, new OpenRelease(Id, Content), Cast.Rita);
        at.Settings = new DeskSettings(World.Tenant)
        {
            ReleaseModels = [ReleaseModels.Ordinary, Later],
            ReleaseMigrations = new MigrationCatalog(MigrationMap.Between(ReleaseModels.Ordinary.Lifecycle.Description, Later.Lifecycle.Description, map => map.KeepTheRest())),
        };
        await Do(at, new MigrateRelease("release", 2, "reasons are given"), Cast.Otto);
    }

    private static async Task WithPlaces(Outing at)
    {
        foreach (var environment in (EnvironmentId[])[Premises.Staging, new("production")])
        {
            await at.Do(Errand.Of(Domain.Scheduling.LedgerKey.Of(environment), new Domain.Scheduling.DeclareCapacity(1), Cast.Otto));
        }

        await Begun(at);
        await LetGo(at);
        await Do(at, new ScheduleRelease([Ahead(at, 2)]), Cast.Otto);
        await Do(at, new RescheduleRelease([Ahead(at, 3)]), Cast.Otto);
        await Do(at, new UnscheduleRelease("not now"), Cast.Otto);
        await Out(at);
        await Begin(at, 0);
    }
}
