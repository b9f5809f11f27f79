using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Templates;
using ChangeRelease.Domain.Tests.Embedding.Faults;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>What queues carry commands for: changes, a template that they use, slots that they contend for, a release, a ledger, a train. It is made once, and every schedule begins with it.</summary>
internal static class Depot
{
    public static readonly Instant Opening = Premises.Opening + Duration.FromHours(2);

    // Longer than any round takes: what a host left unfinished is not lost before somebody comes by.
    public static readonly DeskSettings Settings = new(World.Tenant) { HoldStands = Duration.FromHours(1) };

    public static readonly FactBook Facts = Premises.Book with { Scheme = AssessmentScheme.Plain, ServiceGraph = null, Similar = null, Calendar = new World().Book.Calendar };

    private static readonly ChangeContent Work = Cast.Content with { Incident = null, Template = null };

    private static readonly TemplateContent Restart = Play.Content with { Parameters = [], RiskCeiling = Grade.Critical, MaximumUses = 1 };

    public static Freight[] All { get; } = [Drafted(), Used(), Contended(), Released(), Proposed(), Booked(), Boarded()];

    public static CommandId Named(string freight, int command) => new(FormattableString.Invariant($"{freight}-{command}"));

    private static Outing Begin(string name) => new(name) { Facts = Facts };

    private static void Go(Task way) => way.GetAwaiter().GetResult();

    private static Errand[] Some(Random dice, params Errand[] way) => [.. way.Skip(dice.Next(4) == 0 ? 1 : 0).Take(dice.Next(3, 6))];

    private static Freight Drafted()
    {
        var (outing, id) = (Begin("drafted"), new ChangeId("CHG-1"));
        Go(outing.Do(Errand.Of(id, new OpenChange(id, "normal", Work), Cast.Rita)));
        return new Freight("drafted", outing.Records, dice => Some(
            dice,
            Errand.Of(id, new AmendChange(Work with { Notes = Note(dice) }), Cast.Rita),
            Errand.Of(id, new SubmitChange(), Cast.Rita),
            Errand.Of(id, new AnnotateChange(Note(dice)), Cast.Rex),
            Errand.Of(id, new AssessChange(Grade.Low, Grade.Low, "small", []), Cast.Asa),
            Errand.Of(id, new HoldChange("wait"), Cast.Oscar),
            Errand.Of(id, new ResumeChange(), Cast.Oscar),
            Errand.Of(id, new CancelChange("no need"), Cast.Rita)));
    }

    private static Freight Used()
    {
        var (outing, template, ids) = (Begin("used"), new TemplateId("reboot"), (ChangeId[])[new("CHG-2"), new("CHG-3")]);
        Go(Publish(outing, template, Restart));
        var content = Restart.FillIn(template, Work with { Services = [new ServiceId("payments")], Template = template });
        Go(outing.Do(Errand.Of(ids[0], new OpenChange(ids[0], "standard", content), Cast.Rita)));
        Go(outing.Do(Errand.Of(ids[1], new OpenChange(ids[1], "standard", content), Cast.Rita)));
        var records = outing.Records;
        Go(outing.Do(Errand.Of(ids[0], new SubmitChange(), Cast.Rita)));
        var digest = outing.Change(ids[0]).GetAwaiter().GetResult().Digest;
        return new Freight("used", records, dice => Some(
            dice,
            Errand.Of(ids[0], new SubmitChange(), Cast.Rita),
            Errand.Of(ids[1], new SubmitChange(), Cast.Rita),
            Errand.Of(ids[0], new VoteOnChange(VoteChoice.Approve, digest), Cast.Members[1]),
            Errand.Of(ids[0], dice.Next(2) == 0 ? new CancelChange("no need") : new AuthorizeChange(), Cast.Oscar),
            Errand.Of(ids[1], new SubmitChange(), Cast.Rita),
            Errand.Of(template, new SuspendTemplate("it went wrong"), Cast.Rex)));
    }

    private static async Task Publish(Outing outing, TemplateId id, TemplateContent content)
    {
        await outing.Do(Errand.Of(id, new ProposeTemplate(id, content), Play.Paul));
        await outing.Do(Errand.Of(id, new SubmitTemplate(), Play.Paul));
        var digest = (await outing.Template(id)).Digest;
        await outing.Do(Errand.Of(id, new VoteOnTemplate(VoteChoice.Approve, digest), Cast.Members[1]));
        await outing.Do(Errand.Of(id, new VoteOnTemplate(VoteChoice.Approve, digest), Cast.Members[2]));
        await outing.Do(Errand.Of(id, new PublishTemplate(), Play.Olga));
    }

    private static Freight Contended()
    {
        var (outing, ids) = (Begin("contended"), (ChangeId[])[new("CHG-4"), new("CHG-5")]);
        Go(ChangeOutings.ToApproved(outing, ids[0], Work));
        Go(ChangeOutings.ToApproved(outing, ids[1], Work));
        return new Freight("contended", outing.Records, dice => Some(
            dice,
            Errand.Of(ids[0], new ScheduleChange(World.Night(dice.Next(2))), Cast.Oscar),
            Errand.Of(ids[1], new ScheduleChange(World.Night(0)), Cast.Oscar),
            Errand.Of(ids[0], new RescheduleChange(World.Night(dice.Next(1, 3))), Cast.Oscar),
            Errand.Of(ids[1], dice.Next(2) == 0 ? new ScheduleChange(World.Night(0)) : new RescheduleChange(World.Night(1)), Cast.Oscar),
            Errand.Of(ids[0], new UnscheduleChange("not now"), Cast.Oscar),
            Errand.Of(ids[1], new RescheduleChange(World.Night(dice.Next(3))), Cast.Oscar)));
    }

