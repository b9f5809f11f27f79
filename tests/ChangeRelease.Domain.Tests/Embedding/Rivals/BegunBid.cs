using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>The first steps of a bid that writes to several streams: it gets as far as so many writes, and is then on its way.</summary>
/// <param name="Whole">The bid.</param>
/// <param name="Writes">How many of its writes are done.</param>
/// <param name="Word">What it is told if that was what counts; empty when the rest of it will say.</param>
internal sealed record BegunBid(Bid Whole, int Writes, string Word) : Bid(Whole.Id)
{
    public override async Task<string> DoAsync(IEventStore store, TenantId tenant)
    {
        try
        {
            return await Whole.DoAsync(new Halting(store, Writes), tenant).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return Word;
        }
    }

    public override Task<string> AskAsync(IEventStore store, TenantId tenant) => Whole.AskAsync(store, tenant);
}
