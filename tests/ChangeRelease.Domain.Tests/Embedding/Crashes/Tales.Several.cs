using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Boards;
using ChangeRelease.Domain.Tests.Embedding.Places;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <content>Journeys of several subjects at once.</content>
internal static partial class Tales
{
    // Opened, submitted, assessed: what is pinned is the same whenever the command is sent.
    private const long Assessed = 3;

    /// <summary>A release goes out, and its change is told.</summary>
    private static Tale Completed(Cast cast)
    {
        var tale = Deploying(cast)
            .Release(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest))
            .Release(World.Otto, release => new RecordGateEvidence(GateEvidence.Of("smoke", GateVerdict.Passed, release.Runs[0].BegunAt, "run 12", Digest.Zero)))
            .Release(World.Otto, new FinishStage(World.Rollout[0]))
            .Release(World.Otto, new StartStage(World.Rollout[1], World.Built.Digest))
            .Release(World.Otto, new FinishStage(World.Rollout[1]))
            .Release(World.Otto, new FinishRollout())
            .Release(World.Ann, new AcceptRelease())
            .Tell<CompleteChange>(World.Otto);
        return new Tale("a release that goes out", cast, tale.Written);
    }

    /// <summary>A release is rolled back, and its change is told.</summary>
    private static Tale RolledBack(Cast cast)
    {
        var tale = Deploying(cast)
            .Release(World.Otto, new StartStage(World.Rollout[0], World.Built.Digest))
            .Release(World.Otto, new RollBackRelease("errors rise"))
            .Tell<BackOutChange>(World.Otto)
            .Release(World.Otto, new FinishRollBack())
            .Tell<FinishBackOut>(World.Otto)
            .Release(World.Otto, new CloseRelease());
        return new Tale("a release that is rolled back", cast, tale.Written);
    }

    private static TaleWriter Deploying(Cast cast)
    {
        var tale = new TaleWriter(cast);
        Approved(tale, cast.One);
        return tale
            .Book(Yard.Sue, new DeclareCapacity(1))
            .Release(World.Ann, new OpenRelease(cast.Release, cast.Package))
            .Release(World.Ann, new StartReleaseBuild())
            .Release(World.Ann, new FinishBuild(World.Built))
            .Release(World.Ann, release => new PassTests(release.Digest, "report"))
            .Release(World.Bob, release => new VoteOnRelease(VoteChoice.Approve, release.Digest, string.Empty))
            .Release(World.Bob, new DecideGo())
            .Release(World.Otto, new ScheduleRelease([cast.Night(0)]))
            .Change(cast.One, World.Otto, ScheduleChange.On(cast.Release))
            .Release(World.Otto, new RescheduleRelease([cast.Night(1)]))
            .Change(cast.One, World.Otto, new RescheduleChange([], cast.Release))
            .At(cast.Night(1).Start + Minute)
            .Release(World.Otto, new DeployRelease())
            .Tell<StartChange>(World.Otto);
    }

    /// <summary>Two changes by break-glass, with what they owe and how it is paid.</summary>
    private static Tale Emergency(Cast cast)
    {
        var tale = new TaleWriter(cast).At(cast.Night(0).Start + Minute);
        foreach (var id in (ChangeId[])[cast.One, cast.Two])
        {
            tale
                .Change(id, Premises.Rita, new OpenChange(id, "emergency", cast.Work with { Incident = new IncidentId("INC-1") }))
                .Change(id, Premises.Petra, new ProposeBreakGlass("it burns"))
                .Change(id, Premises.Quinn, new ConfirmBreakGlass());
        }

        tale.Change(cast.One, Premises.Petra, new CompleteChange())
            .Change(cast.One, World.Bob, change => new VoteOnChange(VoteChoice.Approve, change.Digest))
            .Change(cast.One, World.Cid, change => new VoteOnChange(VoteChoice.Approve, change.Digest))
            .Change(cast.One, Premises.Rita, new RatifyChange())
            .Change(cast.One, Premises.Rita, new ReviewChange(ReviewOutcome.Successful))
            .Change(cast.One, Premises.Rita, new CloseChange())
            .Change(cast.Two, Premises.Petra, new CompleteChange());
        return new Tale("emergencies", cast, tale.Written);
    }

    /// <summary>A board decides on two changes, which take it up.</summary>
    private static Tale Meeting(Cast cast)
    {
        var tale = new TaleWriter(cast);
        ChangeId[] both = [cast.One, cast.Two];
        foreach (var id in both)
        {
            tale
                .Change(id, Premises.Rita, new OpenChange(id, Premises.Decided.Id, cast.Work))
                .Change(id, Premises.Rita, new SubmitChange())
                .Change(id, World.Dan, new AssessChange(Grade.Low, Grade.Low, "small", [new(cast.Morning, cast.Morning + Duration.FromDays(60))]));
        }

        tale
            .Meeting(Chamber.Chair, new PlanMeeting(cast.Meeting, Chamber.Cab.Id, cast.Night(0)))
            .Meeting(Chamber.Chair, async ports => new SetMeetingAgenda(new MeetingAgenda((await Pinned(ports, both).ConfigureAwait(false)).ToValueList(), [])))
            .Meeting(Chamber.Secretary, new OpenMeeting(Chamber.Everybody))
            .Meeting(Chamber.Secretary, ports => Decide(ports, cast.One, VoteChoice.Approve))
            .Meeting(Chamber.Chair, new RecordDeparture([World.Cid.Id]))
            .Meeting(Chamber.Secretary, ports => Decide(ports, cast.Two, VoteChoice.Reject))
            .Meeting(Chamber.Secretary, new AdjournMeeting())
            .Change(cast.One, World.Bob, new AuthorizeChange());
        return new Tale("a board that meets", cast, tale.Written);
    }

    private static async Task<List<PinnedChange>> Pinned(Ports ports, ChangeId[] ids)
    {
        var pinned = new List<PinnedChange>();
        foreach (var id in ids)
        {
            var change = (await ports.Changes.FindAsync(id).ConfigureAwait(false))!;
            pinned.Add(new PinnedChange(id, Assessed, change.Digest));
        }

        return pinned;
    }

    private static async Task<MeetingCommand> Decide(Ports ports, ChangeId id, VoteChoice choice) =>
        new DecideItem(id, choice, (await ports.Changes.FindAsync(id).ConfigureAwait(false))!.Digest, "as discussed");
}
