using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>One round of eight racers, each on a thread of its own and at a desk of its own, held against what they come to one after the other.</summary>
internal abstract class Race
{
    public const int Racers = 8;

    /// <summary>What they race for, in a word.</summary>
    public abstract string For { get; }

    protected abstract Arena Arena { get; }

    /// <summary>Makes a beginning, and says what each of the racers wants.</summary>
    protected abstract Task<Bid[]> BeginAsync(InMemoryEventStore store, TenantId tenant);

    /// <summary>What no order of the bids comes to; null when some order comes to all of it.</summary>
    protected abstract Task<string?> DifferenceAsync(Round round, Findings findings);

    public async Task RunAsync(Track track, TenantId tenant, Findings findings)
    {
        var prepared = new InMemoryEventStore();
        var bids = await BeginAsync(prepared, tenant).ConfigureAwait(false);
        var beginning = await Snapshot.Of(prepared, Arena.Streams(tenant)).ConfigureAwait(false);
        await beginning.Into(track.Lanes[0]).ConfigureAwait(false);
        using var together = new Barrier(bids.Length);
        var told = await Task.WhenAll(bids.Select((bid, at) => Task.Factory.StartNew(
            () => Run(bid, track.Lanes[at], tenant, together), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ConfigureAwait(false);

        findings.Check();
        findings.Count($"{For}, {track.Name}: rounds");
        foreach (var word in told)
        {
            findings.Count($"{For}: {word}");
        }

        var round = new Round(beginning, bids, told, track.Lanes[0], tenant);
        if (await FaultAsync(round, findings).ConfigureAwait(false) is { } fault)
        {
            findings.Differ($"{For}, {track.Name}: {fault}; {round}");
        }
    }

    // Whatever cannot even be read is a fault, too.
    private async Task<string?> FaultAsync(Round round, Findings findings)
    {
        try
        {
            return await Arena.FaultAsync(round.Store, round.Tenant).ConfigureAwait(false) ?? await DifferenceAsync(round, findings).ConfigureAwait(false);
        }
        catch (InvalidOperationException unreadable)
        {
            return unreadable.Message;
        }
    }

    private static string Run(Bid bid, IEventStore store, TenantId tenant, Barrier together)
    {
        together.SignalAndWait();
        try
        {
            return bid.DoAsync(store, tenant).GetAwaiter().GetResult();
        }
        catch (Exception thrown)
        {
            return $"thrown {thrown.GetType().Name}";
        }
    }
}
