using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding.Bookings;

/// <summary>The ledger of one environment: at no instant more is held than there is room for (S-51).</summary>
internal sealed class BookingArena : Arena
{
    public override StreamId[] Streams(TenantId tenant) => [Booth.StreamOf(tenant)];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var ledger = await Booth.LedgerIn(store, tenant).ConfigureAwait(false);
        return FormattableString.Invariant($"{ledger.Capacity}\n{Booth.Lines(ledger)}");
    }

    public override Task<string?> WrongAsync(IEventStore store, TenantId tenant) => Booth.Overfilled(store, tenant);
}
