using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using static ChangeRelease.Domain.Tests.Releases.Trains.Trip;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

/// <summary>Boarding, the cut-off, and what becomes of who is late (S-55).</summary>
public sealed class TrainTests
{
    private readonly Trip _trip = new();

    [Fact]
    public void Who_boards_rides_on_the_next_departure_whose_cut_off_is_ahead()
    {
        _trip.Done(Ann, new BoardTrain(One, null));
        _trip.Now = Instant.FromUtc(2026, 11, 2, 22, 0);
        _trip.Done(Bob, new BoardTrain(Two, null));

        _trip.Aboard(First, One);
        _trip.Aboard(Second, Two);
        _trip.Train!.Departures.Select(departure => departure.Time.ToString()).Should().Equal("2026-11-03T22:00:00 (cut-off 2026-11-02T22:00:00Z)", "2026-11-10T22:00:00 (cut-off 2026-11-09T22:00:00Z)");
    }

    [Fact]
    public void Boarding_is_over_at_the_cut_off_and_not_a_microsecond_before()
    {
        _trip.Now = Instant.FromUtc(2026, 11, 2, 22, 0) - Duration.FromNanoseconds(1_000);
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Now += Duration.FromNanoseconds(1_000);

        _trip.Told(Bob, new BoardTrain(Two, First)).Should().Equal(
            "train.boarding.over: The cut-off of 2026-11-03T22:00:00 was at 2026-11-02T22:00:00Z, and it is 2026-11-02T22:00:00Z. Take the next departure, 2026-11-10T22:00:00 (cut-off 2026-11-09T22:00:00Z). Ask someone who is train-conductor for an exception, once boarding is closed.");
        _trip.Told(Ann, new LeaveTrain(One, "not yet")).Should().Equal(
            "train.boarding.over: The cut-off of 2026-11-03T22:00:00 was at 2026-11-02T22:00:00Z, and it is 2026-11-02T22:00:00Z. Ask someone who is train-conductor to take CHG-1 off, once boarding is closed.");
    }

    [Fact]
    public void Nobody_is_aboard_twice_and_boarding_again_is_done_already()
    {
        _trip.Done(Ann, new BoardTrain(One, First));

        _trip.Do(Ann, new BoardTrain(One, First)).Should().Match<Decision<TrainEvent>>(again => again.IsAccepted && again.Events.Count == 0);
        _trip.Told(Ann, new BoardTrain(One, Second)).Should().Equal("train.passenger.aboard-another: CHG-1 is aboard of 2026-11-03T22:00:00. Leave that departure first.");
        _trip.Told(Bob, new BoardTrain(One, First)).Should().Equal("train.passenger.of-another: ann brought CHG-1 aboard. Have ann do it. Ask someone who is train-conductor.");
    }

    [Fact]
    public void Who_brought_somebody_aboard_may_leave_or_defer_and_so_may_a_conductor()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Done(Ann, new BoardTrain(Two, First));

        _trip.Told(Bob, new LeaveTrain(One, "x")).Should().ContainSingle().Which.Should().StartWith("train.passenger.of-another: ");
        _trip.Done(Ann, new DeferPassenger(One, "tests are flaky"));
        _trip.Done(Carl, new LeaveTrain(Two, "withdrawn"));

