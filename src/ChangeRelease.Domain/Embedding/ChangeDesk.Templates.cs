using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <content>Templates: the uses that changes take of them, and the sweep when one lapses (S-30, S-31).</content>
public sealed partial class ChangeDesk
{
    private readonly TemplateOffice _templates;

    /// <summary>Falls back every change in flight whose template no longer authorizes it (S-31); those that it still authorizes, or that are being made, are left as they are.</summary>
    /// <param name="template">The template whose uses are gone through.</param>
    /// <param name="reason">Why it is done; not blank.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="commandId">The command's identity, the same for every change: each has a history of its own.</param>
    /// <param name="progress">Is told how many were gone through, after each; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the sweep early; what fell back by then stays so.</param>
    /// <returns>For each change with a use of the template, in the order in which they were taken, what became of it.</returns>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public async IAsyncEnumerable<(ChangeId Id, Outcome<ChangeRequest, ChangeEvent> Outcome)> SweepTemplateAsync(
        TemplateId template, string reason, Actor actor, CommandId commandId, IProgress<long>? progress = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        var page = await _templates.ReadAsync(template, cancellation).ConfigureAwait(false);
        var changes = (page.Subject?.Uses ?? []).Select(use => use.Change).Distinct();
        await foreach (var swept in HandleEachAsync(changes, new FallBackToNormal(reason), actor, commandId, progress, cancellation).ConfigureAwait(false))
        {
            yield return swept;
        }
    }

    private protected override async ValueTask<Surroundings> LookFurtherAsync(
        ChangeId id, ChangeRequest? subject, ChangeCommand? command, Surroundings around, bool isAct, CancellationToken cancellation)
    {
        var named = ContentAfter(subject, command is null ? null : ChangeForms.Plain(command), around.Stamp).Template;
        Page<ChangeTemplate>? page = null;
        foreach (var template in ((TemplateId?[])[subject?.UsedTemplate, named]).OfType<TemplateId>().Distinct())
        {
            var claim = UseClaim.Of(id, subject, template);
            page = isAct
                ? await _templates.SettleAsync(template, claim, around.Stamp, cancellation).ConfigureAwait(false)
                : await _templates.PreviewAsync(template, claim, around.Stamp, cancellation).ConfigureAwait(false);
        }

        return around with { Template = named is null ? null : page };
    }

    // A use is taken by the very event that hands the change in.
    private ValueTask<bool> HoldUseAsync(Surroundings around, Outcome<ChangeRequest, ChangeEvent> outcome, CancellationToken cancellation) =>
        outcome.Subject is { Pin: { } pin } change && around.Template is { Subject: not null } page && outcome.Events.Any(happened => happened is ChangeSubmitted { Pin: not null } or ChangeActedOn { Pin: not null })
            ? _templates.HoldAsync(page, UseClaim.Of(change.Id, change, pin.Template), around.Stamp, cancellation)
            : new ValueTask<bool>(true);

    private async ValueTask SettleUseAsync(Surroundings around, Outcome<ChangeRequest, ChangeEvent> outcome, CancellationToken cancellation)
    {
        if (outcome.Subject is { UsedTemplate: { } template } change)
        {
            await _templates.SettleAsync(template, UseClaim.Of(change.Id, change, template), around.Stamp, cancellation).ConfigureAwait(false);
        }
    }

    private async ValueTask<TemplateStanding?> StandingAsync(ChangeRequest? change, TemplateId? named, Surroundings around, CancellationToken cancellation) =>
        named is null ? null
        : around.Template?.Subject is { } template ? TemplateStanding.Of(template, change?.Id, change?.Pin, around.Stamp.At)
        : await Facts.TemplateAsync(named, cancellation).ConfigureAwait(false);
}
