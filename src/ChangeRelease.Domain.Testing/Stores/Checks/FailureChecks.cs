using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>An append that fails or is canceled: all of it or nothing, and sent again it is known.</summary>
internal static class FailureChecks
{
    private const int Count = 4;
    private const string Canceled = nameof(OperationCanceledException);

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.cancel.before",
            "An append that was canceled before it began has written nothing, and its command may come again.",
            "The records are written first, and cancellation is noticed afterwards.",
            CanceledBeforeAsync),
        new(
            "store.cancel.during",
            "An append that is canceled while it is under way is done whole or not at all, and not at all where it says that it was canceled; sent again, it takes effect once.",
            "The command id is kept in a second act, which cancellation keeps from taking place; or the token is looked at once more after the commit.",
            trial => BrokenOffAsync(trial, "canceled when record {0} was read", (list, at, source) => new FailingList<EventRecord>(list, at, source.Cancel))),
        new(
            "store.cancel.read",
            "A read that was canceled gives nothing, and ends with an OperationCanceledException.",
            "The token is not handed on. On an async iterator it needs [EnumeratorCancellation], and a look at it.",
            ReadCanceledAsync),
        new(
            "store.failure.partial",
            "An append that fails half way has written nothing; sent again, it takes effect once.",
            "Records are written one by one, without a transaction around them.",
            trial => BrokenOffAsync(trial, "which could not be read from record {0} on", (list, at, _) => new FailingList<EventRecord>(list, at, () => throw new IOException("The record cannot be read.")))),
    ];

    private static async Task CanceledBeforeAsync(StoreTrial trial)
    {
        var (stream, batch) = (trial.Stream(), Batch(trial.Stream(), 0, "cmd-1", 2));
        await CanceledShouldAsync(trial, trial.CallOf(batch), async canceled => await trial.AppendAsync(batch, canceled).ConfigureAwait(false)).ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, []).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Appended(2), batch).ConfigureAwait(false);
    }

    private static async Task BrokenOffAsync(StoreTrial trial, string how, Func<List<EventRecord>, int, CancellationTokenSource, FailingList<EventRecord>> breaking)
    {
        for (var at = 0; at < Count; at++)
        {
            using var source = new CancellationTokenSource();
            var stream = trial.Stream(FormattableString.Invariant($"CHG-{at + 1}"));
            var batch = Batch(stream, 0, "cmd-1", Count);
            var call = $"{trial.CallOf(batch)}, {string.Format(System.Globalization.CultureInfo.InvariantCulture, how, at + 1)}";
            var outcome = await OutcomeAsync(trial, batch, breaking(batch, at, source), source.Token).ConfigureAwait(false);
            trial.Note($"{call}: {outcome}");
            if (outcome == Canceled && (await trial.ReadAsync(stream).ConfigureAwait(false)).Count > 0)
            {
                throw new Misdeed($"It threw an {Canceled} to: {call}, and the records are there.", "It should have honored the token before it began, or not at all.");
            }

            await TakesEffectOnceAsync(trial, batch).ConfigureAwait(false);
        }
    }

    private static async Task<string> OutcomeAsync(StoreTrial trial, List<EventRecord> batch, FailingList<EventRecord> list, CancellationToken cancellation)
    {
        try
        {
            return (await trial.Store.AppendAsync(batch[0].Stream, 0, batch[0].Command, list, cancellation).ConfigureAwait(false)).ToString();
        }
        catch (OperationCanceledException)
        {
            return Canceled;
        }
        catch (Exception thrown)
        {
            return thrown.GetType().Name;
        }
    }

    private static async Task ReadCanceledAsync(StoreTrial trial)
    {
        var batch = Batch(trial.Stream(), 0, "cmd-1", 2);
        await trial.AppendShouldAsync(new Appended(2), batch).ConfigureAwait(false);
        await CanceledShouldAsync(trial, "read the stream", async canceled => await trial.Store.ReadAsync(batch[0].Stream, 0, canceled).CountAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        if (trial.Claims.HasFlag(StoreCapability.Feed))
        {
            await CanceledShouldAsync(trial, "read the feed", async canceled => await trial.Feed.ReadFeedAsync(0, canceled).CountAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        }

        if (trial.Claims.HasFlag(StoreCapability.Outbox))
        {
            OutboxMessage[] messages = [new(trial.Stream("CHG-2"), new("cmd-1"), 1, "topic", default)];
            await trial.Outbox.AppendAsync(messages[0].Stream, 0, messages[0].Command, Batch(messages[0].Stream, 0, "cmd-1"), messages, CancellationToken.None).ConfigureAwait(false);
            await CanceledShouldAsync(trial, "read what is pending", async canceled => await trial.Outbox.ReadPendingAsync(canceled).CountAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
        }

        if (trial.Claims.HasFlag(StoreCapability.Documents))
        {
            await trial.Documents.SaveAsync(trial.Document(), 0, default, CancellationToken.None).ConfigureAwait(false);
            await CanceledShouldAsync(trial, "find a document", async canceled => await trial.Documents.FindAsync(trial.Document(), null, canceled).ConfigureAwait(false) is null ? 0 : 1).ConfigureAwait(false);
        }
    }

    private static async Task CanceledShouldAsync<T>(StoreTrial trial, string what, Func<CancellationToken, Task<T>> act)
    {
        var call = $"{what}, canceled beforehand";
        try
        {
            throw new Misdeed($"It answered {await act(new CancellationToken(canceled: true)).ConfigureAwait(false)} to: {call}.", $"It should have thrown an {Canceled}.");
        }
        catch (Exception thrown) when (thrown is not Misdeed)
        {
            trial.Note($"{call}: {thrown.GetType().Name}");
            _ = thrown is OperationCanceledException ? true : throw Misdeed.Threw(thrown, $"It should have thrown an {Canceled}.");
        }
    }

    public static async Task TakesEffectOnceAsync(StoreTrial trial, List<EventRecord> batch)
    {
        var stream = batch[0].Stream;
        var isWritten = (await trial.ReadAsync(stream).ConfigureAwait(false)).Count > 0;
        await trial.ReadShouldAsync(stream, isWritten ? batch : []).ConfigureAwait(false);
        await trial.AppendShouldAsync(isWritten ? new AlreadyApplied(batch.Count) : new Appended(batch.Count), batch).ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, batch).ConfigureAwait(false);
    }
}
