using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Keeps a tenant's ledger of emergencies in step with its changes: enter, start, take up (S-33, S-34).</summary>
internal sealed class EmergencyOffice(IEventStore store, TenantId tenant)
{
    private readonly Journal<ChangeRequest, ChangeEvent> _changes = new(store, Streams.Changes);
    private readonly Journal<EmergencyLedger, EmergencyLedgerEvent> _journal = new(store, Streams.Emergencies);
    private readonly StreamId _stream = Streams.EmergenciesOf(tenant);

    public ValueTask<Page<EmergencyLedger>> ReadAsync(CancellationToken cancellation) => _journal.ReadAsync(_stream, cancellation);

    /// <summary>Enters what is about to start, if the ledger is still as it was when that was decided; false when somebody else was faster.</summary>
    public async ValueTask<bool> EnterAsync(Page<EmergencyLedger> page, EmergencyEntry entry, Stamp stamp, CancellationToken cancellation)
    {
        var derived = OfficeStep.Derived(stamp, "enter", page, entry.Change);
        return await _journal.AppendAsync(_stream, page, derived, stamp.Command, [new EmergencyEntered(derived, entry)], cancellation).ConfigureAwait(false) is Appended;
    }

    /// <summary>The ledger in line with the history of a change, and of every other change that it is in doubt about.</summary>
    /// <param name="change">The change that is looked at.</param>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="writes">Whether what is brought in line is written; else it is only looked at (S-7).</param>
    /// <param name="cancellation">Ends the looking early.</param>
    public async ValueTask<Page<EmergencyLedger>> SettleAsync(ChangeRequest change, Stamp stamp, bool writes, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await ReadAsync(cancellation).ConfigureAwait(false);
            var derived = OfficeStep.Derived(stamp, "settle", page, change.Id);
            var settled = await SettledAsync(page, change, derived, cancellation).ConfigureAwait(false);
            if (settled.Count == 0)
            {
                return page;
            }

            if (!writes)
            {
                return page with { Subject = _journal.Fold(page.Subject, settled) };
            }

            await _journal.AppendAsync(_stream, page, derived, stamp.Command, settled, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<List<EmergencyLedgerEvent>> SettledAsync(Page<EmergencyLedger> page, ChangeRequest change, Stamp derived, CancellationToken cancellation)
    {
        var ledger = page.Subject ?? EmergencyLedger.Empty;
        var settled = ledger.Settle(derived, change).ToList();
        foreach (var other in ledger.Doubtful(change.Content.Services, derived.At).Where(other => other != change.Id))
        {
            if ((await _changes.ReadAsync(Streams.Of(tenant, other), cancellation).ConfigureAwait(false)).Subject is { } found)
            {
                settled.AddRange(ledger.Settle(derived, found));
            }
        }

        return settled;
    }
}
