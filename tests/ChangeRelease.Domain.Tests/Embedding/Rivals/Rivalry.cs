using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>What two or three actors want at once, and how everything stood before.</summary>
/// <param name="Name">What they want, in words.</param>
/// <param name="Arena">Where they meet.</param>
/// <param name="Before">What had happened.</param>
/// <param name="Bids">What each of them does, one thing after the other.</param>
internal sealed record Rivalry(string Name, Arena Arena, Bid[] Before, params Bid[][] Bids)
{
    /// <summary>The same in smaller steps: where one is halfway between two streams, others may meet what it holds, or has not given back yet.</summary>
    public Bid[][] Steps { get; init; } = [];

    /// <summary>What had happened before that.</summary>
    public Snapshot Earlier { get; init; } = new([]);

    public async Task<Snapshot> BeginningAsync()
    {
        var store = await Earlier.Restored().ConfigureAwait(false);
        foreach (var bid in Before)
        {
            (await bid.DoAsync(store, World.Tenant).ConfigureAwait(false)).Should().Be("done", "{0} comes before {1}", bid, Name);
        }

        return await Snapshot.Of(store, Arena.Streams(World.Tenant)).ConfigureAwait(false);
    }

    /// <summary>How it ends when they go one after the other, in every order in which the bids of one actor keep theirs.</summary>
    public async Task<HashSet<string>> OrdersAsync(Snapshot beginning, Bid[][] bids)
    {
        var ends = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in Orders([.. bids.Select(own => own.Length)]))
        {
            var (store, told, done) = (await beginning.Restored().ConfigureAwait(false), bids.Select(_ => new List<string>()).ToArray(), new int[bids.Length]);
            foreach (var actor in order)
            {
                told[actor].Add(await bids[actor][done[actor]++].DoAsync(store, World.Tenant).ConfigureAwait(false));
            }

            ends.Add(await EndAsync(store, Words(told)).ConfigureAwait(false));
        }

        return ends;
    }

    /// <summary>What each was told, of one thing after the other.</summary>
    public static string[] Words(IEnumerable<List<string>> told) => [.. told.Select(own => string.Join(", ", own.Where(word => word.Length > 0)))];

    public async Task<string> EndAsync(IEventStore store, string[] told) =>
        $"{string.Join(" | ", told)}\n{await Arena.EndAsync(store, World.Tenant).ConfigureAwait(false)}";

    // By the actor whose turn it is.
    private static IEnumerable<int[]> Orders(int[] left) => Array.TrueForAll(left, many => many == 0)
        ? [[]]
        : Enumerable.Range(0, left.Length).Where(actor => left[actor] > 0)
            .SelectMany(actor => Orders([.. left.Select((many, at) => at == actor ? many - 1 : many)]).Select(rest => (int[])[actor, .. rest]));
}
