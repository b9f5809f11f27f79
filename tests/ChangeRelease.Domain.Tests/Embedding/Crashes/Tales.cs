using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Places;
using ChangeRelease.Domain.Tests.Releases.Trains;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Journeys over all desks; most commands in them write to more than one stream.</summary>
internal static partial class Tales
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>One of each, each on premises of its own.</summary>
    public static ValueList<Tale> Alone { get; } =
    [
        OwnBooking(new Cast(string.Empty, 0)), Completed(new Cast(string.Empty, 0)), RolledBack(new Cast(string.Empty, 0)), Templates(new Cast(string.Empty, 0)),
        Emergency(new Cast(string.Empty, 0)), Bookings(new Cast(string.Empty, 0)), Meeting(new Cast(string.Empty, 0)), Train(new Cast(string.Empty, 0)),
    ];

    /// <summary>All that go on beside others, who use the same calendar, template and ledger of emergencies; one after the other.</summary>
    public static IEnumerable<Tale> Beside(string prefix, int days) =>
    [
        OwnBooking(new Cast($"{prefix}a-", days)), Completed(new Cast($"{prefix}b-", days)), Uses(new Cast($"{prefix}c-", days)), Bookings(new Cast($"{prefix}d-", days)),
        Emergency(new Cast($"{prefix}e-", days)), Meeting(new Cast($"{prefix}f-", days)), RolledBack(new Cast($"{prefix}g-", days)), Train(new Cast($"{prefix}h-", days)),
    ];

    /// <summary>A change that holds places of its own, moves, gives them up, takes them again, and is made.</summary>
    private static Tale OwnBooking(Cast cast)
    {
        var tale = new TaleWriter(cast);
        Approved(tale, cast.One);
        Approved(tale, cast.Rival);
        tale
            .Change(cast.One, World.Otto, new ScheduleChange(cast.Night(0)))
            .Change(cast.One, World.Otto, new RescheduleChange(cast.Night(1)))
            .Change(cast.One, World.Otto, new RescheduleChange([cast.Night(1), cast.Night(2)]))
            .Change(cast.One, World.Otto, new HoldChange("wait"))
            .Change(cast.One, World.Otto, new ResumeChange())
            .Change(cast.One, World.Otto, new ScheduleChange(cast.Night(0)))
            .Change(cast.One, World.Otto, new UnscheduleChange("not now"))
            .Change(cast.One, World.Otto, new ScheduleChange(cast.Night(2)))
            .Change(cast.One, World.Otto, new RescheduleChange(cast.Night(2)))
            .At(cast.Night(2).Start + Minute)
            .Change(cast.One, World.Otto, new StartChange());
        Reviewed(tale, cast.One);
        return new Tale("a change with places of its own", cast, tale.Written) { Rival = Wants(cast, World.Otto, new ScheduleChange(cast.Night(0))) };
    }

    private static void Approved(TaleWriter tale, ChangeId id) => tale
        .Change(id, World.Ann, new OpenChange(id, "normal", tale.Cast.Work))
        .Change(id, World.Ann, new SubmitChange())
        .Change(id, World.Dan, new AssessChange(Grade.Low, Grade.Low, "small", [new(tale.Cast.Morning, tale.Cast.Morning + Duration.FromDays(60))]))
        .Change(id, World.Bob, change => new VoteOnChange(VoteChoice.Approve, change.Digest))
        .Change(id, World.Cid, change => new VoteOnChange(VoteChoice.Approve, change.Digest))
        .Change(id, World.Bob, new AuthorizeChange());

    private static void Reviewed(TaleWriter tale, ChangeId id) => tale
        .Change(id, World.Otto, new CompleteChange())
        .Change(id, World.Dan, new ReviewChange(ReviewOutcome.Successful, "seen"))
        .Change(id, World.Dan, new CloseChange());

    private static Tale Templates(Cast cast)
    {
        var tale = new TaleWriter(cast);
        Published(tale, uses: 1);
        Used(tale);
        return new Tale("a template with one use", cast, tale.Written) { Rival = Wants(cast, Premises.Rita, new SubmitChange()) };
    }

    /// <summary>What is there before others use the template.</summary>
    public static Tale Publishing()
    {
        var tale = new TaleWriter(new Cast("p-", 0));
        Published(tale, uses: 1_000_000);
        return new Tale("a template", tale.Cast, tale.Written);
    }

    private static Tale Uses(Cast cast)
    {
        var tale = new TaleWriter(cast);
        Used(tale);
        return new Tale("a use of a template", cast, tale.Written);
    }

    private static void Published(TaleWriter tale, int uses) => tale
        .Template(World.Eve, new ProposeTemplate(Premises.Restart, Premises.Restarting(uses)))
        .Template(World.Eve, new SubmitTemplate())
        .Template(World.Ann, template => new VoteOnTemplate(VoteChoice.Approve, template.Digest))
        .Template(World.Bob, template => new VoteOnTemplate(VoteChoice.Approve, template.Digest))
        .Template(Premises.Otto, new PublishTemplate());

    /// <summary>One change takes a use and returns it, another takes it and is made.</summary>
    private static void Used(TaleWriter tale)
    {
        var cast = tale.Cast;
        foreach (var id in cast.Changes)
        {
            tale.Change(id, Premises.Rita, new OpenChange(id, "pre-approved", Restarting(cast)));
        }

        tale
            .Change(cast.One, Premises.Rita, new SubmitChange())
            .Change(cast.One, Premises.Rita, new CancelChange("no need"))
            .Change(cast.Two, Premises.Rita, new SubmitChange())
            .Change(cast.Two, Premises.Otto, new ScheduleChange(cast.Night(3)))
            .At(cast.Night(3).Start + Minute)
            .Change(cast.Two, Premises.Otto, new StartChange());
        Reviewed(tale, cast.Two);
    }

    private static ChangeContent Restarting(Cast cast) => Premises.Restarting().FillIn(Premises.Restart, new ChangeContent
    {
        Title = "Restart payments",
        Justification = "It leaks",
        Services = [new ServiceId("payments")],
        Environments = [new EnvironmentId("production")],
        Effort = new Effort(Duration.Zero, Duration.FromMinutes(30), Duration.FromMinutes(10)),
        AcceptableTimes = [new Slot(cast.Morning, cast.Morning + Duration.FromDays(60))],
    });

    /// <summary>The ledger of an environment, with holds that are confirmed, moved, released, and swept away.</summary>
    private static Tale Bookings(Cast cast)
    {
        var tale = new TaleWriter(cast).Book(Yard.Sue, new DeclareCapacity(2));
        tale.Book(World.Ann, new HoldSlots(cast.Patches, [cast.Night(0)], []));
        tale.Book(World.Ann, new ConfirmBooking(cast.Patches, tale.Last));
        tale.Book(World.Bob, new HoldSlots(cast.North, [cast.Night(1)], []));
        tale.Book(World.Bob, new MoveBooking(cast.North, tale.Last, [cast.Night(0)]));
        tale.Book(World.Bob, new ReleaseHolder(cast.North));
        tale.Book(World.Bob, new HoldSlots(cast.North, [cast.Night(1)], []));
        tale.Book(World.Ann, new HoldSlots(cast.Patches, [cast.Night(1)], []));
        tale.At(cast.Morning + Duration.FromDays(1)).Book(World.Ann, new HoldSlots(cast.Patches, [cast.Night(2)], []));
        tale.Book(World.Ann, new ConfirmBooking(cast.Patches, tale.Last));
        tale.Book(World.Ann, new ExpireBookings());
        return new Tale("a ledger of bookings", cast, tale.Written);
    }

    /// <summary>A train that is boarded, closed with several to be deferred, and leaves.</summary>
    private static Tale Train(Cast cast)
    {
        var (first, second) = (Trip.First.PlusDays(cast.Days), Trip.Second.PlusDays(cast.Days));
        var tale = new TaleWriter(cast)
            .Train(World.Cid, new OpenTrain(cast.Train, "Weekly", TrainTimetable.Weekly(first, "Etc/UTC", Duration.FromDays(1), IsoDayOfWeek.Tuesday)))
            .Train(World.Ann, new BoardTrain(TrainPassenger.Of(cast.One), first))
            .Train(World.Bob, new BoardTrain(TrainPassenger.Of(cast.Two), null))
            .Train(World.Ann, new BoardTrain(TrainPassenger.Of(cast.Release), first))
            .Train(World.Bob, new NoteHotfix(new ReleaseId("REL-9"), "payments are down"))
            .At(Instant.FromUtc(2026, 11, 2, 22, 0) + Duration.FromDays(cast.Days))
            .Train(World.Cid, new CloseBoarding(first))
            .Train(World.Cid, new BoardLate(TrainPassenger.Of(cast.Rival), first, "the regulator"))
            .At(Instant.FromUtc(2026, 11, 3, 22, 0) + Duration.FromDays(cast.Days))
            .Train(World.Cid, new DepartTrain(first))
            .Train(World.Cid, new CancelDeparture(second, "holidays"));
        return new Tale("a train", cast, tale.Written);
    }

    private static Deed Wants(Cast cast, Actor actor, ChangeCommand command) => new(
        new CommandId($"{cast.Prefix}rival"),
        cast.Morning,
        new TaleWriter(cast).Change(cast.Rival, actor, command).Written[0].Send);
}