        _trip.Aboard(First);
        _trip.Aboard(Second, One);
        _trip.Told(Ann, new LeaveTrain(Two, "x")).Should().Contain("train.passenger.not-aboard: REL-2 is aboard of no departure ahead. Board a departure, or look at the manifests.");
        _trip.Train!.Find(Second)!.Manifest[0].By.Should().Be(Ann.Id);
    }

    [Fact]
    public void At_the_cut_off_who_is_not_ready_waits_for_the_next_one_with_the_reason()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Done(Bob, new BoardTrain(Two, First));
        _trip.Told(Carl, new CloseBoarding(First)).Should().Contain("train.cut-off.ahead: The cut-off is at 2026-11-02T22:00:00Z, and it is 2026-11-02T09:00:00Z. Wait until 2026-11-02T22:00:00Z.");

        _trip.Close((Two, "its tests have not passed"));

        _trip.Aboard(First, One);
        _trip.Aboard(Second, Two);
        _trip.History.OfType<PassengerDeferred>().Should().ContainSingle().Which.Should().Match<PassengerDeferred>(it => it.IsAutomatic && it.Reason == "its tests have not passed" && it.To!.Nominal == Second);
        _trip.Do(Carl, new CloseBoarding(First)).Events.Should().BeEmpty("it is closed already");
    }

    [Fact]
    public void Nobody_is_left_aboard_of_whom_nothing_is_known()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Done(Bob, new BoardTrain(Two, First));
        _trip.Now = Instant.FromUtc(2026, 11, 2, 22, 0);
        _trip.Readiness = [new PassengerReadiness(One, null)];

        _trip.Told(Carl, new CloseBoarding(First)).Should().Equal("train.readiness.unknown: It is not known whether REL-2 may ride. Try again when the changes and releases aboard can be looked up. Ask someone who is train-conductor to take off whoever cannot be looked up.");
        _trip.Readiness = null;
        _trip.Told(Carl, new CloseBoarding(First)).Should().ContainSingle().Which.Should().Contain("CHG-1, REL-2");
    }

    [Fact]
    public void A_frozen_manifest_is_changed_by_exceptions_with_a_name_only()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Told(Carl, new BoardLate(Two, First, "x")).Should().Equal("train.manifest.open: Boarding of 2026-11-03T22:00:00 was not closed. Close boarding, once the cut-off is over.");
        _trip.Close();

        _trip.Told(Bob, new BoardLate(Two, First, " ")).Should().Equal(
            "train.request.not-a-conductor: Needed: Who asks is a conductor. Ask someone who is train-conductor.",
            "train.reason.missing: Needed: The command says why. Say why, in words that will be understood later.");
        _trip.Done(Carl, new BoardLate(Two, First, "the regulator asks for it"));
        _trip.Done(Carl, new TakeOffLate(One, "it broke the rehearsal"));

        _trip.Aboard(First, Two);
        _trip.Aboard(Second, One);
        _trip.Train!.Find(First)!.Manifest.Should().Equal(new TrainBooking(Two, Carl.Id, "the regulator asks for it"));
        _trip.History.OfType<PassengerDeferred>().Single().Should().Match<PassengerDeferred>(it => !it.IsAutomatic && it.Header.Stamp.Actor == Carl);
    }

    [Fact]
    public void It_departs_when_it_is_time_and_boarding_was_closed()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Told(Carl, new DepartTrain(First)).Should().Equal(
            "train.manifest.open: Boarding of 2026-11-03T22:00:00 was not closed. Close boarding, once the cut-off is over.",
            "train.departure.ahead: It departs at 2026-11-03T22:00:00Z, and it is 2026-11-02T09:00:00Z. Wait until 2026-11-03T22:00:00Z.");
        _trip.Close();
        _trip.Now = Instant.FromUtc(2026, 11, 3, 22, 0);

        _trip.Done(Carl, new DepartTrain(First));
        _trip.Do(Carl, new DepartTrain(First)).Events.Should().BeEmpty();

        _trip.History.OfType<TrainDeparted>().Single().Aboard.Should().Equal(One);
        _trip.Train!.Carrying(One).Should().BeNull();
        _trip.Told(Carl, new CancelDeparture(First, "x")).Should().Equal("train.departure.over: The departure 2026-11-03T22:00:00 is gone. Take the next departure, 2026-11-10T22:00:00 (cut-off 2026-11-09T22:00:00Z).");
        _trip.Done(Ann, new BoardTrain(One, null));
    }

    [Fact]
    public void When_a_departure_is_canceled_everybody_waits_for_the_next_one()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Done(Bob, new BoardTrain(Two, First));

        _trip.Done(Carl, new CancelDeparture(First, "the data center is moved"));

        _trip.Aboard(First);
        _trip.Aboard(Second, One, Two);
        _trip.History.OfType<PassengerDeferred>().Should().HaveCount(2).And.OnlyContain(it => it.IsAutomatic && it.Reason == "the data center is moved");
        _trip.Told(Ann, new BoardTrain(TrainPassenger.Of(new ChangeId("CHG-3")), First)).First().Should().StartWith("train.departure.over: The departure 2026-11-03T22:00:00 was canceled.");
        _trip.Done(Ann, new BoardTrain(TrainPassenger.Of(new ChangeId("CHG-3")), null));
        _trip.Train!.Manifest(Second).Should().HaveCount(3);
    }

    [Fact]
    public void A_canceled_departure_ahead_is_passed_over()
    {
        _trip.Done(Carl, new CancelDeparture(Second, "holidays"));
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Done(Ann, new DeferPassenger(One, "later"));

        _trip.Aboard(Third, One);
    }

    [Fact]
    public void A_hotfix_goes_beside_the_train_and_tells_whom_it_overtook()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        _trip.Done(Ann, new BoardTrain(Two, Second));
        var hotfix = new NoteHotfix(new ReleaseId("REL-9"), "payments are down");

        _trip.Told(Bob, new NoteHotfix(new ReleaseId("REL-2"), "x")).Should().Equal("train.passenger.aboard-another: REL-2 is aboard of 2026-11-10T22:00:00. Leave that departure first.");
        _trip.Done(Bob, hotfix);

        _trip.Train!.Hotfixes.Should().Equal(new TrainHotfix(new ReleaseId("REL-9"), [First, Second], "payments are down"));
        _trip.Told(Bob, hotfix).Should().Equal("train.hotfix.noted-already: Needed: The hotfix was not noted before. Nothing to do: it is noted.");
    }

    [Fact]
    public void A_train_may_get_another_timetable_and_departures_with_somebody_aboard_stay_as_they_are()
    {
        _trip.Done(Ann, new BoardTrain(One, First));
        var daily = TrainTimetable.Daily(new LocalDateTime(2026, 11, 4, 20, 0), "Europe/London", Duration.FromHours(2));

        _trip.Told(Bob, new RetimeTrain(daily, " ")).Should().HaveCount(2);
        _trip.Told(Carl, new RetimeTrain(new TrainTimetable(daily.Departures, "Europe/Atlantis", Duration.Zero), "x")).Should().Contain(told => told.StartsWith("train.zone.unknown: "));
        _trip.Done(Carl, new RetimeTrain(daily, "we are faster now"));
        _trip.Do(Carl, new RetimeTrain(daily, "again")).Events.Should().BeEmpty();
        _trip.Done(Bob, new BoardTrain(Two, null));

        _trip.Train!.Departures.Select(departure => departure.Time.ToString()).Should().Equal("2026-11-03T22:00:00 (cut-off 2026-11-02T22:00:00Z)", "2026-11-04T20:00:00 (cut-off 2026-11-04T18:00:00Z)");
        _trip.Close((One, "late"));
        _trip.Aboard(new LocalDateTime(2026, 11, 4, 20, 0), Two, One);
        _trip.Told(Ann, new BoardTrain(TrainPassenger.Of(new ChangeId("CHG-3")), Second)).Should().Contain(told => told.StartsWith("train.departure.unknown: "));
    }

    [Fact]
    public void The_last_departure_has_no_next_one()
    {
        var once = Weekly with { };
        var train = new TrainTimetable(ChangeRelease.Domain.Calendars.RecurrenceSet.From(First), once.Zone, once.CutOff);
        var facts = new TrainFacts(new Stamp(_trip.Now, Carl, new CommandId("open")), DateTimeZoneProviders.Tzdb) { Roles = [TrainNeeds.Conductors], Readiness = [new PassengerReadiness(One, "late")] };
        var opened = ReleaseTrain.Fold(null, TrainDecider.Decide(null, new OpenTrain(new TrainId("once"), "Once", train), facts).Events[0]);
        var boarded = Go(opened, new BoardTrain(One, null), _trip.Now, "board");

        TrainDecider.Decide(boarded, new DeferPassenger(One, "x"), Facts(_trip.Now, "defer")).Refusals.Select(refusal => refusal.Code).Should().Equal("train.departure.last");
        var closed = Go(boarded, new CloseBoarding(First), Instant.FromUtc(2026, 11, 2, 22, 0), "close");

        closed.Carrying(One).Should().BeNull();
        TrainDecider.Decide(closed, new BoardTrain(Two, null), Facts(closed.LastAt, "two")).Refusals[0].ToString().Should().Be(
            "train.departure.unknown: The timetable has no departure ahead that can be boarded. Open a train that goes on.");
        TrainDecider.Decide(null, new OpenTrain(new TrainId("gone"), "Gone", train), Facts(Instant.FromUtc(2027, 1, 1, 0, 0), "gone")).Refusals.Select(refusal => refusal.Code).Should().Equal("train.timetable.over");

        ReleaseTrain Go(ReleaseTrain on, TrainCommand command, Instant now, string id) => TrainDecider.Decide(on, command, Facts(now, id)).Events.Aggregate((ReleaseTrain?)on, ReleaseTrain.Fold)!;
        TrainFacts Facts(Instant now, string id) => new(new Stamp(now, Carl, new CommandId(id)), DateTimeZoneProviders.Tzdb) { Roles = facts.Roles, Readiness = facts.Readiness };
    }

    [Fact]
    public void A_departure_that_is_on_no_timetable_is_not_known() => _trip.Told(Ann, new BoardTrain(One, new LocalDateTime(2026, 11, 4, 22, 0))).Take(1)
        .Should().Equal("train.departure.unknown: Nothing departs at 2026-11-04T22:00:00 Europe/London. Take the next departure, 2026-11-03T22:00:00 (cut-off 2026-11-02T22:00:00Z).");

    [Fact]
    public void A_train_is_opened_once_by_a_conductor_with_a_title_and_in_a_known_zone()
    {
        var facts = new TrainFacts(new Stamp(_trip.Now, Ann, new CommandId("open")), DateTimeZoneProviders.Tzdb) { Roles = [] };
        var wrong = new OpenTrain(new TrainId("x"), " ", new TrainTimetable(Weekly.Departures, "Europe/Atlantis", Duration.Zero));

        TrainDecider.Decide(null, wrong, facts).Refusals.Select(refusal => refusal.Code).Should().Equal("train.request.not-a-conductor", "train.title.missing", "train.zone.unknown", "train.timetable.over");
        TrainDecider.Decide(null, wrong, facts with { Roles = null }).Refusals.Take(2).Select(refusal => (refusal.Code, refusal.IsUnjudged)).Should().Equal(("train.directory.missing", false), ("train.request.not-a-conductor", true));
        TrainDecider.Decide(null, new BoardTrain(One, null), facts).Refusals.Select(refusal => refusal.Code).Should().Equal("train.request.not-opened");
        _trip.Told(Carl, new OpenTrain(new TrainId("weekly"), "Weekly", Weekly)).Should().ContainSingle().Which.Should().StartWith("train.request.opened-already: ");
    }

    [Fact]
    public void A_command_takes_effect_once_and_time_does_not_run_backwards()
    {
        _trip.Do(Ann, new BoardTrain(One, First), "board").Events.Should().ContainSingle();
        _trip.Now += Duration.FromDays(30);

        _trip.Do(Ann, new BoardTrain(One, First), "board").Should().Match<Decision<TrainEvent>>(again => again.IsAccepted && again.Events.Count == 0);
        _trip.Do(Ann, new BoardTrain(Two, First), "board").Refusals.Select(refusal => refusal.Code).Should().Equal("train.request.command-id-reused");
        _trip.Now = Instant.FromUtc(2026, 11, 2, 8, 0);
        _trip.Do(Ann, new BoardTrain(Two, First)).Refusals.Select(refusal => (refusal.Code, refusal.Earliest)).Should().Equal(("train.time.backwards", Instant.FromUtc(2026, 11, 2, 9, 0)));
    }

    [Fact]
    public void There_is_a_bound_on_who_is_aboard()
    {
        for (var at = 0; at < ReleaseTrain.MostAboard; at++)
        {
            _trip.Do(Ann, new BoardTrain(TrainPassenger.Of(new ChangeId($"C{at}")), First));
        }

        _trip.Told(Ann, new BoardTrain(One, First)).Should().Equal("train.departure.full: Needed: The departure has a place left. Board the next departure.");
    }

    [Fact]
    public void A_history_begins_with_its_opening() =>
        FluentActions.Invoking(() => ReleaseTrain.Fold(null, new BoardingClosed(_trip.History[0].Header, new TrainTime(First, _trip.Now, _trip.Now)))).Should().Throw<InvalidOperationException>();
}
