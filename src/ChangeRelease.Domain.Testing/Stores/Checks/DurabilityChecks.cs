using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>What was acknowledged stays.</summary>
internal static class DurabilityChecks
{
    private const int Length = 6;

    // Who holds a lock that the crash needs goes on after this.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.restart.lost",
            "Closed and opened again, a store has its records, its versions and its command ids.",
            "Something is kept in memory only, often the command ids.",
            StoreCapability.Reopening,
            RestartAsync),
        new(
            "store.crash.lost",
            "What was acknowledged before a crash is there after it, with its command id.",
            "The answer is given before the data is safe: a buffer, a write-behind cache, a commit that does not wait for the disk.",
            StoreCapability.Crashing,
            LostAsync),
        new(
            "store.crash.halves",
            "Of an append that was under way in a crash, all is there or nothing; sent again, it takes effect once.",
            "Records are written one by one, without a transaction around them.",
            StoreCapability.Crashing,
            HalvesAsync),
    ];

    private static async Task RestartAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        var (first, second) = (Batch(stream, 0, "cmd-1", 2), Batch(stream, 2, "cmd-2"));
        await trial.AppendShouldAsync(new Appended(2), first).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, first).ConfigureAwait(false);
        await trial.AppendShouldAsync(new AlreadyApplied(2), first).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Appended(3), second).ConfigureAwait(false);
        await trial.ReopenAsync().ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, [.. first, .. second]).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Conflict(3), Batch(stream, 0, "cmd-3")).ConfigureAwait(false);
    }

    private static async Task LostAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        List<EventRecord> all = [];
        for (var append = 1; append <= 5; append++)
        {
            var batch = Batch(stream, all.Count, FormattableString.Invariant($"cmd-{append}"), append);
            await trial.AppendShouldAsync(new Appended(all.Count + append), batch).ConfigureAwait(false);
            all.AddRange(batch);
            await trial.CrashAsync().ConfigureAwait(false);
            await trial.ReadShouldAsync(stream, all).ConfigureAwait(false);
            await trial.AppendShouldAsync(new AlreadyApplied(all.Count), batch).ConfigureAwait(false);
        }
    }

    // The crash comes when the store reads the n-th record, for each n, and once when it has read them all.
    private static async Task HalvesAsync(StoreTrial trial)
    {
        for (var at = 0; at < 2 * (Length + 1); at++)
        {
            var stream = trial.Stream(FormattableString.Invariant($"CHG-{at + 1}"));
            var batch = Batch(stream, 0, "cmd-1", Length);
            await CrashDuringAsync(trial, batch, at / 2, isWaiting: at % 2 == 0).ConfigureAwait(false);
            await FailureChecks.TakesEffectOnceAsync(trial, batch).ConfigureAwait(false);
        }
    }

    // Half of the appends stand still in front of the record until the crash is over; the others go on, to wherever they get.
    private static async Task CrashDuringAsync(StoreTrial trial, List<EventRecord> batch, int at, bool isWaiting)
    {
        var (reached, over) = (Signal(), Signal());
        var list = new FailingList<EventRecord>(batch, at, () =>
        {
            reached.TrySetResult();
            _ = isWaiting && over.Task.Wait(Patience);
        });
        var appending = Task.Run(() => trial.Store.AppendAsync(batch[0].Stream, 0, batch[0].Command, list, CancellationToken.None).AsTask());
        await Task.WhenAny(reached.Task, appending).ConfigureAwait(false);
        trial.Note(trial.CallOf(batch) + FormattableString.Invariant($", and do not wait for it once record {at + 1} was read"));
        await trial.CrashAsync().ConfigureAwait(false);
        over.TrySetResult();
        await Task.WhenAny(appending, Task.Delay(trial.Settings.Limit / 10)).ConfigureAwait(false);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
