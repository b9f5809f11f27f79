using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Promises;
using ChangeRelease.Domain.Tests.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>One round of eight racers on one ledger in memory, held against a naive ledger afterwards.</summary>
internal sealed class BookingRace(Random dice)
{
    private const int Racers = 8;

    private readonly InMemoryEventStore _store = new();
    private readonly NaiveLedger _naive = new();
    private readonly BookingDice _throws = new(dice);

    public async Task RunAsync(Findings findings)
    {
        await PrepareAsync().ConfigureAwait(false);
        var begun = (await World.Records(_store, Booth.Stream).ConfigureAwait(false)).Count;
        var deeds = Deeds();
        using var together = new Barrier(Racers);
        var told = await Task.WhenAll(deeds.Select(deed => Task.Factory.StartNew(() => Race(deed, together), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);

        findings.Check();
        foreach (var end in told)
        {
            findings.Count(end);
        }

        if (await DifferenceAsync(deeds, told, begun).ConfigureAwait(false) is { } difference)
        {
            findings.Differ($"{difference}; {string.Join("; ", deeds.Zip(told).Select(pair => $"{pair.First.Command} as {pair.First.Id} at {pair.First.At}: {pair.Second}"))}");
        }
    }

    private string Race(Rivalry.Deed deed, Barrier together)
    {
        var booth = new Booth { Now = deed.At };
        together.SignalAndWait();
        return Booth.Told(booth.Do(_store, deed.Command, deed.Actor, deed.Id).GetAwaiter().GetResult());
    }

    // A few bookings, some of them confirmed, made one after the other.
    private async Task PrepareAsync()
    {
        await DoAsync(new DeclareCapacity(dice.Next(1, 4)), BookingDice.Sue, "declare").ConfigureAwait(false);
        for (var number = dice.Next(7); number > 0; number--)
        {
            await DoAsync(_throws.Next([.. _naive.StandingAt(NaiveLedger.Opening)], 4), BookingDice.Ann, FormattableString.Invariant($"p{number}")).ConfigureAwait(false);
        }
    }

    private async Task DoAsync(BookingCommand command, Actor actor, string id)
    {
        var told = Booth.Told(await new Booth().Do(_store, command, actor, id).ConfigureAwait(false));
        told.Should().Be(_naive.Tell(command, new CommandId(id), actor, NaiveLedger.Opening, actor == BookingDice.Sue));
    }

    // Some send the same command, and some clocks are past the expiry of what was held.
    private Rivalry.Deed[] Deeds()
    {
        var deeds = new List<Rivalry.Deed>();
        for (var racer = 0; racer < Racers; racer++)
        {
            var deed = racer > 0 && dice.Next(6) == 0
                ? deeds[dice.Next(deeds.Count)]
                : new Rivalry.Deed(_throws.Next([.. _naive.StandingAt(NaiveLedger.Opening)], 4), _throws.Who(), FormattableString.Invariant($"r{racer}"));
            deeds.Add(deed with { Minutes = dice.Next(3) == 0 ? dice.Next(4, 7) : 0 });
        }

        return [.. deeds];
    }

    /// <summary>What took effect stands in the stream, in an order in which the naive ledger does the same; what did not is right at some place of that order.</summary>
    private async Task<string?> DifferenceAsync(Rivalry.Deed[] deeds, string[] told, int begun)
    {
        var states = new List<(NaiveLedger Ledger, Instant At)> { (_naive.Copy(), NaiveLedger.Opening) };
        foreach (var batch in (await World.Records(_store, Booth.Stream).ConfigureAwait(false)).Skip(begun).GroupBy(record => record.Command))
        {
            var deed = deeds.First(deed => deed.Id == batch.Key.Value);
            var end = Tell(_naive, deed, batch.First().At);
            states.Add((_naive.Copy(), batch.First().At));
            if (end != "done" || deeds.Zip(told).Count(pair => pair.First.Id == deed.Id && pair.Second == "done") != 1)
            {
                return $"{deed.Id} took effect, and one after the other it is: {end}";
            }
        }

        var wrong = deeds.Zip(told).FirstOrDefault(pair => pair.Second != "done" && !states.Exists(state => Tell(state.Ledger.Copy(), pair.First, Instant.Max(state.At, pair.First.At)) == pair.Second));
        return wrong.First is not null ? $"{wrong.First.Id} was told {wrong.Second}, which holds at no place of the order"
            : states.Count - 1 != told.Count(end => end == "done") ? "not all that was told as done stands in the stream"
            : Booth.Lines(await Booth.LedgerIn(_store).ConfigureAwait(false)) != Lines(states[^1].Ledger) ? "the ledger ends otherwise"
            : await Booth.Overfilled(_store).ConfigureAwait(false);
    }

    private static string Tell(NaiveLedger ledger, Rivalry.Deed deed, Instant at) => ledger.Tell(deed.Command, new CommandId(deed.Id), deed.Actor, at, deed.Actor == BookingDice.Sue);

    private static string Lines(NaiveLedger ledger) =>
        string.Join('\n', ledger.StandingAt(Instant.MinValue).Select(entry => $"{entry.Holder} {entry.Name} {entry.Owner} {entry.Slots.ToValueList()} {entry.Expires}").Order(StringComparer.Ordinal));
}
