using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding.Templates;

/// <summary>The uses of one template by some changes: never more than there are, none by two, and every change that lives by it has one.</summary>
internal sealed class UseArena(int most, params ChangeId[] changes) : Arena
{
    public override StreamId[] Streams(TenantId tenant) => [TemplateIn(tenant), .. changes.Select(change => ChangeIn(tenant, change))];

    public override async Task<string> EndAsync(IEventStore store, TenantId tenant)
    {
        var template = await Firm.Template(store, tenant).ConfigureAwait(false);
        var lines = new List<string> { $"{template.Status} {template.IsSuspended} {template.Latest?.Spent}", Confirmed(template) };
        foreach (var id in changes)
        {
            var change = await ChangeAsync(store, tenant, id).ConfigureAwait(false);
            lines.Add(FormattableString.Invariant($"{id} {change?.Model} {change?.Status} {change?.Version} {change?.Pin} {change?.UsedTemplate}"));
        }

        return string.Join('\n', lines);
    }

    public override async Task<string?> WrongAsync(IEventStore store, TenantId tenant)
    {
        if (await OverusedAsync(store, tenant).ConfigureAwait(false) is { } overused)
        {
            return overused;
        }

        var template = await Firm.Template(store, tenant).ConfigureAwait(false);
        foreach (var id in changes)
        {
            var change = await ChangeAsync(store, tenant, id).ConfigureAwait(false);
            var has = template.Uses.Count(use => use.Change == id && use.IsConfirmed);
            var needs = change is { Pin: not null, Status: { } status } && status != ChangeStates.Canceled ? 1 : 0;
            if (has != needs)
            {
                return FormattableString.Invariant($"{id} is {change?.Status} with {change?.Pin} and has {has} uses");
            }
        }

        return null;
    }

    /// <summary>Whether all uses were taken by others than one change at some instant: held ones count, and those that are on their way back.</summary>
    public async Task<bool> WasFullAsync(IEventStore store, TenantId tenant, ChangeId besides) =>
        (await TakenAsync(store, tenant).ConfigureAwait(false)).Any(taken => taken.Spent + taken.By.Count(change => change != besides) >= most);

    private async Task<string?> OverusedAsync(IEventStore store, TenantId tenant)
    {
        var taken = await TakenAsync(store, tenant).ConfigureAwait(false);
        var at = taken.FindIndex(instant => instant.Spent + instant.By.Length > most);
        return at < 0 ? null : FormattableString.Invariant($"{string.Join(", ", taken[at].By.AsEnumerable())} have uses after version {at + 1}, of {most}");
    }

    /// <summary>Counts by hand, event by event: how many uses are spent, and who holds one or has one confirmed.</summary>
    private static async Task<List<(int Spent, ChangeId[] By)>> TakenAsync(IEventStore store, TenantId tenant)
    {
        var (by, spent, taken) = (new HashSet<ChangeId>(), 0, new List<(int Spent, ChangeId[] By)>());
        foreach (var record in await World.Records(store, TemplateIn(tenant)).ConfigureAwait(false))
        {
            switch (TemplateJson.ReadEvent(record.Payload.Span))
            {
                case TemplateUseHeld it:
                    by.Add(it.Use.Change);
                    break;
                case TemplateUseConfirmed it:
                    by.Add(it.Change);
                    break;
                case TemplateUseReturned it:
                    by.Remove(it.Change);
                    break;
                case TemplateResultReported it:
                    spent++;
                    by.Remove(it.Result.Change);
                    break;
                default:
                    break;
            }

            taken.Add((spent, [.. by]));
        }

        return taken;
    }

    private static string Confirmed(ChangeTemplate template) =>
        string.Join(", ", template.Uses.Where(use => use.IsConfirmed).Select(use => FormattableString.Invariant($"{use.Change} of {use.Number}")).Order(StringComparer.Ordinal));

    private static async Task<ChangeRequest?> ChangeAsync(IEventStore store, TenantId tenant, ChangeId id) =>
        ChangeRequest.Fold((await World.Records(store, ChangeIn(tenant, id)).ConfigureAwait(false)).Select(record => ChangeJson.ReadEvent(record.Payload.Span)));

    private static StreamId TemplateIn(TenantId tenant) => new(tenant, Firm.Stream.Kind, Firm.Stream.Key);

    private static StreamId ChangeIn(TenantId tenant, ChangeId change) => new(tenant, "change", change.Value);
}
