using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>Journeys through the desks of boards, bookings and trains that come through every command of their rooms.</summary>
internal static class OtherOutings
{
    private static readonly MeetingId First = new("cab-1");
    private static readonly MeetingId Second = new("cab-2");
    private static readonly LedgerKey Ledger = LedgerKey.Of(new EnvironmentId("production"));
    private static readonly HolderId Patches = new("patches");
    private static readonly HolderId North = new("north");

    public static IEnumerable<Scene> All =>
    [
        .. Outing.Of("meetings of a board", Meetings),
        .. Outing.Of("bookings", Bookings),
        .. Outing.Of("train", Train),
    ];

    private static async Task Meetings(Outing at)
    {
        var pins = new List<PinnedChange>();
        at.Facts = Premises.OfBoard;
        foreach (var id in (ChangeId[])[World.One, World.Two])
        {
            await at.Along(() => ChangeOutings.ToVotes(at, id));
            var change = await at.Change(id);
            pins.Add(new PinnedChange(id, change.Version, change.Digest));
        }

        await Do(at, First, new PlanMeeting(First, Cast.Cab.Id, new Slot(at.Now + Duration.FromHours(1), at.Now + Duration.FromHours(2))));
        await Do(at, Second, new PlanMeeting(Second, Cast.Cab.Id, new Slot(at.Now + Duration.FromDays(7), at.Now + Duration.FromDays(8))));
        await Do(at, First, new SetMeetingAgenda(new MeetingAgenda(pins.ToValueList(), [])));
        await Do(at, First, new OpenMeeting([Cast.Members[0].Id, Cast.Members[1].Id]));
        await Do(at, First, new RecordArrival([Cast.Members[2].Id]));
        await Do(at, First, new ActOnMeeting(MeetingTriggers.Depart, new RecordDeparture([Cast.Members[0].Id]).ToArguments()));
        await Do(at, First, new RecordArrival([Cast.Members[0].Id]));
        await Do(at, First, new RecordDeparture([Cast.Members[2].Id]));
        await Do(at, First, new DecideItem(World.One, VoteChoice.Approve, pins[0].Content, "as discussed"));
        await Do(at, First, new DeferItem(World.Two, "no time left", Second));
        await Do(at, First, new AdjournMeeting());
        await at.Do(Errand.Of(First, new ApproveMinutes(BoardMinutes.Of(await at.Meeting(First))!.Digest), Cast.Members[5]));
        await Do(at, Second, new CancelMeeting("nothing to decide"));
    }

    private static Task Do(Outing at, MeetingId id, MeetingCommand command) => at.Do(Errand.Of(id, command, Cast.Clara));

    private static async Task Bookings(Outing at)
    {
        var start = at.Now;
        Slot Hour(int from) => new(start + Duration.FromHours(from), start + Duration.FromHours(from + 1));
        CommandId Named(int step) => new(FormattableString.Invariant($"c{step}"));
        await Do(at, new DeclareCapacity(1), Cast.Otto);
        await Do(at, new HoldSlots(Patches, [Hour(1)], []), Cast.Ivan);
        await Do(at, new ConfirmBooking(Patches, Named(1)), Cast.Ivan);
        await Do(at, new HoldSlots(North, [Hour(2)], []), Cast.Asa);
        await Do(at, new MoveBooking(North, Named(3), [Hour(3)]), Cast.Asa);
        await Do(at, new MoveBooking(Patches, Named(1), [Hour(2)]), Cast.Ivan);
        await Do(at, new ReleaseBooking(North, Named(3)), Cast.Asa);
        await Do(at, new HoldSlots(Patches, [Hour(5), Hour(6)], []), Cast.Ivan);
        await Do(at, new ReleaseHolder(Patches), Cast.Ivan);
        await Do(at, new DeclareCapacity(2), Cast.Otto);
        await Do(at, new HoldSlots(Patches, [Hour(3)], []), Cast.Ivan);
        await Do(at, new HoldSlots(North, [Hour(3)], []), Cast.Asa);
        at.Wait(Duration.FromMinutes(20));
        await Do(at, new ExpireBookings(), Cast.Rex);
    }

    private static Task Do(Outing at, BookingCommand command, Actor actor) => at.Do(Errand.Of(Ledger, command, actor));

    private static async Task Train(Outing at)
    {
        var departs = (at.Now + Duration.FromHours(4)).InUtc().LocalDateTime;
        var (one, two, release) = (TrainPassenger.Of(World.One), TrainPassenger.Of(World.Two), TrainPassenger.Of(World.Train));
        await at.Along(() => ChangeOutings.ToVotes(at, World.One));
        await Do(at, new OpenTrain(Premises.Weekly, "Daily", TrainTimetable.Daily(departs, "Etc/UTC", Duration.FromHours(1))), Cast.Clara);
        await Do(at, new BoardTrain(one, departs), Cast.Ivan);
        await Do(at, new BoardTrain(two, departs), Cast.Asa);
        await Do(at, new BoardTrain(release, departs), Cast.Asa);
        await Do(at, new LeaveTrain(release, "not this one"), Cast.Asa);
        await Do(at, new DeferPassenger(two, "not yet"), Cast.Asa);
        await Do(at, new NoteHotfix(new ReleaseId("REL-9"), "payments are down"), Cast.Asa);
        at.Now = departs.InUtc().ToInstant() - Duration.FromHours(1);
        await Do(at, new CloseBoarding(departs), Cast.Clara);
        await Do(at, new BoardLate(TrainPassenger.Of(new ChangeId("CHG-3")), departs, "the regulator"), Cast.Clara);
        await Do(at, new TakeOffLate(TrainPassenger.Of(new ChangeId("CHG-3")), "it broke the rehearsal"), Cast.Clara);
        at.Now = departs.InUtc().ToInstant();
        await Do(at, new DepartTrain(departs), Cast.Clara);
        await Do(at, new CancelDeparture(departs.PlusDays(1), "holidays"), Cast.Clara);
        await Do(at, new RetimeTrain(TrainTimetable.Daily(departs.PlusDays(3).PlusHours(1), "Etc/UTC", Duration.FromHours(2)), "faster"), Cast.Clara);
    }

    private static Task Do(Outing at, TrainCommand command, Actor actor) => at.Do(Errand.Of(Premises.Weekly, command, actor));
}
