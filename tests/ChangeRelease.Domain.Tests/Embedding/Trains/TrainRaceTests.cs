using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Trains;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Trains;

/// <summary>Several at one train at once, their port calls in every order there is and on threads of their own: the end is that of one after the other (S-55, S-71).</summary>
public sealed class TrainRaceTests(ITestOutputHelper output)
{
    private const int Rounds = 100;

    [Fact]
    public async Task Two_board_one_passenger_for_two_departures() => await Serial(
        await Platform.Opened(),
        new Deed(new BoardTrain(Platform.One, Trip.First), World.Ann, "a"),
        new Deed(new BoardTrain(Platform.One, Trip.Second), World.Bob, "b"));

    [Fact]
    public async Task One_leaves_while_another_puts_it_off() => await Serial(
        await Platform.Opened(Platform.One),
        new Deed(new LeaveTrain(Platform.One, "withdrawn"), World.Ann, "a"),
        new Deed(new DeferPassenger(Platform.One, "later"), World.Cid, "b"));

    [Fact]
    public async Task One_closes_boarding_while_another_takes_somebody_off()
    {
        var platform = await Platform.Opened(Platform.One, Platform.Two);
        platform.World.Now = Platform.CutOff;
        await Serial(platform, new Deed(new CloseBoarding(Trip.First), World.Cid, "a"), new Deed(new TakeOffLate(Platform.Two, "it broke"), World.Cid, "b"));
    }

    [Fact]
    public async Task One_closes_boarding_while_another_cancels_the_departure()
    {
        var platform = await Platform.Opened(Platform.One, Platform.Two);
        platform.World.Now = Platform.CutOff;
        await Serial(platform, new Deed(new CloseBoarding(Trip.First), World.Cid, "a"), new Deed(new CancelDeparture(Trip.First, "a strike"), World.Cid, "b"));
    }

    [Fact]
    public async Task It_departs_while_somebody_comes_late()
    {
        var platform = await Platform.Opened(Platform.One);
        platform.World.Now = Platform.CutOff;
        await platform.Must(new CloseBoarding(Trip.First), World.Cid);
        platform.World.Now = Instant.FromUtc(2026, 11, 3, 22, 0);
        await Serial(platform, new Deed(new DepartTrain(Trip.First), World.Cid, "a"), new Deed(new BoardLate(Platform.Two, Trip.First, "the regulator"), World.Cid, "b"));
    }

    [Fact]
    public async Task The_same_command_sent_twice_at_once_takes_effect_once()
    {
        var platform = await Platform.Opened(Platform.One, Platform.Two);
        platform.World.Now = Platform.CutOff;
        var twin = new Deed(new CloseBoarding(Trip.First), World.Cid, "twin");
        await Explore(platform, [twin, twin], async (told, store) =>
        {
            told.Should().BeEquivalentTo("done", "nothing");
            (await World.Records(store, Platform.Stream)).Count(record => record.Type == "boarding-closed").Should().Be(1);
        });
    }

    [Fact]
    public async Task A_passenger_whose_change_is_canceled_meanwhile_rides_or_waits_and_never_both()
    {
        var platform = await Platform.Opened(Platform.One);
        await platform.World.Bring(platform.Store, World.One, World.Bob, World.Cid);
        await platform.World.Schedule(platform.Store, World.One, World.Night(1));
        platform.World.Now = Platform.CutOff;
        var aboard = new HashSet<LocalDateTime>();
        Func<IEventStore, Task>[] actors =
        [
            async store => await platform.Do(new CloseBoarding(Trip.First), World.Cid, "close", store).ConfigureAwait(false),
            async store => await platform.World.Changes(store).HandleAsync(World.One, new CancelChange("no need"), World.Ann, new CommandId("cancel")).ConfigureAwait(false),
        ];

        var plays = await Turnstile.Explore(await Beginning(platform), actors, async store =>
        {
            var carrying = (await platform.Train(store)).Departures.Where(departure => departure.Find(Platform.One) is not null).ToList();
            aboard.Add(carrying.Should().ContainSingle().Which.Time.Nominal);
        });

        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        aboard.Should().BeEquivalentTo([Trip.First, Trip.Second]);
    }

