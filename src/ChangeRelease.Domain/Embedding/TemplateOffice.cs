using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Keeps the uses of templates in step with the changes that have them: hold, take up, confirm, and in the end return or report (S-30).</summary>
internal sealed class TemplateOffice(IEventStore store, TenantId tenant, Duration holdStands)
{
    private readonly Journal<ChangeTemplate, TemplateEvent> _journal = new(store, Streams.Templates);

    public ValueTask<Page<ChangeTemplate>> ReadAsync(TemplateId template, CancellationToken cancellation) =>
        _journal.ReadAsync(Streams.Of(tenant, template), cancellation);

    /// <summary>Holds a use, if the template is still as it was read when the command was decided; false when something else was faster.</summary>
    public async ValueTask<bool> HoldAsync(Page<ChangeTemplate> page, UseClaim claim, Stamp stamp, CancellationToken cancellation)
    {
        var (template, derived) = (page.Subject!, OfficeStep.Derived(stamp, "hold", page, claim.Change));
        var held = TemplateUses.Hold(template, claim, derived.At + holdStands, derived);
        return await AppendAsync(template.Id, page, held, stamp.Command, cancellation).ConfigureAwait(false) is Appended;
    }

    /// <summary>The template as <see cref="SettleAsync"/> would leave it; nothing is written (S-7).</summary>
    public async ValueTask<Page<ChangeTemplate>> PreviewAsync(TemplateId template, UseClaim claim, Stamp stamp, CancellationToken cancellation)
    {
        var page = await ReadAsync(template, cancellation).ConfigureAwait(false);
        return Settled(page, claim, stamp) is { } settled ? page with { Subject = ChangeTemplate.Fold(page.Subject, settled) } : page;
    }

    /// <summary>Brings the uses in line with what the change has become; unfinished steps of a crash are finished here, too.</summary>
    public async ValueTask<Page<ChangeTemplate>> SettleAsync(TemplateId template, UseClaim claim, Stamp stamp, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await ReadAsync(template, cancellation).ConfigureAwait(false);
            if (Settled(page, claim, stamp) is not { } settled)
            {
                return page;
            }

            await AppendAsync(template, page, settled, stamp.Command, cancellation).ConfigureAwait(false);
        }
    }

    private static TemplateEvent? Settled(Page<ChangeTemplate> page, UseClaim claim, Stamp stamp) =>
        page.Subject is { } template ? TemplateUses.Settle(template, claim, OfficeStep.Derived(stamp, "settle", page, claim.Change)) : null;

    private ValueTask<AppendResult> AppendAsync(
        TemplateId template, Page<ChangeTemplate> page, TemplateEvent happened, CommandId cause, CancellationToken cancellation) =>
        _journal.AppendAsync(Streams.Of(tenant, template), page, happened.Header.Stamp, cause, [happened], cancellation);
}
