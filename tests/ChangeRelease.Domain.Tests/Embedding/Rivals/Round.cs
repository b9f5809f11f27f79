using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>What a round of racers came to.</summary>
/// <param name="Beginning">What had happened before.</param>
/// <param name="Bids">What each wanted.</param>
/// <param name="Told">What each was told.</param>
/// <param name="Store">Where it happened.</param>
/// <param name="Tenant">For whom.</param>
internal sealed record Round(Snapshot Beginning, Bid[] Bids, string[] Told, IEventStore Store, TenantId Tenant)
{
    /// <summary>Those that were told to have taken effect.</summary>
    public IEnumerable<Bid> Done => Bids.Where((_, at) => Told[at] == "done");

    public override string ToString() => string.Join("; ", Bids.Zip(Told).Select(pair => $"{pair.First}: {pair.Second}"));
}
