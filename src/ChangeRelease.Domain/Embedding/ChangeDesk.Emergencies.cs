using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <content>Emergencies: how often glass was broken, and what is owed (S-33, S-34).</content>
public sealed partial class ChangeDesk
{
    private readonly EmergencyOffice _emergencies;

    /// <summary>Finds the changes that owe their ratification or review, overdue or not: whom a sweep is for.</summary>
    /// <param name="cancellation">Ends the looking early.</param>
    /// <returns>The changes, in the order in which they started; one that paid only just now may be among them still.</returns>
    /// <exception cref="InvalidDataException">The ledger's stream is not a history that this version can read.</exception>
    public async ValueTask<ValueList<ChangeId>> DebtorsAsync(CancellationToken cancellation = default) =>
        (await _emergencies.ReadAsync(cancellation).ConfigureAwait(false)).Subject?.Debtors() ?? [];

    /// <summary>Escalates what is overdue, change by change: each is decided on its own, and one that is refused keeps no other back (S-33).</summary>
    /// <param name="ids">The changes; they are read as the answers are.</param>
    /// <param name="actor">Who sweeps; a service account may.</param>
    /// <param name="commandId">The sweep's identity: the same again is the same act on each change (S-5).</param>
    /// <param name="progress">Is told how many were decided on, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the sweep early; what was escalated by then stands.</param>
    /// <returns>For each change what became of it, in the order of <paramref name="ids"/>.</returns>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public IAsyncEnumerable<(ChangeId Id, Outcome<ChangeRequest, ChangeEvent> Outcome)> EscalateEachAsync(
        IEnumerable<ChangeId> ids, Actor actor, CommandId commandId, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        HandleEachAsync(ids, new EscalateDebt(), actor, commandId, progress, cancellation);

    private protected override async ValueTask<Page<EmergencyLedger>?> EmergenciesAsync(ChangeRequest? subject, Stamp stamp, bool isAct, CancellationToken cancellation) =>
        subject is not null && IsOfEmergency(subject) ? await _emergencies.SettleAsync(subject, stamp, isAct, cancellation).ConfigureAwait(false) : null;

    private ValueTask<bool> EnterAsync(Surroundings around, Outcome<ChangeRequest, ChangeEvent> outcome, CancellationToken cancellation) =>
        around.Emergencies is { } page && Begins(outcome.Events)
            ? _emergencies.EnterAsync(page, EmergencyEntry.Of(outcome.Subject!, around.Stamp.Command), around.Stamp, cancellation)
            : new(true);

    private async ValueTask SettleDebtAsync(ChangeRequest? before, Surroundings around, Outcome<ChangeRequest, ChangeEvent> outcome, CancellationToken cancellation)
    {
        var change = outcome.Subject!;
        if (around.Emergencies is { } page && (Begins(outcome.Events) || before?.Owed.Equals(change.Owed) == false || page.Subject?.IsPending(change.Id) == true))
        {
            await _emergencies.SettleAsync(change, around.Stamp, writes: true, cancellation).ConfigureAwait(false);
        }
    }

    private static bool Begins(ValueList<ChangeEvent> events) =>
        events.Any(happened => happened is GlassBroken or ChangeStarted { Debt: not null } or ChangeActedOn { Debt: not null });

    // What is no emergency neither waits for the ledger nor reads it.
    private bool IsOfEmergency(ChangeRequest change) =>
        change.Debt is not null || change.Content.Incident is not null || _models.Find(change.Model)?.OwesForStarting == true;

    private async ValueTask<EmergencyStanding?> EmergencyAsync(ChangeRequest? subject, ChangeContent content, Surroundings around, CancellationToken cancellation)
    {
        if (subject is null || around.Emergencies is not { } page || await Facts.EmergencyTermsAsync(content, cancellation).ConfigureAwait(false) is not { } terms)
        {
            return null;
        }

        var incident = content.Incident is { } id ? await Facts.IncidentAsync(id, cancellation).ConfigureAwait(false) : null;
        return (page.Subject ?? EmergencyLedger.Empty).StandingOf(subject.Id, content.Services, around.Stamp.At, terms, incident);
    }
}
