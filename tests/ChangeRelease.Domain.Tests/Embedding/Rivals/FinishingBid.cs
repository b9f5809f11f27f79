using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>The last steps of a bid that was told already: the same command again, which finishes what is unfinished.</summary>
/// <param name="Whole">The bid.</param>
internal sealed record FinishingBid(Bid Whole) : Bid(Whole.Id)
{
    public override async Task<string> DoAsync(IEventStore store, TenantId tenant)
    {
        await Whole.DoAsync(store, tenant).ConfigureAwait(false);
        return string.Empty;
    }

    public override Task<string> AskAsync(IEventStore store, TenantId tenant) => Whole.AskAsync(store, tenant);
}
