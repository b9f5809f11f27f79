using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>Looks for an order in which the bids of a round, one after the other in a new store, are told the same and come to the same.</summary>
/// <param name="round">The round.</param>
/// <param name="arena">Where they met.</param>
/// <param name="chains">The identities of what took effect as they follow each other in each stream: no order may turn them round.</param>
internal sealed class Replay(Round round, Arena arena, IReadOnlyList<string>[] chains)
{
    private const int MostOrders = 2_000;

    private string? _end;
    private int _orders;

    /// <summary>The racers whose answers hold at no place of the order that was found, each with what would have been answered there; null when there is no such order.</summary>
    public async Task<IReadOnlyDictionary<int, string[]>?> UnexplainedAsync()
    {
        if (chains.SelectMany(chain => chain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SequenceEqual(round.Done.Select(bid => bid.Id).Order(StringComparer.Ordinal)))
        {
            _end = await arena.EndAsync(round.Store, round.Tenant).ConfigureAwait(false);
            return await SearchAsync([], Enumerable.Range(0, round.Bids.Length).Where(at => round.Told[at] != "done").ToDictionary(at => at, _ => Array.Empty<string>())).ConfigureAwait(false);
        }

        return null;
    }

    // What took effect is tried in the order of the chains; only when that does not explain every answer, in others.
    private async Task<IReadOnlyDictionary<int, string[]>?> SearchAsync(Bid[] order, IReadOnlyDictionary<int, string[]> unexplained)
    {
        if (await StoreAfterAsync(order).ConfigureAwait(false) is not { } store)
        {
            return null;
        }

        var left = new Dictionary<int, string[]>();
        foreach (var (at, heard) in unexplained)
        {
            var answer = await round.Bids[at].AskAsync(store, round.Tenant).ConfigureAwait(false);
            if (answer != round.Told[at])
            {
                left.Add(at, [.. heard, answer]);
            }
        }

        if (order.Length == round.Done.Count())
        {
            _orders++;
            return await arena.EndAsync(store, round.Tenant).ConfigureAwait(false) == _end ? left : null;
        }

        IReadOnlyDictionary<int, string[]>? best = null;
        foreach (var next in round.Done.Except(order).Where(bid => IsNext(bid.Id, order)).OrderBy(bid => Place(bid.Id)))
        {
            var found = best?.Count == 0 || _orders >= MostOrders ? null : await SearchAsync([.. order, next], left).ConfigureAwait(false);
            best = found is not null && (best is null || found.Count < best.Count) ? found : best;
        }

        return best;
    }

    private async Task<IEventStore?> StoreAfterAsync(Bid[] order)
    {
        var store = await round.Beginning.Restored().ConfigureAwait(false);
        foreach (var bid in order)
        {
            if (await bid.DoAsync(store, round.Tenant).ConfigureAwait(false) != "done")
            {
                return null;
            }
        }

        return store;
    }

    private bool IsNext(string id, Bid[] order) => Array.TrueForAll(
        chains, chain => !chain.Contains(id) || chain.TakeWhile(before => before != id).All(before => Array.Exists(order, bid => bid.Id == before)));

    private int Place(string id) => chains.Select(chain => chain.ToList().IndexOf(id)).Where(place => place >= 0).Max();
}
