using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>The desk for bookings: what it looks up, what it asks, and how it gets along with changes (S-7, S-51).</summary>
public sealed class BookingDeskTests
{
    private static readonly HolderId Patches = BookingDice.Holders[2];
    private static readonly HolderId North = BookingDice.Holders[0];
    private static readonly Target Payments = new(new ServiceId("payments"), new EnvironmentId("production"));
    private static readonly LedgerKey Nights = LedgerKey.Of(new CalendarId("nights"));

    private readonly InMemoryEventStore _store = new();
    private readonly Booth _booth = new();
    private readonly World _world = new();

    [Fact]
    public async Task Asking_says_what_doing_does_and_writes_nothing()
    {
        var (dice, done) = (new Random(7), 0);
        var throws = new BookingDice(dice);
        await _booth.Must(_store, new DeclareCapacity(2), BookingDice.Sue, "declare");
        for (var step = 0; step < 300; step++)
        {
            _booth.Now += Duration.FromMinutes(dice.Next(2));
            var ledger = await Booth.LedgerIn(_store);
            NaiveLedger.Entry[] standing = [.. ledger.Standing(_booth.Now).Select(booking => new NaiveLedger.Entry(booking.Holder, booking.Command, booking.Owner!, [.. booking.Slots], booking.Expires))];
            var (command, actor, id) = (throws.Next(standing, NaiveLedger.Hours - 4), throws.Who(), new CommandId(FormattableString.Invariant($"c{step}")));
            var before = await World.Records(_store, Booth.Stream);

            var asked = await _booth.Desk(_store).ExplainAsync(Booth.Ledger, command, actor, id);

            (await World.Records(_store, Booth.Stream)).Should().Equal(before);
            asked.Version.Should().Be(before.Count);
            asked.Subject.Should().Be(ledger);
            var outcome = await _booth.Desk(_store).HandleAsync(Booth.Ledger, command, actor, id);
            outcome.Decision.Should().Be(asked.Decision);
            outcome.Subject.Should().Be(await _booth.Desk(_store).FindAsync(Booth.Ledger));
            outcome.Version.Should().Be((await World.Records(_store, Booth.Stream)).Count);
            done += outcome.Events.Count;
        }

        done.Should().BeGreaterThan(60);
    }

