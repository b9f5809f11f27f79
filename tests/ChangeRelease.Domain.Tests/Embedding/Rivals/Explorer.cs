using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>Plays every interleaving of the port calls of rivals, or all but those that come to the same, and holds each against all orders of what they do.</summary>
internal static class Explorer
{
    /// <summary>Every interleaving ends as one of the orders does, or of their steps where a rivalry names them; every order comes by, and nothing is ever wrong.</summary>
    public static async Task WalkAsync(Rivalry rivalry, Findings findings)
    {
        var beginning = await rivalry.BeginningAsync().ConfigureAwait(false);
        var orders = await rivalry.OrdersAsync(beginning, rivalry.Bids).ConfigureAwait(false);
        var steps = await rivalry.OrdersAsync(beginning, rivalry.Steps).ConfigureAwait(false);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var plays = await PlayAsync(rivalry, beginning, playsAll: false, async (told, store) =>
        {
            var end = await rivalry.EndAsync(store, told).ConfigureAwait(false);
            seen.Add(end);
            findings.Check();
            if (!orders.Contains(end) && steps.Contains(end))
            {
                findings.Count($"of them as steps of theirs in order only: {rivalry.Name}");
            }
            else if (!orders.Contains(end))
            {
                findings.Differ($"{rivalry.Name}: no order of them ends as\n{end}");
            }

            if (await rivalry.Arena.FaultAsync(store, World.Tenant).ConfigureAwait(false) is { } fault)
            {
                findings.Differ($"{rivalry.Name}: {fault}");
            }
        }).ConfigureAwait(false);
        findings.Count(FormattableString.Invariant($"interleavings of {rivalry.Bids.Length}: {rivalry.Name}"), plays);
        if (orders.Except(seen).ToList() is { Count: > 0 } missed)
        {
            findings.Differ(FormattableString.Invariant($"{rivalry.Name}: of {orders.Count} ends of orders {missed.Count} never came by, such as\n{missed[0]}"));
        }
    }

    /// <summary>All ends that come by, and how many orders were played.</summary>
    public static async Task<(int Plays, IReadOnlySet<string> Ends)> EndsAsync(Rivalry rivalry, bool playsAll)
    {
        var ends = new HashSet<string>(StringComparer.Ordinal);
        var beginning = await rivalry.BeginningAsync().ConfigureAwait(false);
        return (await PlayAsync(rivalry, beginning, playsAll, async (told, store) => ends.Add(await rivalry.EndAsync(store, told).ConfigureAwait(false))).ConfigureAwait(false), ends);
    }

    /// <summary>Plays every interleaving, and looks at each by what everybody was told and what is in the store then.</summary>
    /// <returns>How many were played.</returns>
    public static async Task<int> PlayAsync(Rivalry rivalry, Func<string[], IEventStore, Task> check) =>
        await PlayAsync(rivalry, await rivalry.BeginningAsync().ConfigureAwait(false), playsAll: false, check).ConfigureAwait(false);

    private static Task<int> PlayAsync(Rivalry rivalry, Snapshot beginning, bool playsAll, Func<string[], IEventStore, Task> check)
    {
        var told = new List<string>[rivalry.Bids.Length];
        var actors = rivalry.Bids.Select((bids, at) => (Func<IEventStore, Task>)(store => DoAllAsync(bids, told[at] = [], store))).ToArray();
        return Turnstile.Explore(beginning, actors, store => check(Rivalry.Words(told), store), playsAll);
    }

    private static async Task DoAllAsync(Bid[] bids, List<string> told, IEventStore store)
    {
        foreach (var bid in bids)
        {
            told.Add(await bid.DoAsync(store, World.Tenant).ConfigureAwait(false));
        }
    }
}
