using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Trains;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Trains;

/// <summary>Who is ready at the cut-off, by what stands in the passengers' own streams (S-4, S-55).</summary>
public sealed class ReadinessTests
{
    private static readonly TrainPassenger Ghost = TrainPassenger.Of(new ChangeId("CHG-9"));

    [Fact]
    public async Task At_the_cut_off_the_ready_ride_and_the_others_wait_with_the_reason()
    {
        var platform = await Platform.Opened(Platform.One, Platform.Two, Platform.Release, Ghost);
        await Scheduled(platform, World.Night(1));
        await platform.World.Bring(platform.Store, World.Two);
        await platform.World.Bring(platform.Store, World.Train, World.Package);

        (await CloseAsync(platform)).Should().Equal("CHG-2: it is Authorizing, and not authorized", "CHG-9: there is no such change");

        (await platform.Train()).Manifest(Trip.First).Should().Equal(Platform.One, Platform.Release);
        (await platform.Train()).Manifest(Trip.Second).Should().Equal(Platform.Two, Ghost);
    }

    [Fact]
    public async Task A_release_rides_once_it_was_let_go()
    {
        var platform = await Platform.Opened(Platform.Release);
        await platform.World.Bring(platform.Store, World.One, World.Bob, World.Cid);
        await platform.World.Bring(platform.Store, World.Train, World.Package, isLetGo: false);

        (await CloseAsync(platform)).Should().Equal("REL-1: it is Authorizing, and was not let go");
    }

    [Fact]
    public async Task A_change_whose_model_wants_a_schedule_rides_once_it_has_one()
    {
        var platform = await Platform.Opened(Platform.One);
        await platform.World.Bring(platform.Store, World.One, World.Bob, World.Cid);

        (await CloseAsync(platform)).Should().Equal("CHG-1: it is Approved, and not scheduled");
    }

    [Fact]
    public async Task A_change_whose_slot_is_over_by_the_departure_does_not_ride()
    {
        var platform = await Platform.Opened(Platform.One);
        await Scheduled(platform, World.Night(0));

        (await CloseAsync(platform)).Should().Equal("CHG-1: its slot is over by the departure, at 2026-11-03T00:00:00Z");
    }

    [Fact]
    public async Task Whose_stream_cannot_be_read_keeps_boarding_open_until_a_conductor_takes_it_off()
    {
        var platform = await Platform.Opened(Platform.One, Platform.Two);
        await Scheduled(platform, World.Night(1));
        await platform.World.Bring(platform.Store, World.Two);
        var torn = new TornStore(platform.Store, World.StreamOf(World.Two));
        platform.World.Now = Platform.CutOff;

        var refused = await platform.Do(new CloseBoarding(Trip.First), World.Cid, store: torn);

        refused.Refusals.Select(refusal => refusal.ToString()).Should().Equal(
            "train.readiness.unknown: It is not known whether CHG-2 may ride. Try again when the changes and releases aboard can be looked up. Ask someone who is train-conductor to take off whoever cannot be looked up.");
        (await platform.World.Trains(torn).ReadinessAsync(Platform.Weekly, Trip.First)).Should().Equal(new PassengerReadiness(Platform.One, null));
        await platform.Must(new TakeOffLate(Platform.Two, "its history is broken"), World.Cid, store: torn);
        await platform.Must(new CloseBoarding(Trip.First), World.Cid, store: torn);
        (await platform.Train()).Manifest(Trip.First).Should().Equal(Platform.One);
    }

    [Fact]
    public async Task Before_the_cut_off_one_sees_who_will_be_late()
    {
        var platform = await Platform.Opened(Platform.One, Ghost);
        await Scheduled(platform, World.Night(1));

        (await platform.World.Trains(platform.Store).ReadinessAsync(Platform.Weekly, Trip.First)).Should().Equal(
            new PassengerReadiness(Platform.One, null), new PassengerReadiness(Ghost, "there is no such change"));
    }

    [Fact]
    public async Task A_change_is_ready_where_its_model_lets_it_start_and_nowhere_else()
    {
        var platform = new Platform();
        var change = await platform.World.Bring(platform.Store, World.One);
        var ready = new List<string>();
        foreach (var model in ChangeModelCatalog.BuiltIn.All)
        {
            foreach (var state in model.Lifecycle.Description.States)
            {
                var lacks = ChangeReadiness.Lacks(change with { Status = state, Model = model.Lifecycle.Reference }, model, Platform.CutOff);
                (lacks is null ? ready : []).Add($"{model} {state}");
                (lacks is not null && lacks.EndsWith(" already", StringComparison.Ordinal)).Should().Be(
                    new[] { Phase.Realization, Phase.Review, Phase.Ended }.Contains(state.Phase), "{0} {1}: {2}", model, state, lacks);
            }
        }

        ready.Should().BeEquivalentTo("normal Scheduled", "standard Scheduled", "pre-approved Scheduled", "emergency Approved", "emergency Scheduled");
        ChangeReadiness.Lacks(change with { Status = ChangeStates.Scheduled }, null, Platform.CutOff).Should().StartWith("its model ");
    }

    [Fact]
    public async Task A_release_is_ready_between_its_go_and_its_deployment_and_at_no_other_time()
    {
        var platform = new Platform();
        await platform.World.Bring(platform.Store, World.One, World.Bob, World.Cid);
        await platform.World.Bring(platform.Store, World.Train, World.Package);
        var release = (await platform.World.Releases(platform.Store).FindAsync(World.Train))!;

        ReleaseModels.Ordinary.Lifecycle.Description.States.Where(state => ReleaseReadiness.Lacks(release with { Status = state }, Platform.CutOff) is null)
            .Should().BeEquivalentTo([ReleaseStates.Approved, ReleaseStates.Scheduled]);
        ReleaseReadiness.Lacks(null, Platform.CutOff).Should().Be("there is no such release");
        ReleaseReadiness.Lacks(release with { Slots = [World.Night(0)] }, World.Night(0).End).Should().Be("its slot is over by the departure, at 2026-11-03T00:00:00Z");
        ReleaseReadiness.Lacks(release with { Slots = [World.Night(0)] }, World.Night(0).End - Duration.FromNanoseconds(1_000)).Should().BeNull();
    }

    private static async Task Scheduled(Platform platform, Domain.Calendars.Slot slot)
    {
        await platform.World.Bring(platform.Store, World.One, World.Bob, World.Cid);
        await platform.World.Schedule(platform.Store, World.One, slot);
    }

    private static async Task<IEnumerable<string>> CloseAsync(Platform platform)
    {
        platform.World.Now = Platform.CutOff;
        var events = await platform.Must(new CloseBoarding(Trip.First), World.Cid);
        return events.OfType<PassengerDeferred>().Select(it => $"{it.Passenger}: {it.Reason}");
    }

    /// <summary>A store that has lost the first record of one stream.</summary>
    private sealed class TornStore(IEventStore inner, StreamId torn) : IEventStore
    {
        public ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
            inner.AppendAsync(stream, expectedVersion, command, records, cancellation);

        public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) =>
            inner.ReadAsync(stream, stream == torn ? Math.Max(1, afterVersion) : afterVersion, cancellation);
    }
}
