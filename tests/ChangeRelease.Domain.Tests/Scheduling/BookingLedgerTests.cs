using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>The ledger against a naive one: a list of entries that are looked through afresh each time (S-51).</summary>
public sealed class BookingLedgerTests(ITestOutputHelper output)
{
    private const int Seed = 31_337;
    private const int Lives = 2_000;
    private const int Capacity = 2;

    private static readonly Instant Opening = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly Target Place = new(new ServiceId("payments"), new EnvironmentId("production"));
    private static readonly HolderId[] Holders = [new("a"), new("b"), new("c"), new("d")];

    [Fact]
    public void The_ledger_agrees_with_a_naive_one_and_its_capacity_is_never_exceeded()
    {
        var (held, confirmed, released, expired) = (0, 0, 0, 0);
        for (var life = 0; life < Lives; life++)
        {
            var (dice, now, ledger, naive) = (new Random(Seed + life), Opening, BookingLedger.Empty, new List<Entry>());
            var versions = Holders.ToDictionary(holder => holder, _ => 0L);
            for (var step = 0; step < 40; step++)
            {
                now += Duration.FromMinutes(dice.Next(3));
                var holder = Holders[dice.Next(Holders.Length)];
                var stamp = new Stamp(now, Actor.Human(new ActorId("ann")), new CommandId(FormattableString.Invariant($"c{step / 2}")));
                var slots = dice.Next(4) == 0 ? ValueList<Slot>.Empty : [Slot(dice.Next(3))];
                BookingEvent? happened;
                if (dice.Next(2) == 0 && slots.Count > 0 && Free(naive, holder, slots[0], now))
                {
                    var booking = new Booking(holder, stamp.Command, slots, [Place], versions[holder] + 1, now + Duration.FromMinutes(5));
                    happened = new BookingHeld(stamp, booking);
                    Hold(naive, booking, now);
                    held++;
                }
                else
                {
                    versions[holder] += dice.Next(2);
                    happened = ledger.Settle(stamp, holder, slots, versions[holder]);
                    var done = Settle(naive, holder, slots, versions[holder], now);
                    (happened?.GetType().Name ?? "nothing").Should().Be(done);
                    (confirmed, released) = (confirmed + (happened is BookingConfirmed ? 1 : 0), released + (happened is BookingReleased ? 1 : 0));
                }

                ledger = happened is null ? ledger : BookingLedger.Fold(ledger, happened);
                expired += naive.Count(entry => entry.Expires <= now);
                Same(ledger, naive, now);
            }
        }

        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {held} held, {confirmed} confirmed, {released} released, {expired} seen expired"));
        new[] { held, confirmed, released, expired }.Should().OnlyContain(times => times > 1_000);
    }

    [Fact]
    public void Events_of_a_ledger_read_back_as_they_were_written()
    {
        var stamp = new Stamp(Opening, Actor.Human(new ActorId("ann")), new CommandId("c"));
        BookingEvent[] events =
        [
            new BookingHeld(stamp, new Booking(Holders[0], stamp.Command, [Slot(0)], [Place], 7, Opening + Duration.FromMinutes(5))),
            new BookingConfirmed(stamp, Holders[0], stamp.Command, [Slot(0)]),
            new BookingReleased(stamp, Holders[0], 8),
        ];

        events.Should().AllSatisfy(happened => BookingJson.ReadEvent(BookingJson.Write(happened)).Should().Be(happened));
    }

    [Fact]
    public void Who_looked_before_another_went_on_neither_releases_nor_confirms_what_that_one_booked()
    {
        var stamp = new Stamp(Opening, Actor.Human(new ActorId("ann")), new CommandId("c"));
        var held = BookingLedger.Fold(null, new BookingHeld(stamp, new Booking(Holders[0], stamp.Command, [Slot(0)], [Place], 7, Opening + Duration.FromMinutes(5))));
        var confirmed = BookingLedger.Fold(held, held.Settle(stamp, Holders[0], [Slot(0)], 7)!);

        held.Settle(stamp, Holders[0], [], 6).Should().BeNull();
        held.Settle(stamp, Holders[0], [Slot(0)], 6).Should().BeNull();
        confirmed.Settle(stamp, Holders[0], [], 6).Should().BeNull();
        confirmed.Settle(stamp, Holders[0], [], 8).Should().Be(new BookingReleased(stamp, Holders[0], 8));
    }

    private static void Same(BookingLedger ledger, List<Entry> naive, Instant now)
    {
        foreach (var holder in Holders)
        {
            var seen = ledger.For(holder, now);
            seen.Others.Select(other => other.Slot).Should().BeEquivalentTo(naive.Where(entry => entry.Holder != holder && entry.IsLive(now)).Select(entry => entry.Slot));
            seen.Own.Should().BeEquivalentTo(naive.Where(entry => entry.Holder == holder && entry.Expires is null).Select(entry => entry.Slot));
        }

        naive.Where(entry => entry.IsLive(now)).GroupBy(entry => entry.Slot).Any(night => night.Select(entry => entry.Holder).Distinct().Count() > Capacity).Should().BeFalse();
    }

    private static bool Free(List<Entry> naive, HolderId holder, Slot slot, Instant now) =>
        naive.Where(entry => entry.Holder != holder && entry.IsLive(now) && entry.Slot == slot).Select(entry => entry.Holder).Distinct().Count() < Capacity;

    private static void Hold(List<Entry> naive, Booking booking, Instant now)
    {
        if (naive.Any(entry => entry.Is(booking) && entry.Expires is null))
        {
            return;
        }

        naive.RemoveAll(entry => entry.Is(booking) || !entry.IsLive(now));
        naive.Add(new Entry(booking.Holder, booking.Command, booking.Slots[0], booking.Version, booking.Expires));
    }

    private static string Settle(List<Entry> naive, HolderId holder, ValueList<Slot> slots, long version, Instant now)
    {
        var own = naive.Where(entry => entry.Holder == holder && entry.Version <= version && entry.IsLive(now)).ToList();
        var taken = own.Where(entry => slots.Contains(entry.Slot)).OrderByDescending(entry => entry.Version).FirstOrDefault();
        if (own.Count == 0 || (taken is { Expires: null } && own.TrueForAll(entry => entry == taken || entry.Version > taken.Version)))
        {
            return "nothing";
        }

        naive.RemoveAll(entry => entry.Holder == holder && entry.Version <= (taken?.Version ?? version));
        if (taken is null)
        {
            return nameof(BookingReleased);
        }

        naive.Add(taken with { Expires = null });
        return nameof(BookingConfirmed);
    }

    private static Slot Slot(int night) => new(Opening + Duration.FromDays(night + 1), Opening + Duration.FromDays(night + 1) + Duration.FromHours(2));

    private sealed record Entry(HolderId Holder, CommandId Command, Slot Slot, long Version, Instant? Expires)
    {
        public bool IsLive(Instant now) => Expires is null || now < Expires;

        public bool Is(Booking booking) => Holder == booking.Holder && Command == booking.Command && Slot == booking.Slots[0];
    }
}
