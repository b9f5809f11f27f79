using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Two changes and the nights they are in: who is scheduled holds exactly that, confirmed, and nobody else holds anything; no place is given twice.</summary>
internal sealed class NightArena(World world) : Arena
{
    private static readonly ChangeId[] Changes = [World.One, World.Two];

    public override StreamId[] Streams(TenantId tenant) => [.. Changes.Select(World.StreamOf), World.Ledger(tenant)];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var (one, two) = (await world.Changes(store).FindAsync(World.One).ConfigureAwait(false), await world.Changes(store).FindAsync(World.Two).ConfigureAwait(false));
        var confirmed = (await World.LedgerIn(store, tenant).ConfigureAwait(false)).Bookings.Where(booking => booking.IsConfirmed).Select(booking => $"{booking.Holder} {booking.Slots}");
        return $"{one}\n{two}\n{string.Join(", ", confirmed.Order(StringComparer.Ordinal))}";
    }

    public override async Task<string?> WrongAsync(IEventStore store, TenantId tenant)
    {
        var ledger = await World.LedgerIn(store, tenant).ConfigureAwait(false);
        foreach (var id in Changes)
        {
            var due = (await world.Changes(store).FindAsync(id).ConfigureAwait(false))?.Slots ?? [];
            var held = ledger.Bookings.Where(booking => booking.Holder.Value == $"change {id}" && booking.IsConfirmed).SelectMany(booking => booking.Slots).ToValueList();
            if (!held.Equals(due))
            {
                return $"{id} is scheduled for {due} and holds {held}";
            }
        }

        return await World.MostHolders(store).ConfigureAwait(false) > 1 ? "a night is given twice" : null;
    }
}
