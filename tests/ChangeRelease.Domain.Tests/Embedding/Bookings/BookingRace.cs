using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using ChangeRelease.Domain.Tests.Promises;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>Eight racers on one ledger, held against a naive ledger afterwards.</summary>
internal sealed class BookingRace(Random dice) : Race
{
    private readonly NaiveLedger _naive = new();
    private readonly BookingDice _throws = new(dice);

    private int _begun;

    public override string For => "bookings";

    protected override Arena Arena { get; } = new BookingArena();

    // A few bookings, some of them confirmed, made one after the other.
    protected override async Task<Bid[]> BeginAsync(InMemoryEventStore store, TenantId tenant)
    {
        await DoAsync(store, tenant, new DeclareCapacity(dice.Next(1, 4)), BookingDice.Sue, "declare").ConfigureAwait(false);
        for (var number = dice.Next(7); number > 0; number--)
        {
            await DoAsync(store, tenant, _throws.Next([.. _naive.StandingAt(NaiveLedger.Opening)], 4), BookingDice.Ann, FormattableString.Invariant($"p{number}")).ConfigureAwait(false);
        }

        _begun = (await World.Records(store, Booth.StreamOf(tenant)).ConfigureAwait(false)).Count;
        return Bids();
    }

    private async Task DoAsync(InMemoryEventStore store, TenantId tenant, BookingCommand command, Actor actor, string id)
    {
        var told = await new BookingBid(command, actor, id).DoAsync(store, tenant).ConfigureAwait(false);
        told.Should().Be(_naive.Tell(command, new CommandId(id), actor, NaiveLedger.Opening, actor == BookingDice.Sue));
    }

    // Some send the same command, and some clocks are past the expiry of what was held.
    private BookingBid[] Bids()
    {
        var bids = new List<BookingBid>();
        for (var racer = 0; racer < Racers; racer++)
        {
            var bid = racer > 0 && dice.Next(6) == 0
                ? bids[dice.Next(bids.Count)]
                : new BookingBid(_throws.Next([.. _naive.StandingAt(NaiveLedger.Opening)], 4), _throws.Who(), FormattableString.Invariant($"r{racer}"));
            bids.Add(bid with { Minutes = dice.Next(3) == 0 ? dice.Next(4, 7) : 0 });
        }

        return [.. bids];
    }

    /// <summary>What took effect stands in the stream, in an order in which the naive ledger does the same; what did not is right at some place of that order.</summary>
    protected override async Task<string?> DifferenceAsync(Round round, Findings findings)
    {
        var (bids, told) = (round.Bids.Cast<BookingBid>().ToArray(), round.Told);
        var states = new List<(NaiveLedger Ledger, Instant At)> { (_naive.Copy(), NaiveLedger.Opening) };
        foreach (var batch in (await World.Records(round.Store, Booth.StreamOf(round.Tenant)).ConfigureAwait(false)).Skip(_begun).GroupBy(record => record.Command))
        {
            var bid = bids.First(bid => bid.Id == batch.Key.Value);
            var end = Tell(_naive, bid, batch.First().At);
            states.Add((_naive.Copy(), batch.First().At));
            if (end != "done" || bids.Zip(told).Count(pair => pair.First.Id == bid.Id && pair.Second == "done") != 1)
            {
                return $"{bid.Id} took effect, and one after the other it is: {end}";
            }
        }

        var wrong = bids.Zip(told).FirstOrDefault(pair => pair.Second != "done" && !states.Exists(state => Tell(state.Ledger.Copy(), pair.First, Instant.Max(state.At, pair.First.At)) == pair.Second));
        return wrong.First is not null ? $"{wrong.First.Id} was told {wrong.Second}, which holds at no place of the order"
            : states.Count - 1 != told.Count(end => end == "done") ? "not all that was told as done stands in the stream"
            : Booth.Lines(await Booth.LedgerIn(round.Store, round.Tenant).ConfigureAwait(false)) != Lines(states[^1].Ledger) ? "the ledger ends otherwise"
            : null;
    }

    private static string Tell(NaiveLedger ledger, BookingBid bid, Instant at) => ledger.Tell(bid.Command, new CommandId(bid.Id), bid.Actor, at, bid.Actor == BookingDice.Sue);

    private static string Lines(NaiveLedger ledger) =>
        string.Join('\n', ledger.StandingAt(Instant.MinValue).Select(entry => $"{entry.Holder} {entry.Name} {entry.Owner} {entry.Slots.ToValueList()} {entry.Expires}").Order(StringComparer.Ordinal));
}
