using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Trains;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Trains;

/// <summary>The small firm, with a weekly train: Tuesdays at 22:00 in London, with a cut-off a day before. Cid is its conductor.</summary>
internal sealed class Platform
{
    public static readonly TrainId Weekly = new("weekly");
    public static readonly StreamId Stream = new(World.Tenant, "train", "weekly");
    public static readonly Instant CutOff = Instant.FromUtc(2026, 11, 2, 22, 0);
    public static readonly TrainPassenger One = TrainPassenger.Of(World.One);
    public static readonly TrainPassenger Two = TrainPassenger.Of(World.Two);
    public static readonly TrainPassenger Release = TrainPassenger.Of(World.Train);

    private int _serial;

    public World World { get; } = new() { Capacity = 4, FurtherRoles = [new Membership(TrainNeeds.Conductors, [World.Cid.Id])] };

    public InMemoryEventStore Store { get; init; } = new();

    public static OpenTrain Opening { get; } = new(Weekly, "Weekly", Trip.Weekly);

    public static async Task<Platform> Opened(params TrainPassenger[] aboard)
    {
        var platform = new Platform();
        await platform.Must(Opening, World.Cid);
        foreach (var passenger in aboard)
        {
            await platform.Must(new BoardTrain(passenger, Trip.First), World.Ann);
        }

        return platform;
    }

    public async Task<Outcome<ReleaseTrain, TrainEvent>> Do(TrainCommand command, Actor actor, string? id = null, IEventStore? store = null) =>
        await World.Trains(store ?? Store).HandleAsync(Weekly, command, actor, new CommandId(id ?? FormattableString.Invariant($"t{_serial++}")));

    public async Task<ValueList<TrainEvent>> Must(TrainCommand command, Actor actor, string? id = null, IEventStore? store = null)
    {
        var outcome = await Do(command, actor, id, store);
        outcome.Refusals.Should().BeEmpty("{0} is accepted", command);
        return outcome.Events;
    }

    public async Task<ReleaseTrain> Train(IEventStore? store = null) => (await World.Trains(store ?? Store).FindAsync(Weekly))!;

    /// <summary>What became of a command, in words; what could not be judged is left out.</summary>
    public static string Told(Outcome<ReleaseTrain, TrainEvent> outcome) => outcome.IsAccepted
        ? outcome.Events.Count > 0 ? "done" : "nothing"
        : string.Join(' ', outcome.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Order(StringComparer.Ordinal));

    /// <summary>The train in words, without who did what when.</summary>
    public static string Lines(ReleaseTrain train) => string.Join('\n', train.Departures
        .Select(departure => $"{departure.Time} {departure.Stage}: {string.Join(", ", departure.Manifest.Select(booking => $"{booking.Passenger} by {booking.By}{booking.LateBecause}"))}")
        .Concat(train.Hotfixes.Select(hotfix => $"{hotfix.Release} {hotfix.Overtaken}")));

    public static async Task<bool> IsIntact(IEventStore store) => HashChain.Verify(Stream, await World.Records(store, Stream)).IsIntact;
}
