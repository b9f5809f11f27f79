using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>What rivals meet in: where it is kept, how it stands in the end, and what must never be.</summary>
internal abstract class Arena
{
    /// <summary>The streams that their desks write to.</summary>
    public abstract StreamId[] Streams(TenantId tenant);

    /// <summary>How everything stands, in words: the same after the same.</summary>
    public abstract Task<string> EndAsync(IEventStore store, TenantId tenant);

    /// <summary>What is there twice, or beyond what there is: judged from the records alone, at every instant; null when nothing is.</summary>
    public abstract Task<string?> WrongAsync(IEventStore store, TenantId tenant);

    /// <summary>The same, with whatever was tampered with.</summary>
    public async Task<string?> FaultAsync(IEventStore store, TenantId tenant)
    {
        foreach (var stream in Streams(tenant))
        {
            if (!HashChain.Verify(stream, await World.Records(store, stream).ConfigureAwait(false)).IsIntact)
            {
                return $"the chain of {stream} is broken";
            }
        }

        return await WrongAsync(store, tenant).ConfigureAwait(false);
    }
}