    [Fact]
    public async Task Nothing_happened_yet_in_a_ledger_that_nobody_used()
    {
        (await _booth.Desk(_store).FindAsync(Booth.Ledger)).Should().BeNull();
        var refused = await _booth.Do(_store, Hold(Patches, 1, 2), BookingDice.Ann, "a");
        (refused.Subject, refused.Version).Should().Be((null, 0L));
        (await World.Records(_store, Booth.Stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_gives_up_waiting_has_written_nothing()
    {
        await _booth.Must(_store, new DeclareCapacity(2), BookingDice.Sue, "declare");
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await FluentActions.Awaiting(() => _booth.Desk(_store).HandleAsync(Booth.Ledger, Hold(Patches, 1, 2), BookingDice.Ann, new CommandId("a"), over.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => _booth.Desk(_store).ExplainAsync(Booth.Ledger, Hold(Patches, 1, 2), BookingDice.Ann, new CommandId("a"), over.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        (await World.Records(_store, Booth.Stream)).Should().ContainSingle();
    }

    [Fact]
    public async Task Who_is_always_slower_is_told_so_in_the_end()
    {
        await _booth.Must(_store, new DeclareCapacity(20), BookingDice.Sue, "declare");
        var crowded = new CrowdedStore(_store, number => _booth.Must(_store, Hold(North, 1, 2), BookingDice.Ann, FormattableString.Invariant($"n{number}")));

        var outcome = await _booth.Do(crowded, Hold(Patches, 5, 6), BookingDice.Bob, "slow");

        outcome.Refusals.Select(refusal => refusal.Code).Should().Equal("embedding.stream.contended");
        (await Booth.LedgerIn(_store)).Bookings.Should().HaveCount(10).And.OnlyContain(booking => booking.Holder == North);
    }

    [Fact]
    public async Task A_slow_clock_brings_nothing_back()
    {
        await _booth.Must(_store, new DeclareCapacity(1), BookingDice.Sue, "declare");
        await _booth.Must(_store, Hold(Patches, 1, 2), BookingDice.Ann, "hold");
        var fast = new Booth { Now = _booth.Now + NaiveLedger.HoldStands };
        await fast.Must(_store, Hold(North, 1, 2), BookingDice.Bob, "b");

        Booth.Told(await _booth.Do(_store, new ConfirmBooking(Patches, new CommandId("hold")), BookingDice.Ann, "c")).Should().Be("booking.request.not-standing");
        (await Booth.LedgerIn(_store)).LastAt.Should().Be(fast.Now);
    }

    [Fact]
    public async Task Tenants_and_ledgers_share_nothing()
    {
        await _booth.Must(_store, new DeclareCapacity(1), BookingDice.Sue, "declare");
        await _booth.Must(_store, Hold(Patches, 1, 2), BookingDice.Ann, "hold");

        var other = new BookingDesk(_store, new FactBook(), _booth, new DeskSettings(new TenantId("umbrella")));
        (await other.FindAsync(Booth.Ledger)).Should().BeNull();
        (await _booth.Desk(_store).FindAsync(LedgerKey.Of(new ServiceId("production")))).Should().BeNull();
        (await _booth.Desk(_store).FindAsync(LedgerKey.Of(new CalendarId("production")))).Should().BeNull();
        (await other.HandleAsync(Booth.Ledger, new DeclareCapacity(1), BookingDice.Sue, new CommandId("a"))).Refusals[0].Code.Should().Be("booking.directory.missing");
    }

    [Fact]
    public async Task The_history_of_a_ledger_is_read_and_verified_as_any_other()
    {
        await _booth.Must(_store, new DeclareCapacity(1), BookingDice.Sue, "declare");
        await _booth.Must(_store, Hold(Patches, 1, 2), BookingDice.Ann, "hold");

        var records = new List<EventRecord>();
        await foreach (var record in _booth.Desk(_store).HistoryAsync(Booth.Ledger))
        {
            records.Add(record);
        }

        records.Select(record => record.Type).Should().Equal("capacity-declared", "booking-held");
        HashChain.Verify(Booth.Stream, records).IsIntact.Should().BeTrue();
        BookingJson.ReadEvent(records[1].Payload.Span).Basis!.Facts.Should().Equal(new Fact("ledger", "environment production"));
    }

    [Fact]
    public async Task A_change_finds_the_place_taken_that_a_host_booked_in_its_calendar()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await Book(Patches, "hold");
        (await Schedule(World.One)).Should().Equal("change.slot.full");

        _world.Now += _world.HoldStands;
        (await Schedule(World.One)).Should().BeEmpty("nobody confirmed the booking");
        (await Book(North, "late")).Should().Equal("booking.slot.full");
    }

    [Fact]
    public async Task What_a_change_booked_is_not_touched_at_the_desk_for_bookings()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await _world.Schedule(_store, World.One, World.Night(0));
        var booking = (await World.LedgerIn(_store)).Bookings.Single();

        BookingCommand[] touching = [new ReleaseBooking(booking.Holder, booking.Command), new ReleaseHolder(booking.Holder), new MoveBooking(booking.Holder, booking.Command, [World.Night(1)])];
        foreach (var command in touching)
        {
            (await Codes(command, "touch")).Should().StartWith("booking.holder.kept-elsewhere");
        }

        (await World.LedgerIn(_store)).Bookings.Should().Equal(booking);
    }

    [Fact]
    public async Task A_holder_that_is_called_like_a_change_is_not_the_change()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        await Book(new HolderId("change CHG-1"), "schedule");
        (await Schedule(World.One)).Should().Equal("change.slot.full");
        await _world.Schedule(_store, World.One, World.Night(1), "other-night");
        await World.Must(_world.Changes(_store), World.One, "unschedule", new UnscheduleChange("not now"), World.Ann);

        (await World.LedgerIn(_store)).Bookings.Should().ContainSingle().Which.Owner.Should().Be(World.Otto.Id);
    }

    [Fact]
    public async Task A_sweep_notes_what_a_change_never_took_up_and_the_change_books_anew()
    {
        await _world.Bring(_store, World.One, World.Bob, World.Cid);
        var dying = _world.Changes(new FaultyStore(_store, 1, isAfter: false) { Kind = "change" });
        await FluentActions.Awaiting(() => dying.HandleAsync(World.One, new ScheduleChange(World.Night(0)), World.Otto, new CommandId("dies")).AsTask()).Should().ThrowAsync<IOException>();
        _world.Now += _world.HoldStands;

        (await Codes(new ExpireBookings(), "sweep")).Should().BeEmpty();
        (await World.Records(_store, World.Ledger(World.Tenant))).Select(record => record.Type).Should().Equal("booking-held", "booking-expired");
        (await Schedule(World.One)).Should().BeEmpty();
        (await World.LedgerIn(_store)).Bookings.Should().ContainSingle().Which.IsConfirmed.Should().BeTrue();
        (await World.AreIntact(_store)).Should().BeTrue();
    }

    private static HoldSlots Hold(HolderId holder, int from, int until) => new(holder, [NaiveLedger.Slot(from, until)], []);

    private Task<IEnumerable<string>> Book(HolderId holder, string id) => Codes(new HoldSlots(holder, [World.Night(0)], [Payments]), id);

    private async Task<IEnumerable<string>> Codes(BookingCommand command, string id) =>
        (await new BookingDesk(_store, _world.Book, _world, new DeskSettings(World.Tenant)).HandleAsync(Nights, command, World.Otto, new CommandId(id))).Refusals.Select(refusal => refusal.Code);

    private async Task<IEnumerable<string>> Schedule(ChangeId change) =>
        (await _world.Changes(_store).HandleAsync(change, new ScheduleChange(World.Night(0)), World.Otto, new CommandId($"schedule-{_world.Now}"))).Refusals.Select(refusal => refusal.Code);

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
