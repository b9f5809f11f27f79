using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a subject holds, or would hold after a command.</summary>
internal sealed record Claim(HolderId Holder, ValueList<Slot> Slots, ValueList<Target> Targets, long Version);

/// <summary>Keeps ledgers in step with their holders: hold, take up, confirm (S-51).</summary>
internal sealed class BookingOffice(IEventStore store, TenantId tenant, Duration holdStands)
{
    private readonly Journal<BookingLedger, BookingEvent> _journal = new(store, Streams.Bookings);

    public ValueTask<Page<BookingLedger>> ReadAsync(LedgerKey ledger, CancellationToken cancellation) =>
        _journal.ReadAsync(StreamOf(ledger), cancellation);

    /// <summary>Holds what a command asks for, if the ledger is still as it was read; false when somebody else was faster.</summary>
    public async ValueTask<bool> HoldAsync(LedgerKey ledger, Page<BookingLedger> page, Claim claim, Stamp stamp, CancellationToken cancellation)
    {
        var derived = OfficeStep.Derived(stamp, "hold", page, claim.Holder);
        var held = new BookingHeld(
            derived,
            new Booking(claim.Holder, stamp.Command, claim.Slots, claim.Targets, claim.Version, (derived.At + holdStands).ToMicroseconds()));

        // A twin of the command that was already applied may have held other slots: only what was appended just now counts.
        return await AppendAsync(ledger, page, held, stamp.Command, cancellation).ConfigureAwait(false) is Appended;
    }

    /// <summary>The ledger as <see cref="SettleAsync"/> would leave it; nothing is written (S-7).</summary>
    public async ValueTask<Page<BookingLedger>> PreviewAsync(LedgerKey ledger, Claim claim, Stamp stamp, CancellationToken cancellation)
    {
        var page = await ReadAsync(ledger, cancellation).ConfigureAwait(false);
        return Settled(page, claim, stamp) is { } settled ? page with { Subject = BookingLedger.Fold(page.Subject, settled) } : page;
    }

    /// <summary>Brings the ledger in line with what the holder has taken up; unfinished steps of a crash are finished here, too.</summary>
    public async ValueTask<Page<BookingLedger>> SettleAsync(LedgerKey ledger, Claim claim, Stamp stamp, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await ReadAsync(ledger, cancellation).ConfigureAwait(false);
            if (Settled(page, claim, stamp) is not { } settled)
            {
                return page;
            }

            await AppendAsync(ledger, page, settled, stamp.Command, cancellation).ConfigureAwait(false);
        }
    }

    private static BookingEvent? Settled(Page<BookingLedger> page, Claim claim, Stamp stamp) =>
        page.Subject?.Settle(OfficeStep.Derived(stamp, "settle", page, claim.Holder), claim.Holder, claim.Slots, claim.Version);

    private ValueTask<AppendResult> AppendAsync(
        LedgerKey ledger, Page<BookingLedger> page, BookingEvent happened, CommandId cause, CancellationToken cancellation) =>
        _journal.AppendAsync(StreamOf(ledger), page, happened.Stamp, cause, [happened], cancellation);

    private StreamId StreamOf(LedgerKey ledger) => Streams.Of(tenant, ledger);
}