    private static Freight Released()
    {
        var (outing, id) = (Begin("released"), new ReleaseId("REL-1"));
        Go(outing.Do(Errand.Of(id, new OpenRelease(id, World.Package with { Changes = [new ChangeId("CHG-9")] }), Cast.Rita)));
        return new Freight("released", outing.Records, dice => Some(
            dice,
            Errand.Of(id, new AnnotateRelease(Note(dice)), Cast.Oscar),
            Errand.Of(id, new StartReleaseBuild(), Cast.Rita),
            Errand.Of(id, new FinishBuild(World.Built), Cast.Ivan),
            Errand.Of(id, new FailTests("two of nine"), Cast.Ivan),
            Errand.Of(id, new FinishBuild(World.Built), Cast.Ivan),
            Errand.Of(id, new AnnotateRelease(Note(dice)), Cast.Oscar),
            Errand.Of(id, new CancelRelease("no need"), Cast.Rita)));
    }

    private static Freight Proposed()
    {
        var (outing, id) = (Begin("proposed"), new TemplateId("relaunch"));
        Go(outing.Do(Errand.Of(id, new ProposeTemplate(id, Restart), Play.Paul)));
        var records = outing.Records;
        var digest = outing.Template(id).GetAwaiter().GetResult().Digest;
        return new Freight("proposed", records, dice => Some(
            dice,
            Errand.Of(id, new SubmitTemplate(), Play.Paul),
            Errand.Of(id, new VoteOnTemplate(VoteChoice.Approve, digest), Cast.Members[1]),
            Errand.Of(id, new VoteOnTemplate(VoteChoice.Approve, digest), Cast.Members[2]),
            Errand.Of(id, new PublishTemplate(), Play.Olga),
            Errand.Of(id, new SuspendTemplate("it went wrong"), Cast.Rex),
            Errand.Of(id, new ReinstateTemplate("it was something else"), Play.Olga)));
    }

    private static Freight Booked()
    {
        var (outing, ledger) = (Begin("booked"), LedgerKey.Of(new EnvironmentId("production")));
        Go(outing.Do(Errand.Of(ledger, new DeclareCapacity(1), Cast.Otto)));
        var (patches, north) = (new HolderId("patches"), new HolderId("north"));
        return new Freight("booked", outing.Records, dice => [.. ((Errand[])[
            Errand.Of(ledger, new HoldSlots(patches, [Hour(1)], []), Cast.Ivan),
            Errand.Of(ledger, new HoldSlots(north, [Hour(dice.Next(1, 3))], []), Cast.Asa),
            Errand.Of(ledger, new ConfirmBooking(patches, Named("booked", 0)), Cast.Ivan),
            Errand.Of(ledger, new MoveBooking(patches, Named("booked", 0), [Hour(dice.Next(2, 4))]), Cast.Ivan),
            Errand.Of(ledger, new HoldSlots(north, [Hour(1)], []), Cast.Asa),
            Errand.Of(ledger, new ReleaseHolder(patches), Cast.Ivan),
            Errand.Of(ledger, new DeclareCapacity(dice.Next(1, 3)), Cast.Otto)]).Take(dice.Next(3, 7))]);
    }

    private static Slot Hour(int from) => new(Opening + Duration.FromHours(from), Opening + Duration.FromHours(from + 1));

    private static Freight Boarded()
    {
        var outing = Begin("boarded");
        var departs = (Opening + Duration.FromHours(8)).InUtc().LocalDateTime;
        var (one, two) = (TrainPassenger.Of(new ChangeId("CHG-8")), TrainPassenger.Of(new ReleaseId("REL-8")));
        Go(outing.Do(Errand.Of(Premises.Weekly, new OpenTrain(Premises.Weekly, "Daily", TrainTimetable.Daily(departs, "Etc/UTC", Duration.FromHours(1))), Cast.Clara)));
        return new Freight("boarded", outing.Records, dice => Some(
            dice,
            Errand.Of(Premises.Weekly, new BoardTrain(one, departs), Cast.Ivan),
            Errand.Of(Premises.Weekly, new BoardTrain(two, dice.Next(2) == 0 ? null : departs), Cast.Asa),
            Errand.Of(Premises.Weekly, new DeferPassenger(one, "not yet"), Cast.Ivan),
            Errand.Of(Premises.Weekly, new LeaveTrain(two, "not this one"), Cast.Asa),
            Errand.Of(Premises.Weekly, new NoteHotfix(new ReleaseId("REL-9"), "payments are down"), Cast.Asa),
            Errand.Of(Premises.Weekly, new CancelDeparture(departs, "holidays"), Cast.Clara)));
    }

    private static string Note(Random dice) => FormattableString.Invariant($"note {dice.Next(3)}");
}
