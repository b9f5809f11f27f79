using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Trains;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Trains;

/// <summary>The desk for trains: what it keeps, what it asks, and what it lets nobody do twice (S-5, S-7, S-55).</summary>
public sealed class TrainDeskTests
{
    [Fact]
    public async Task Asking_says_what_doing_does_and_writes_nothing()
    {
        var (platform, dice, done) = (await Platform.Opened(), new Random(55), 0);
        for (var step = 0; step < 200; step++)
        {
            platform.World.Now += Duration.FromHours(dice.Next(8));
            var (command, actor, id) = (Next(dice), dice.Next(2) == 0 ? World.Cid : World.Ann, new CommandId(FormattableString.Invariant($"c{step}")));
            var before = await World.Records(platform.Store, Platform.Stream);

            var asked = await platform.World.Trains(platform.Store).ExplainAsync(Platform.Weekly, command, actor, id);

            (await World.Records(platform.Store, Platform.Stream)).Should().Equal(before);
            asked.Version.Should().Be(before.Count);
            asked.Subject.Should().Be(await platform.Train());
            var outcome = await platform.World.Trains(platform.Store).HandleAsync(Platform.Weekly, command, actor, id);
            outcome.Decision.Should().Be(asked.Decision);
            outcome.Subject.Should().Be(await platform.Train());
            outcome.Version.Should().Be((await World.Records(platform.Store, Platform.Stream)).Count);
            done += outcome.Events.Count;
        }

        done.Should().BeGreaterThan(40);
    }

    [Fact]
    public async Task A_command_sent_again_takes_effect_once_and_with_other_content_is_refused()
    {
        var platform = await Platform.Opened();
        await platform.Must(new BoardTrain(Platform.One, Trip.First), World.Ann, "board");

        Platform.Told(await platform.Do(new BoardTrain(Platform.One, Trip.First), World.Ann, "board")).Should().Be("nothing");
        Platform.Told(await platform.Do(new BoardTrain(Platform.Two, Trip.First), World.Ann, "board")).Should().Be("train.request.command-id-reused");
        (await World.Records(platform.Store, Platform.Stream)).Select(record => record.Type).Should().Equal("train-opened", "passenger-boarded");
    }

