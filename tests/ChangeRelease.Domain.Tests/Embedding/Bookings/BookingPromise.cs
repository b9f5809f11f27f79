using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>Rivals for the places of one ledger: every order of their port calls, and eight of them at once on threads of their own.</summary>
/// <param name="isLong">Whether three actors have four port calls each, too.</param>
internal sealed class BookingPromise(bool isLong) : IPromise
{
    private readonly Rivalry[] _rivalries = isLong ? [.. Rivalry.All, .. Rivalry.Long] : Rivalry.All;


    public string Claim => "No capacity is exceeded at any instant, and what concurrent commands on a ledger come to is what some order of them comes to, one after the other.";

    public int Wholes => _rivalries.Length;

    public void Walk(int part, Findings findings) => Explore(_rivalries[part], playsAll: part < Rivalry.All.Length, findings).GetAwaiter().GetResult();

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var round = 0; round < batch.Size; round++)
        {
            new BookingRace(dice).RunAsync(findings).GetAwaiter().GetResult();
        }
    }

    /// <summary>Every interleaving, or all but those that come to the same, ends as one of the orders does, and every order comes by.</summary>
    private static async Task Explore(Rivalry rivalry, bool playsAll, Findings findings)
    {
        var beginning = await Beginning(rivalry).ConfigureAwait(false);
        var orders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in Orders([.. rivalry.Deeds.Select(deeds => deeds.Length)]))
        {
            orders.Add(await InOrder(beginning, rivalry.Deeds, order).ConfigureAwait(false));
        }

        var (told, seen) = (new string[rivalry.Deeds.Length], new HashSet<string>(StringComparer.Ordinal));
        var actors = rivalry.Deeds.Select((deeds, at) => (Func<IEventStore, Task>)(async store => told[at] = await DoAll(deeds, store).ConfigureAwait(false))).ToArray();
        var plays = await Turnstile.Explore(beginning, actors, async store =>
        {
            var end = await EndOf(store, told).ConfigureAwait(false);
            seen.Add(end);
            findings.Check();
            if (!orders.Contains(end))
            {
                findings.Differ($"{rivalry.Name}: no order of them ends as\n{end}");
            }

            if (await Booth.Overfilled(store).ConfigureAwait(false) is { } where)
            {
                findings.Differ($"{rivalry.Name}: {where}");
            }
        }, playsAll).ConfigureAwait(false);
        findings.Count(FormattableString.Invariant($"interleavings of {rivalry.Deeds.Length}: {rivalry.Name}"), plays);
        if (!seen.SetEquals(orders))
        {
            findings.Differ(FormattableString.Invariant($"{rivalry.Name}: {seen.Count} ends were seen, and there are {orders.Count} orders that end differently"));
        }
    }

    private static async Task<Snapshot> Beginning(Rivalry rivalry)
    {
        var store = new InMemoryEventStore();
        foreach (var deed in rivalry.Before)
        {
            await new Booth { Now = deed.At }.Must(store, deed.Command, deed.Actor, deed.Id).ConfigureAwait(false);
        }

        return await Snapshot.Of(store, Booth.Stream).ConfigureAwait(false);
    }

    private static async Task<string> InOrder(Snapshot beginning, Rivalry.Deed[][] deeds, int[] order)
    {
        var (store, told) = (await beginning.Restored().ConfigureAwait(false), deeds.Select(_ => new List<string>()).ToArray());
        foreach (var actor in order)
        {
            told[actor].Add(await Do(deeds[actor][told[actor].Count], store).ConfigureAwait(false));
        }

        return await EndOf(store, [.. told.Select(own => string.Join(", ", own))]).ConfigureAwait(false);
    }

    private static async Task<string> DoAll(Rivalry.Deed[] deeds, IEventStore store)
    {
        var told = new List<string>();
        foreach (var deed in deeds)
        {
            told.Add(await Do(deed, store).ConfigureAwait(false));
        }

        return string.Join(", ", told);
    }

    private static async Task<string> Do(Rivalry.Deed deed, IEventStore store) =>
        Booth.Told(await new Booth { Now = deed.At }.Do(store, deed.Command, deed.Actor, deed.Id).ConfigureAwait(false));

    private static async Task<string> EndOf(IEventStore store, string[] told)
    {
        var ledger = await Booth.LedgerIn(store).ConfigureAwait(false);
        return FormattableString.Invariant($"{string.Join(" | ", told)}\n{ledger.Capacity}\n{Booth.Lines(ledger)}");
    }

    /// <summary>Every order of all deeds in which those of one actor keep theirs; by the actor whose turn it is.</summary>
    private static IEnumerable<int[]> Orders(int[] left) => Array.TrueForAll(left, many => many == 0)
        ? [[]]
        : Enumerable.Range(0, left.Length).Where(actor => left[actor] > 0)
            .SelectMany(actor => Orders([.. left.Select((many, at) => at == actor ? many - 1 : many)]).Select(rest => (int[])[actor, .. rest]));
}
