using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>Falls back all changes under the template, one after the other, and tells which of them did: who was gone by then is not told of.</summary>
internal sealed record SweepBid(string Id) : Bid(Id)
{
    public override async Task<string> DoAsync(IEventStore store, TenantId tenant)
    {
        var fellBack = new List<ChangeId>();
        await foreach (var (change, outcome) in new Firm { Of = tenant }.Changes(store).SweepTemplateAsync(Firm.Restart, "it lapsed", Firm.Otto, new CommandId(Id)).ConfigureAwait(false))
        {
            fellBack.AddRange(outcome.Events.Count > 0 ? [change] : []);
        }

        return $"done {string.Join(' ', fellBack)}";
    }

    public override Task<string> AskAsync(IEventStore store, TenantId tenant) => throw new NotSupportedException("A sweep is never refused.");
}
