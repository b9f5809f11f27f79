using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

/// <summary>A train, and who does what with it: Tuesdays at 22:00 in London, with a cut-off a day before.</summary>
internal sealed class Trip
{
    public static readonly Actor Ann = Actor.Human(new ActorId("ann"));
    public static readonly Actor Bob = Actor.Human(new ActorId("bob"));
    public static readonly Actor Carl = Actor.Human(new ActorId("carl"));
    public static readonly TrainPassenger One = TrainPassenger.Of(new ChangeId("CHG-1"));
    public static readonly TrainPassenger Two = TrainPassenger.Of(new ReleaseId("REL-2"));

    public static readonly LocalDateTime First = new(2026, 11, 3, 22, 0);
    public static readonly LocalDateTime Second = new(2026, 11, 10, 22, 0);
    public static readonly LocalDateTime Third = new(2026, 11, 17, 22, 0);

    public static readonly TrainTimetable Weekly = TrainTimetable.Weekly(First, "Europe/London", Duration.FromDays(1), IsoDayOfWeek.Tuesday);

    private int _commands;

    public Trip() => Do(Carl, new OpenTrain(new TrainId("weekly"), "Weekly", Weekly)).IsAccepted.Should().BeTrue();

    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 2, 9, 0);

    public ReleaseTrain? Train { get; private set; }

    public ValueList<PassengerReadiness>? Readiness { get; set; } = [];

    public bool IsDirectoryKnown { get; set; } = true;

    public List<TrainEvent> History { get; } = [];

    public Decision<TrainEvent> Do(Actor actor, TrainCommand command) => Do(actor, command, $"c{_commands++}");

    public Decision<TrainEvent> Do(Actor actor, TrainCommand command, string id)
    {
        var decision = TrainDecider.Decide(Train, command, new TrainFacts(new Stamp(Now, actor, new CommandId(id)), DateTimeZoneProviders.Tzdb)
        {
            Roles = IsDirectoryKnown ? actor == Carl ? [TrainNeeds.Conductors] : [] : null,
            Readiness = Readiness,
        });
        Train = decision.Events.Aggregate(Train, ReleaseTrain.Fold);
        History.AddRange(decision.Events);
        return decision;
    }

    public void Done(Actor actor, TrainCommand command) => Do(actor, command).Refusals.Should().BeEmpty();

    public IEnumerable<string> Told(Actor actor, TrainCommand command) => Do(actor, command).Refusals.Select(refusal => refusal.ToString());

    /// <summary>To the cut-off of the first departure, with everybody ready but those named.</summary>
    public void Close(params (TrainPassenger Late, string Why)[] late)
    {
        Now = Instant.FromUtc(2026, 11, 2, 22, 0);
        Readiness = Train!.Manifest(First).Select(passenger => new PassengerReadiness(passenger, late.FirstOrDefault(one => one.Late == passenger).Why)).ToValueList();
        Done(Carl, new CloseBoarding(First));
    }

    public void Aboard(LocalDateTime departure, params TrainPassenger[] passengers) => Train!.Manifest(departure).Should().Equal(passengers);
}
