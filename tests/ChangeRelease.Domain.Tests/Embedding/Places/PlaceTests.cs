using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using Needs = ChangeRelease.Domain.Releases.Needs;

namespace ChangeRelease.Domain.Tests.Embedding.Places;

/// <summary>Releases whose model asks for places book the environments that they go to, and give them back (S-51).</summary>
public sealed class PlaceTests
{
    private static readonly Duration Length = Duration.FromMinutes(70);

    private readonly Yard _yard = new();

    [Fact]
    public async Task A_deployment_before_production_holds_its_environment_until_it_is_reported()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        var package = await _yard.Built(Yard.One, World.One);
        await _yard.Built(Yard.Two, World.Two);
        var slot = new Slot(_yard.World.Now, _yard.World.Now + Length);

        await _yard.Must(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto);

        (await _yard.Held(Yard.Test)).Should().Equal($"release REL-1 [{slot}]");
        _yard.World.Now += Duration.FromMinutes(10);
        (await _yard.Told(Yard.Two, new PromoteRelease(Yard.Test, package), World.Otto)).Should().Equal(
            "release.place.taken: Others hold every place in test. Wait until 2026-11-02T10:10:00Z.");
        await _yard.Must(Yard.One, new FinishDeployment(Yard.Test, DeploymentOutcome.Failed, "out of memory"), World.Otto);
        (await _yard.Held(Yard.Test)).Should().BeEmpty();
        (await _yard.Must(Yard.Two, new PromoteRelease(Yard.Test, package), World.Otto)).Deployments[0].Slot.Should().Be(new Slot(_yard.World.Now, _yard.World.Now + Length));
    }

    [Fact]
    public async Task What_is_taken_is_free_at_the_instant_that_the_refusal_names_and_not_before()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        var package = await _yard.Built(Yard.One, World.One);
        var now = _yard.World.Now;
        await _yard.Book(Yard.Test, new HoldSlots(new HolderId("drill"), [new Slot(now + Duration.FromMinutes(5), now + Duration.FromMinutes(20)), new Slot(now + Duration.FromMinutes(60), now + Duration.FromMinutes(90))], []), Yard.Sue, "drill");
        await _yard.Book(Yard.Test, new ConfirmBooking(new HolderId("drill"), new CommandId("drill")), Yard.Sue);

        var earliest = (await _yard.Do(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto)).Refusals.Should().ContainSingle().Which.Earliest!.Value;

        earliest.Should().Be(now + Duration.FromMinutes(90), "the gap between the two is too short");
        _yard.World.Now = earliest - Duration.FromNanoseconds(1_000);
        (await _yard.Do(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto)).IsAccepted.Should().BeFalse();
        _yard.World.Now = earliest;
        await _yard.Must(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto);
    }

    [Fact]
    public async Task A_schedule_holds_every_environment_that_the_release_goes_to()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await _yard.LetGo(Yard.One, World.One);
        await _yard.LetGo(Yard.Two, World.Two);
        await _yard.Must(Yard.One, new ScheduleRelease(World.Night(1)), World.Otto);

        (await _yard.Held(Yard.East)).Should().Equal($"release REL-1 [{World.Night(1)}]");
        (await _yard.Held(Yard.West)).Should().Equal($"release REL-1 [{World.Night(1)}]");
        (await _yard.Told(Yard.Two, new ScheduleRelease(World.Night(1, 90)), World.Otto)).Should().Equal(
            "release.place.taken: Others hold every place in east. Take slots in which east has a place left.",
            "release.place.taken: Others hold every place in west. Take slots in which west has a place left.");
        await _yard.Must(Yard.Two, new ScheduleRelease(World.Night(1, 120)), World.Otto);
        await _yard.Must(Yard.One, new UnscheduleRelease("not now"), World.Otto);
        (await _yard.Held(Yard.East)).Should().Equal($"release REL-2 [{World.Night(1, 120)}]");
        await _yard.Must(Yard.Two, new RescheduleRelease(World.Night(1)), World.Otto);
        (await _yard.Held(Yard.West)).Should().Equal($"release REL-2 [{World.Night(1)}]");
    }

    [Fact]
    public async Task Each_environment_is_free_again_when_its_stages_have_ended()
    {
        await Deploying();
        await Stage("east", ends: true);

        (await _yard.Held(Yard.East)).Should().BeEmpty();
        (await _yard.Held(Yard.West)).Should().HaveCount(1);
        await Stage("west", ends: true);
        await _yard.Must(Yard.One, new FinishRollout(), World.Otto);
        (await _yard.Held(Yard.West)).Should().BeEmpty();
    }

    [Fact]
    public async Task Rolled_back_it_holds_nothing_any_more()
    {
        await Deploying();
        await Stage("east", ends: false);
        await _yard.Must(Yard.One, new RollBackRelease("errors rise"), World.Otto);
        (await _yard.Held(Yard.East)).Should().HaveCount(1, "it is still there");
        await _yard.Must(Yard.One, new FinishRollBack(), World.Otto);

        (await _yard.Held(Yard.East)).Should().BeEmpty();
        (await _yard.Held(Yard.West)).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_its_place_a_release_starts_nowhere_and_rescheduling_wins_it_back()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await _yard.LetGo(Yard.One, World.One);
        var dying = new FaultyStore(_yard.Store, 1, isAfter: true) { Kind = "release" };
        await FluentActions.Awaiting(() => _yard.Do(Yard.One, new ScheduleRelease(World.Night(0)), World.Otto, dying)).Should().ThrowAsync<IOException>();
        _yard.World.Now = World.Night(0).Start + Duration.FromMinutes(1);

        (await _yard.Told(Yard.One, new DeployRelease(), World.Otto)).Where(told => told.StartsWith("release.place", StringComparison.Ordinal)).Should().Equal(
            "release.place.not-booked: The release holds no place in east at 2026-11-02T22:01:00Z. Reschedule: the booking was never confirmed, is gone, or is for another time.",
            "release.place.not-booked: The release holds no place in west at 2026-11-02T22:01:00Z. Reschedule: the booking was never confirmed, is gone, or is for another time.");
        _yard.World.Now = World.Night(0).Start;
        await _yard.Must(Yard.One, new RescheduleRelease(World.Night(0)), World.Otto);
        (await _yard.Held(Yard.East)).Should().Equal($"release REL-1 [{World.Night(0)}]");
    }

    [Fact]
    public async Task A_booking_that_was_taken_up_but_not_confirmed_is_confirmed_by_the_next_touch()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await _yard.LetGo(Yard.One, World.One);
        var dying = new FaultyStore(_yard.Store, 1, isAfter: true) { Kind = "release" };
        await FluentActions.Awaiting(() => _yard.Do(Yard.One, new ScheduleRelease(World.Night(0)), World.Otto, dying)).Should().ThrowAsync<IOException>();
        (await _yard.Held(Yard.East)).Should().Equal($"release REL-1 [{World.Night(0)}] unless it expires");

        var asked = await _yard.Releases().ExplainAsync(Yard.One, new AnnotateRelease("still there"), World.Otto, new CommandId("ask"));
        (await _yard.Held(Yard.East)).Should().Equal([$"release REL-1 [{World.Night(0)}] unless it expires"], "asking writes nothing");
        asked.IsAccepted.Should().BeTrue();
        await _yard.Must(Yard.One, new AnnotateRelease("still there"), World.Otto);

        (await _yard.Held(Yard.East)).Should().Equal($"release REL-1 [{World.Night(0)}]");
        (await _yard.Held(Yard.West)).Should().Equal($"release REL-1 [{World.Night(0)}]");
    }

    [Fact]
    public async Task A_place_that_was_given_up_but_not_released_is_released_by_the_next_touch()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        var package = await _yard.Built(Yard.One, World.One);
        await _yard.Must(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto);
        var dying = new FaultyStore(_yard.Store, 1, isAfter: true) { Kind = "release" };
        await FluentActions.Awaiting(() => _yard.Do(Yard.One, new FinishDeployment(Yard.Test, DeploymentOutcome.Succeeded, "run"), World.Otto, dying)).Should().ThrowAsync<IOException>();
        (await _yard.Held(Yard.Test)).Should().HaveCount(1);

        await _yard.Must(Yard.One, new AnnotateRelease("still there"), World.Otto);

        (await _yard.Held(Yard.Test)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_release_that_is_recalled_to_go_elsewhere_gives_its_places_back_even_after_a_crash()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await _yard.LetGo(Yard.One, World.One);
        await _yard.Must(Yard.One, new ScheduleRelease(World.Night(1)), World.Otto);
        var elsewhere = Yard.Content(World.One) with { Environments = [Yard.West], Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new("west", Yard.West, Share.All)]) };
        var dying = new FaultyStore(_yard.Store, 1, isAfter: true) { Kind = "release" };
        await FluentActions.Awaiting(() => _yard.Do(Yard.One, new RecallRelease(elsewhere, "west only"), World.Otto, dying)).Should().ThrowAsync<IOException>();

        await _yard.Must(Yard.One, new AnnotateRelease("still there"), World.Otto);

        (await _yard.Held(Yard.East)).Should().BeEmpty();
        (await _yard.Held(Yard.West)).Should().BeEmpty();
    }

    [Fact]
    public async Task Where_nobody_declared_a_capacity_nothing_is_held_and_nothing_starts()
    {
        var package = await _yard.Built(Yard.One, World.One);

        (await _yard.Told(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto)).First().Should().Be(
            "release.place.unknown: It is not known how many may be in test at once. Declare the capacity of test in its ledger.");
        (await World.Records(_yard.Store, Yard.LedgerOf(Yard.Test))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_model_that_asks_for_no_places_never_looks_at_an_environments_ledger()
    {
        var yard = new Yard { Model = ReleaseModels.Ordinary };
        var package = await yard.Built(Yard.One, World.One);
        var watched = new WatchedStore(yard.Store);

        var release = await yard.Must(Yard.One, new PromoteRelease(Yard.Test, package), World.Otto, watched);

        watched.Kinds.Should().NotContain("environment-bookings").And.Contain("bookings");
        release.Deployments[0].Slot.Should().BeNull();
    }

    [Fact]
    public async Task A_model_that_forgets_to_ask_for_a_free_place_gets_none_and_is_stopped_at_its_start()
    {
        var yard = new Yard { Model = ReleaseModels.Ordinary.Derive("hasty", 1, release => release.Require(ReleaseTriggers.StartDeployment, Needs.PlacesBooked)) };
        await yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await yard.LetGo(Yard.One, World.One);
        await yard.LetGo(Yard.Two, World.Two);
        await yard.Must(Yard.One, new ScheduleRelease(World.Night(0)), World.Otto);
        await yard.Must(Yard.Two, new ScheduleRelease(World.Night(0)), World.Otto);

        (await yard.Held(Yard.East)).Should().Equal($"release REL-1 [{World.Night(0)}]");
        (await Yard.MostAtOnce(Yard.East, yard.Store)).Should().Be(1);
        await yard.Aboard(World.Two, Yard.Two);
        yard.World.Now = World.Night(0).Start + Duration.FromMinutes(1);
        (await yard.Told(Yard.Two, new DeployRelease(), World.Otto)).Should().HaveCount(2).And.OnlyContain(told => told.StartsWith("release.place.not-booked: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slot_that_lapses_gives_the_places_back()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await _yard.LetGo(Yard.One, World.One);
        await _yard.Must(Yard.One, new ScheduleRelease(World.Night(0)), World.Otto);
        _yard.World.Now = World.Night(0).End;

        await _yard.Must(Yard.One, new LapseReleaseSlot(), World.Otto);

        (await _yard.Held(Yard.East)).Should().BeEmpty();
    }

    private async Task Deploying()
    {
        await _yard.Declare(1, Yard.Test, Yard.East, Yard.West);
        await _yard.LetGo(Yard.One, World.One);
        await _yard.Must(Yard.One, new ScheduleRelease(World.Night(0)), World.Otto);
        await _yard.Aboard(World.One, Yard.One);
        _yard.World.Now = World.Night(0).Start + Duration.FromMinutes(1);
        await _yard.Must(Yard.One, new DeployRelease(), World.Otto);
        await _yard.Begun(World.One);
    }

    private async Task Stage(string stage, bool ends)
    {
        await _yard.Must(Yard.One, new StartStage(stage, World.Built.Digest), World.Otto);
        if (ends)
        {
            await _yard.Must(Yard.One, new FinishStage(stage), World.Otto);
        }
    }

    /// <summary>Knows the kinds of streams that were looked at.</summary>
    private sealed class WatchedStore(IEventStore inner) : IEventStore
    {
        public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

        public ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
        {
            Kinds.Add(stream.Kind);
            return inner.AppendAsync(stream, expectedVersion, command, records, cancellation);
        }

        public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation)
        {
            Kinds.Add(stream.Kind);
            return inner.ReadAsync(stream, afterVersion, cancellation);
        }
    }
}
