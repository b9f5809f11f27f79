using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>A sequence of calls on one store, beside the model.</summary>
internal sealed class SequenceRun(StoreTrial trial)
{
    private readonly StoreModel _model = new();

    // Two tenants, two kinds, and two keys that differ in case.
    private readonly StreamId[] _streams =
        [trial.Stream(), trial.Stream("chg-1"), trial.Stream(kind: "release"), trial.Stream(tenant: "-other"), trial.Stream("CHG-2")];

    /// <summary>What the store did wrong, with the calls up to then; null when it did nothing wrong.</summary>
    public static async Task<(Misdeed Misdeed, ValueList<string> Calls)?> FindAsync(StoreTrial host, IEnumerable<StoreCallPlan> plans)
    {
        (Misdeed, ValueList<string>)? found = null;
        await host.ApartAsync(async trial =>
        {
            try
            {
                await new SequenceRun(trial).RunAsync(plans).ConfigureAwait(false);
            }
            catch (Exception thrown)
            {
                found = (thrown as Misdeed ?? Misdeed.Threw(thrown, "It should not have failed."), trial.Calls);
            }
        }).ConfigureAwait(false);
        return found;
    }

    private async Task RunAsync(IEnumerable<StoreCallPlan> plans)
    {
        foreach (var plan in plans)
        {
            await DoAsync(plan).ConfigureAwait(false);
        }

        foreach (var stream in _streams)
        {
            await trial.ReadShouldAsync(stream, _model.Of(stream)).ConfigureAwait(false);
        }
    }

    private Task DoAsync(StoreCallPlan plan) => plan switch
    {
        StoreCallPlan.Append { CanceledAt: { } at } append => BreakOffAsync(BatchOf(append), at),
        StoreCallPlan.Append append => AppendAsync(BatchOf(append)),
        StoreCallPlan.Read read => ReadAsync(_streams[read.Stream], read.FromEnd),
        StoreCallPlan.Reopen => trial.ReopenAsync(),
        _ => trial.CrashAsync(),
    };

    private EventRecord[] BatchOf(StoreCallPlan.Append append)
    {
        var stream = _streams[append.Stream];
        var version = Math.Max(0, _model.Of(stream).Count + append.Offset);
        return [.. Enumerable.Range(1, append.Count).Select(place => Contents.Of(append.Content, stream, version + place, append.Command))];
    }

    private async Task AppendAsync(EventRecord[] batch)
    {
        var due = _model.Due(batch);
        await trial.AppendShouldAsync(due, batch).ConfigureAwait(false);
        _model.Apply(due is Appended ? batch : []);
    }

    private Task ReadAsync(StreamId stream, int fromEnd)
    {
        var kept = _model.Of(stream);
        var after = Math.Max(0, kept.Count - fromEnd);
        return trial.ReadShouldAsync(stream, [.. kept.Skip(after)], after);
    }

    // Whether it was done is for the store to say, all or nothing; then the command is sent again.
    private async Task BreakOffAsync(EventRecord[] batch, int at)
    {
        using var source = new CancellationTokenSource();
        var due = _model.Due(batch);
        var list = new FailingList<EventRecord>(batch, at, source.Cancel);
        trial.Note(trial.CallOf(batch) + FormattableString.Invariant($", canceled when record {at + 1} was read: {await OutcomeAsync(batch, list, source.Token).ConfigureAwait(false)}"));
        var kept = _model.Of(batch[0].Stream);
        var isWritten = due is Appended && (await trial.ReadAsync(batch[0].Stream).ConfigureAwait(false)).Count > kept.Count;
        _model.Apply(isWritten ? batch : []);
        await trial.ReadShouldAsync(batch[0].Stream, isWritten ? [.. kept, .. batch] : kept).ConfigureAwait(false);
        await AppendAsync(batch).ConfigureAwait(false);
    }

    private async Task<string> OutcomeAsync(EventRecord[] batch, FailingList<EventRecord> list, CancellationToken cancellation)
    {
        try
        {
            return (await trial.Store.AppendAsync(batch[0].Stream, batch[0].Version - 1, batch[0].Command, list, cancellation).ConfigureAwait(false)).ToString();
        }
        catch (Exception thrown)
        {
            return thrown.GetType().Name;
        }
    }
}
