using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>The connection breaks, or the desk dies: nothing is counted twice, and what nobody confirms expires (S-5, S-51).</summary>
public sealed class BookingCrashTests(ITestOutputHelper output)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private static readonly HolderId Patches = BookingDice.Holders[2];
    private static readonly HolderId North = BookingDice.Holders[0];

    private static readonly (BookingCommand Command, Actor Actor)[] Steps =
    [
        (new DeclareCapacity(1), BookingDice.Sue),
        (Hold(Patches, 1, 2), BookingDice.Ann),
        (new ConfirmBooking(Patches, new CommandId("c1")), BookingDice.Ann),
        (Hold(North, 2, 3), BookingDice.Bob),
        (new MoveBooking(North, new CommandId("c3"), [NaiveLedger.Slot(3, 4)]), BookingDice.Bob),
        (new MoveBooking(Patches, new CommandId("c1"), [NaiveLedger.Slot(2, 3)]), BookingDice.Ann),
        (new ConfirmBooking(North, new CommandId("c3")), BookingDice.Bob),
        (new ReleaseBooking(Patches, new CommandId("c1")), BookingDice.Ann),
        (Hold(Patches, 2, 3), BookingDice.Ann),
        (Hold(Patches, 4, 5), BookingDice.Ann),
        (new ReleaseHolder(Patches), BookingDice.Ann),
        (Hold(Patches, 1, 2), BookingDice.Ann),
        (new DeclareCapacity(2), BookingDice.Sue),
    ];

    private readonly InMemoryEventStore _store = new();

    [Fact]
    public async Task A_ledger_survives_a_fault_at_every_call()
    {
        var untouched = new FaultyStore(new InMemoryEventStore(), breaksAt: 0, isAfter: false);
        (await Play(untouched)).Should().Be(0);
        var calls = untouched.Calls;
        var expected = Booth.Lines(await Booth.LedgerIn(untouched));

        for (var call = 1; call <= calls; call++)
        {
            foreach (var isAfter in (bool[])[false, true])
            {
                var store = new FaultyStore(new InMemoryEventStore(), call, isAfter);
                (await Play(store)).Should().Be(1, $"call {call} broke once");

                Booth.Lines(await Booth.LedgerIn(store)).Should().Be(expected, $"call {call} broke {(isAfter ? "after" : "before")} it was done");
                store.Appends.Should().Be(Steps.Length, "every command took effect once");
                (await Booth.Overfilled(store)).Should().BeNull();
                HashChain.Verify(Booth.Stream, await World.Records(store, Booth.Stream)).IsIntact.Should().BeTrue();
            }
        }

        calls.Should().Be(Steps.Length * 2);
        output.WriteLine(FormattableString.Invariant($"{calls} calls, each broken before and after"));
    }

    [Fact]
    public async Task Commands_that_are_delivered_again_and_again_take_effect_once()
    {
        var (booth, dice) = (new Booth(), new Random(6));
        for (var at = 0; at < Steps.Length; at++)
        {
            (await Take(booth, _store, at)).IsAccepted.Should().BeTrue();
            var before = await World.Records(_store, Booth.Stream);
            for (var times = 0; times < 4; times++)
            {
                booth.Now += Duration.FromSeconds(1);
                Booth.Told(await Take(booth, _store, dice.Next(at + 1))).Should().Be("nothing");
            }

            (await World.Records(_store, Booth.Stream)).Should().Equal(before);
        }
    }

    [Fact]
    public async Task A_hold_whose_answer_was_lost_and_that_nobody_confirms_expires()
    {
        var booth = new Booth();
        await booth.Must(_store, new DeclareCapacity(1), BookingDice.Sue, "declare");
        await Dies(booth, Hold(Patches, 1, 2), isAfter: true);

        Booth.Told(await booth.Do(_store, Hold(North, 1, 2), BookingDice.Bob, "b")).Should().Be("booking.ledger.full");
        booth.Now += NaiveLedger.HoldStands;
        Booth.Told(await booth.Do(_store, Hold(North, 1, 2), BookingDice.Bob, "b")).Should().Be("done");
        Booth.Told(await booth.Do(_store, Hold(Patches, 1, 2), BookingDice.Ann, "dies")).Should().Be("nothing", "it took effect, and it is over");
        Booth.Told(await booth.Do(_store, new ConfirmBooking(Patches, new CommandId("dies")), BookingDice.Ann, "c")).Should().Be("booking.request.not-standing");
    }

    [Fact]
    public async Task A_move_that_died_before_it_was_written_left_the_booking_where_it_was()
    {
        var booth = new Booth();
        await booth.Must(_store, new DeclareCapacity(1), BookingDice.Sue, "declare");
        await booth.Must(_store, Hold(Patches, 1, 2), BookingDice.Ann, "hold");
        await booth.Must(_store, new ConfirmBooking(Patches, new CommandId("hold")), BookingDice.Ann, "confirm");
        await Dies(booth, new MoveBooking(Patches, new CommandId("hold"), [NaiveLedger.Slot(2, 3)]), isAfter: false);

        (await Booth.LedgerIn(_store)).Bookings.Should().ContainSingle().Which.Should().Match<Booking>(booking => booking.IsConfirmed && booking.Slots.Single() == NaiveLedger.Slot(1, 2));
        Booth.Told(await booth.Do(_store, Hold(North, 2, 3), BookingDice.Bob, "b")).Should().Be("done");
    }

    [Fact]
    public async Task A_sweep_that_died_is_made_good_by_the_next_one()
    {
        var booth = new Booth();
        await booth.Must(_store, new DeclareCapacity(2), BookingDice.Sue, "declare");
        await booth.Must(_store, Hold(Patches, 1, 2), BookingDice.Ann, "one");
        await booth.Must(_store, Hold(North, 1, 2), BookingDice.Bob, "two");
        booth.Now += NaiveLedger.HoldStands;
        await Dies(booth, new ExpireBookings(), isAfter: true);
        (await Booth.LedgerIn(_store)).Bookings.Should().BeEmpty();

        Booth.Told(await booth.Do(_store, new ExpireBookings(), BookingDice.Ann, "dies")).Should().Be("nothing");
        Booth.Told(await booth.Do(_store, new ExpireBookings(), BookingDice.Ann, "again")).Should().Be("nothing");
        (await World.Records(_store, Booth.Stream)).Select(record => record.Type).Should().Equal("capacity-declared", "booking-held", "booking-held", "booking-expired", "booking-expired");
    }

    private static HoldSlots Hold(HolderId holder, int from, int until) => new(holder, [NaiveLedger.Slot(from, until)], []);

    /// <summary>Every step must be accepted, at the latest when it is sent again; says how many had to be.</summary>
    private static async Task<int> Play(FaultyStore store)
    {
        var (booth, broken) = (new Booth(), 0);
        for (var at = 0; at < Steps.Length; at++)
        {
            booth.Now += Minute;
            try
            {
                (await Take(booth, store, at)).Refusals.Should().BeEmpty();
            }
            catch (IOException)
            {
                broken++;
                (await Take(booth, store, at)).Refusals.Should().BeEmpty();
            }
        }

        return broken;
    }

    private static Task<Outcome<BookingLedger, BookingEvent>> Take(Booth booth, IEventStore store, int at) =>
        booth.Do(store, Steps[at].Command, Steps[at].Actor, FormattableString.Invariant($"c{at}"));

    private async Task Dies(Booth booth, BookingCommand command, bool isAfter)
    {
        var breaking = new FaultyStore(_store, 1, isAfter) { Kind = Booth.Stream.Kind };
        await FluentActions.Awaiting(() => booth.Do(breaking, command, BookingDice.Ann, "dies")).Should().ThrowAsync<IOException>();
    }
}