    [Fact]
    public async Task Eight_at_once_bring_nobody_aboard_twice_and_lose_nobody()
    {
        var beginning = await Beginning(await Platform.Opened());
        for (var round = 0; round < Rounds; round++)
        {
            var (platform, store) = (new Platform(), await beginning.Restored());
            var passengers = Enumerable.Range(0, 4).Select(at => TrainPassenger.Of(new ChangeId(FormattableString.Invariant($"CHG-{at}")))).ToArray();

            var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(async () => Platform.Told(await platform.Do(
                new BoardTrain(passengers[at % 4], at < 4 ? Trip.First : Trip.Second), World.Ann, FormattableString.Invariant($"c{at}"), store)))));

            told.Count(one => one == "done").Should().Be(4);
            told.Where(one => one != "done").Should().AllBe("train.passenger.aboard-another");
            (await platform.Train(store)).Departures.SelectMany(departure => departure.Manifest).Select(booking => booking.Passenger).Should().BeEquivalentTo(passengers);
            (await Platform.IsIntact(store)).Should().BeTrue();
        }
    }

    [Fact]
    public async Task Who_is_always_slower_is_told_so_in_the_end()
    {
        var platform = await Platform.Opened();
        var crowd = new CrowdedStore(platform.Store, number => platform.Must(new NoteHotfix(new ReleaseId(FormattableString.Invariant($"HOT-{number}")), "x"), World.Bob));

        var outcome = await platform.Do(new BoardTrain(Platform.One, null), World.Ann, "slow", crowd);

        outcome.Refusals.Select(refusal => refusal.ToString()).Should().Equal(
            "embedding.stream.contended: Others changed weekly each time the command was decided. Send the command again.");
        (await platform.Train()).Hotfixes.Should().HaveCount(10);
    }

    /// <summary>Every interleaving ends as one of the two orders does, and both orders come by.</summary>
    private async Task Serial(Platform platform, Deed first, Deed second)
    {
        var beginning = await Beginning(platform);
        string[] orders = [await InOrder(platform, beginning, first, second, isReversed: false), await InOrder(platform, beginning, first, second, isReversed: true)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await Explore(platform, [first, second], async (told, store) =>
        {
            var end = await EndOf(platform, store, told);
            orders.Should().Contain(end);
            seen.Add(end);
        });

        seen.Should().HaveCount(orders.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task Explore(Platform platform, Deed[] deeds, Func<string[], IEventStore, Task> check)
    {
        var told = new string[deeds.Length];
        var actors = deeds.Select((deed, at) => (Func<IEventStore, Task>)(async store => told[at] = await Do(platform, deed, store).ConfigureAwait(false))).ToArray();
        var plays = await Turnstile.Explore(await Beginning(platform), actors, async store =>
        {
            await check(told, store);
            (await Platform.IsIntact(store)).Should().BeTrue();
        });

        output.WriteLine(FormattableString.Invariant($"{plays} interleavings"));
        plays.Should().BeGreaterThan(1);
    }

    private static async Task<string> InOrder(Platform platform, Snapshot beginning, Deed first, Deed second, bool isReversed)
    {
        var store = await beginning.Restored();
        var two = isReversed ? await Do(platform, second, store) : string.Empty;
        var one = await Do(platform, first, store);
        return await EndOf(platform, store, [one, isReversed ? two : await Do(platform, second, store)]);
    }

    private static async Task<string> Do(Platform platform, Deed deed, IEventStore store) =>
        Platform.Told(await platform.Do(deed.Command, deed.Actor, deed.CommandId, store).ConfigureAwait(false));

    private static async Task<string> EndOf(Platform platform, IEventStore store, string[] told) => $"{string.Join(" | ", told)}\n{Platform.Lines(await platform.Train(store))}";

    private static Task<Snapshot> Beginning(Platform platform) => Snapshot.Of(platform.Store, Platform.Stream, World.StreamOf(World.One));

    private sealed record Deed(TrainCommand Command, Actor Actor, string CommandId);

    /// <summary>A store in which, before each append, somebody else does something first.</summary>
    private sealed class CrowdedStore(IEventStore inner, Func<int, Task> first) : IEventStore
    {
        private int _appends;

        public async ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
        {
            await first(_appends++);
            return await inner.AppendAsync(stream, expectedVersion, command, records, cancellation);
        }

        public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
    }
}
