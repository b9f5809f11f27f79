using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

/// <summary>Random commands on a train whose timetable changes, decided by the library and by a naive one (S-3, S-5, S-55).</summary>
public sealed class TrainPropertyTests(ITestOutputHelper output)
{
    private const int Seed = 55_000;
    private const int Lives = 400;
    private const int Steps = 80;

    private static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 0, 0);
    private static readonly TrainPassenger[] Passengers = [.. Enumerable.Range(1, 4).Select(at => TrainPassenger.Of(new ChangeId($"CHG-{at}"))), TrainPassenger.Of(new ReleaseId("REL-1")), TrainPassenger.Of(new ReleaseId("REL-2"))];
    private static readonly Actor[] Actors = [Trip.Ann, Trip.Bob, Trip.Carl, Trip.Carl];

    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    [Fact]
    public void Every_command_is_decided_as_a_naive_train_decides_it_and_nobody_is_lost()
    {
        for (var life = 0; life < Lives; life++)
        {
            Live(new Random(Seed + life));
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {string.Join(", ", _told.OrderBy(told => told.Key, StringComparer.Ordinal).Select(told => FormattableString.Invariant($"{told.Value} {told.Key}")))}"));
        string[] known =
        [
            "done BoardTrain", "done LeaveTrain", "done DeferPassenger", "done CloseBoarding", "done BoardLate", "done TakeOffLate", "done DepartTrain", "done CancelDeparture", "done NoteHotfix", "done RetimeTrain", "nothing", "train.departure.unknown",
            "train.request.not-a-conductor", "train.reason.missing", "train.departure.over", "train.passenger.not-aboard", "train.passenger.aboard-another", "train.passenger.of-another",
            "train.boarding.over", "train.cut-off.ahead", "train.manifest.open", "train.departure.ahead", "train.hotfix.noted-already", "deferred by the cut-off",
        ];
        known.Should().AllSatisfy(kind => _told.GetValueOrDefault(kind).Should().BeGreaterThan(100, kind));
    }

    private void Live(Random dice)
    {
        var (hour, naive, history) = (0, new NaiveTrain(), new List<TrainEvent>());
        var train = Opened();
        for (var step = 0; step < Steps; step++)
        {
            hour += dice.Next(5);
            var (actor, command) = (Actors[dice.Next(Actors.Length)], Next(dice, train, hour));
            var notReady = Passengers.Where(_ => dice.Next(4) == 0).ToHashSet();
            var facts = Facts(actor, hour, $"c{step}", notReady);
            var before = train;
            var decision = TrainDecider.Decide(train, command, facts);

            Told(decision).Should().Be(naive.Tell(command, actor.Id.Value, actor == Trip.Carl, hour, who => notReady.All(late => late.Id != who)), "{0} by {1} at hour {2}", command, actor, hour);
            train = decision.Events.Select(happened => TrainJson.ReadEvent(TrainJson.Write(happened))).Aggregate(train, ReleaseTrain.Fold);
            history.AddRange(decision.Events);
            Same(train, naive);
            Frozen(before, train, command);
            TrainDecider.Decide(train, command, facts).Events.Should().BeEmpty();
            Array.ForEach(Told(decision) == "done" ? [$"done {command.GetType().Name}"] : Told(decision).Split(' '), Count);
            foreach (var _ in decision.Events.OfType<PassengerDeferred>().Where(it => it.IsAutomatic && command is CloseBoarding))
            {
                Count("deferred by the cut-off");
            }
        }

        NobodyIsLost(train, history);
    }

    private static void Same(ReleaseTrain train, NaiveTrain naive)
    {
        train.Departures.Select(departure => $"{NaiveTrain.At(departure.Time.Nominal)} {departure.Stage.ToString().ToUpperInvariant()} {string.Join(' ', departure.Manifest.Select(booking => $"{booking.Passenger}/{booking.By}/{booking.LateBecause is not null}"))}")
            .Should().Equal(naive.Departures.Select(departure => $"{departure.At} {departure.Stage.ToUpperInvariant()} {string.Join(' ', departure.Aboard.Select(entry => $"{entry.Who}/{entry.By}/{entry.IsLate}"))}"));
        train.Hotfixes.Select(hotfix => hotfix.Release.Value).Should().Equal(naive.Hotfixes);
        train.Departures.Where(departure => departure.IsAhead).SelectMany(departure => departure.Manifest).Select(booking => booking.Passenger).Should().OnlyHaveUniqueItems();
    }

    // What is closed changes by exceptions only, and what is gone not at all.
    private static void Frozen(ReleaseTrain before, ReleaseTrain after, TrainCommand command)
    {
        foreach (var departure in before.Departures.Where(departure => departure.Stage != TrainDepartureStage.Boarding))
        {
            after.Find(departure.Time.Nominal)!.Time.Should().Be(departure.Time, "it keeps its instants");
            var isException = departure.Stage == TrainDepartureStage.Closed && command is BoardLate or TakeOffLate or CancelDeparture;
            (isException || after.Find(departure.Time.Nominal)!.Manifest.Equals(departure.Manifest)).Should().BeTrue();
        }
    }

    private static void NobodyIsLost(ReleaseTrain train, List<TrainEvent> history)
    {
        foreach (var passenger in Passengers)
        {
            var last = history.LastOrDefault(happened => happened switch
            {
                PassengerBoarded it => it.Booking.Passenger == passenger,
                PassengerLeft it => it.Passenger == passenger,
                PassengerDeferred it => it.Passenger == passenger,
                TrainDeparted it => it.Aboard.Contains(passenger),
                _ => false,
            });
            (train.Carrying(passenger) is not null).Should().Be(last is PassengerBoarded or PassengerDeferred);
        }
    }

    private static TrainCommand Next(Random dice, ReleaseTrain train, int hour)
    {
        var (passenger, half) = (Passengers[dice.Next(Passengers.Length)], Math.Max(0, (hour / 12) + dice.Next(-2, 8)));
        var (departure, reason) = (NaiveTrain.Nominal(12 * (dice.Next(3) == 0 ? half : half / 2 * 2)), dice.Next(10) == 0 ? " " : "because");
        var due = train.Departures.FirstOrDefault(one => one.IsAhead)?.Time.Nominal ?? departure;
        return dice.Next(21) switch
        {
            < 5 => new BoardTrain(passenger, dice.Next(2) == 0 ? null : departure),
            < 7 => new LeaveTrain(passenger, reason),
            < 9 => new DeferPassenger(passenger, reason),
            < 12 => new CloseBoarding(dice.Next(3) > 0 ? due : departure),
            < 14 => new DepartTrain(dice.Next(3) > 0 ? due : departure),
            14 or 15 => new BoardLate(passenger, dice.Next(3) > 0 ? due : departure, reason),
            16 or 17 => new TakeOffLate(passenger, reason),
            18 => new CancelDeparture(departure, reason),
            19 => new RetimeTrain(NaiveTrain.Timetable(NaiveTrain.Timetables[dice.Next(NaiveTrain.Timetables.Length)]), reason),
            _ => new NoteHotfix(new ReleaseId($"REL-{dice.Next(1, 6)}"), reason),
        };
    }

    private static ReleaseTrain Opened() => ReleaseTrain.Fold(null, TrainDecider.Decide(
        null,
        new OpenTrain(new TrainId("daily"), "Daily", NaiveTrain.Timetable(NaiveTrain.Timetables[0])),
        Facts(Trip.Carl, 0, "open", [])).Events.Single());

    private static TrainFacts Facts(Actor actor, int hour, string id, HashSet<TrainPassenger> notReady) => new(new Stamp(Opening + Duration.FromHours(hour), actor, new CommandId(id)), DateTimeZoneProviders.Tzdb)
    {
        Roles = actor == Trip.Carl ? [TrainNeeds.Conductors] : [],
        Readiness = [.. Passengers.Select(passenger => new PassengerReadiness(passenger, notReady.Contains(passenger) ? "not tested" : null))],
    };

    private static string Told(Decision<TrainEvent> decision) => !decision.IsAccepted ? string.Join(' ', decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code))
        : decision.Events.Count > 0 ? "done"
        : "nothing";

    private void Count(string kind) => _told[kind] = _told.GetValueOrDefault(kind) + 1;
}