    [Fact]
    public async Task A_train_that_nobody_opened_does_not_exist()
    {
        var platform = new Platform();

        Platform.Told(await platform.Do(new BoardTrain(Platform.One, null), World.Ann)).Should().Be("train.request.not-opened");
        (await platform.World.Trains(platform.Store).FindAsync(Platform.Weekly)).Should().BeNull();
        (await platform.World.Trains(platform.Store).ReadinessAsync(Platform.Weekly, Trip.First)).Should().BeEmpty();
        (await World.Records(platform.Store, Platform.Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_that_opens_another_train_is_not_taken()
    {
        var platform = new Platform();
        var desk = platform.World.Trains(platform.Store);

        await FluentActions.Awaiting(() => desk.HandleAsync(new TrainId("other"), Platform.Opening, World.Cid, new CommandId("c")).AsTask()).Should().ThrowAsync<ArgumentException>();
        await FluentActions.Awaiting(() => desk.ExplainAsync(new TrainId("other"), Platform.Opening, World.Cid, new CommandId("c")).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Without_a_directory_nobody_is_a_conductor()
    {
        var platform = await Platform.Opened();
        var desk = new TrainDesk(platform.Store, platform.World.Book with { Directory = null }, platform.World, new DeskSettings(World.Tenant));

        var outcome = await desk.HandleAsync(Platform.Weekly, new CancelDeparture(Trip.First, "x"), World.Cid, new CommandId("cancel"));

        Platform.Told(outcome).Should().Be("train.directory.missing");
        (await desk.HandleAsync(Platform.Weekly, new BoardTrain(Platform.One, null), World.Ann, new CommandId("board"))).IsAccepted.Should().BeTrue("it takes no conductor");
    }

    [Fact]
    public async Task A_zone_that_the_host_does_not_know_is_refused()
    {
        var platform = new Platform();
        var desk = new TrainDesk(platform.Store, platform.World.Book, platform.World, new DeskSettings(World.Tenant) { Zones = new NowhereZones() });

        Platform.Told(await desk.HandleAsync(Platform.Weekly, Platform.Opening, World.Cid, new CommandId("open"))).Should().Be("train.zone.unknown");
    }

    [Fact]
    public async Task A_slow_clock_does_not_bring_a_cut_off_back()
    {
        var platform = await Platform.Opened(Platform.One);
        platform.World.Now = Platform.CutOff;
        await platform.Must(new CloseBoarding(Trip.First), World.Cid);
        platform.World.Now = Platform.CutOff - Duration.FromHours(1);

        Platform.Told(await platform.Do(new BoardTrain(Platform.Two, Trip.First), World.Ann)).Should().Be("train.boarding.over");
        (await platform.Train()).LastAt.Should().Be(Platform.CutOff);
        await platform.Must(new BoardTrain(Platform.Two, null), World.Ann);
        (await Platform.IsIntact(platform.Store)).Should().BeTrue();
    }

    [Fact]
    public async Task Tenants_share_no_train()
    {
        var platform = await Platform.Opened();
        var other = new TrainDesk(platform.Store, platform.World.Book, platform.World, new DeskSettings(new TenantId("umbrella")));

        (await other.FindAsync(Platform.Weekly)).Should().BeNull();
        (await other.HandleAsync(Platform.Weekly, Platform.Opening, World.Cid, new CommandId("open"))).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task The_history_of_a_train_is_read_and_verified_as_any_other()
    {
        var platform = await Platform.Opened(Platform.One);
        var records = new List<EventRecord>();
        await foreach (var record in platform.World.Trains(platform.Store).HistoryAsync(Platform.Weekly))
        {
            records.Add(record);
        }

        records.Select(record => record.Type).Should().Equal("train-opened", "passenger-boarded");
        HashChain.Verify(Platform.Stream, records).IsIntact.Should().BeTrue();
        TrainJson.ReadEvent(records[1].Payload.Span).Should().BeOfType<PassengerBoarded>();
    }

    [Fact]
    public async Task A_stream_that_is_no_history_of_a_train_is_invalid_data()
    {
        var platform = await Platform.Opened();
        var opened = (await World.Records(platform.Store, Platform.Stream))[0];
        var twice = EventRecord.Create(Platform.Stream, 2, new Stamp(opened.At, World.Cid, new CommandId("again")), null, opened.Type, opened.Payload.Span, opened.Hash);
        await platform.Store.AppendAsync(Platform.Stream, 1, new CommandId("again"), [twice], default);

        await FluentActions.Awaiting(() => platform.Do(new BoardTrain(Platform.One, null), World.Ann)).Should().ThrowAsync<InvalidDataException>();
        await FluentActions.Awaiting(() => platform.Train()).Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task Who_gives_up_waiting_has_written_nothing()
    {
        var platform = await Platform.Opened();
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await FluentActions.Awaiting(() => platform.World.Trains(platform.Store).HandleAsync(Platform.Weekly, new BoardTrain(Platform.One, null), World.Ann, new CommandId("c"), over.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        (await World.Records(platform.Store, Platform.Stream)).Should().ContainSingle();
    }

    private static TrainCommand Next(Random dice)
    {
        var passenger = TrainPassenger.Of(new ReleaseId(FormattableString.Invariant($"REL-{dice.Next(4)}")));
        var departure = Trip.First.PlusDays(7 * dice.Next(12));
        return dice.Next(7) switch
        {
            < 2 => new BoardTrain(passenger, null),
            2 => new LeaveTrain(passenger, "x"),
            3 => new DeferPassenger(passenger, "x"),
            4 => new CancelDeparture(departure, "x"),
            5 => new CloseBoarding(departure),
            _ => new NoteHotfix(new ReleaseId(FormattableString.Invariant($"HOT-{dice.Next(9)}")), "x"),
        };
    }

    private sealed class NowhereZones : IDateTimeZoneProvider
    {
        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => new([]);

        public string VersionId => "none";

        public DateTimeZone this[string id] => throw new NodaTime.TimeZones.DateTimeZoneNotFoundException(id);

        public DateTimeZone GetSystemDefault() => throw new NotSupportedException();

        public DateTimeZone? GetZoneOrNull(string id) => null;
    }
}
