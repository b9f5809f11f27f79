using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>Appending at a version.</summary>
internal static class AppendChecks
{
    public static StoreCheck[] All { get; } =
    [
        new(
            "store.append.altered",
            "What was appended is read back, equal and in order.",
            "Rows are sorted by something that is not the version, or versions are counted from 0.",
            ReadBackAsync),
        new(
            "store.append.stale",
            "An append at a version that the stream has left behind is a conflict with the version it has, and writes nothing.",
            "The expected version is not compared inside the act, or a key that is there already is overwritten, or escapes as an exception of the database.",
            StaleAsync),
        new(
            "store.append.ahead",
            "An append at a version that the stream has not reached is a conflict with the version it has, and writes nothing.",
            "Only the key on stream and version is relied upon; it does not notice a gap.",
            AheadAsync),
        new(
            "store.append.misused",
            "Records that are not of this stream, this command and these versions are an argument error, and nothing of them is written.",
            "Records are checked one by one while they are written. AppendBatch.Checked does it before.",
            MisusedAsync),
        new(
            "store.append.list-kept",
            "The list of records does not matter any more once the append was answered.",
            "The list given is put away instead of what is in it.",
            ListKeptAsync),
    ];

    private static async Task ReadBackAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        await trial.ReadShouldAsync(stream, []).ConfigureAwait(false);
        List<EventRecord> all = [];
        foreach (var count in (int[])[3, 1, 2, 11])
        {
            var batch = Batch(stream, all.Count, FormattableString.Invariant($"cmd-{count}"), count);
            await trial.AppendShouldAsync(new Appended(all.Count + count), batch).ConfigureAwait(false);
            all.AddRange(batch);
            await trial.ReadShouldAsync(stream, all).ConfigureAwait(false);
        }
    }

    private static async Task StaleAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        var kept = Batch(stream, 0, "cmd-1", 3);
        await trial.AppendShouldAsync(new Appended(3), kept).ConfigureAwait(false);
        foreach (var stale in (int[])[2, 0, 1])
        {
            await trial.AppendShouldAsync(new Conflict(3), Batch(stream, stale, FormattableString.Invariant($"cmd-at-{stale}"), 2)).ConfigureAwait(false);
            await trial.ReadShouldAsync(stream, kept).ConfigureAwait(false);
        }
    }

    private static async Task AheadAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        await trial.AppendShouldAsync(new Conflict(0), Batch(stream, 1, "cmd-1")).ConfigureAwait(false);
        var kept = Batch(stream, 0, "cmd-2", 2);
        await trial.AppendShouldAsync(new Appended(2), kept).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Conflict(2), Batch(stream, 3, "cmd-3")).ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, kept).ConfigureAwait(false);
    }

    private static async Task MisusedAsync(StoreTrial trial)
    {
        var (stream, other) = (trial.Stream(), trial.Stream("CHG-2"));
        var (good, foreign, another) = (Batch(stream, 0, "cmd-1", 3), Batch(other, 0, "cmd-1", 3), Batch(stream, 0, "cmd-2", 3));
        List<EventRecord>[] misuses =
        [
            [good[0], good[1], null!], [good[0], foreign[1], good[2]], [good[0], good[1], another[2]], [good[0], good[2]], [good[0], good[1], good[1]],
        ];
        foreach (var misuse in misuses)
        {
            await FailAsync(trial, misuse).ConfigureAwait(false);
            await trial.ReadShouldAsync(stream, []).ConfigureAwait(false);
            await trial.ReadShouldAsync(other, []).ConfigureAwait(false);
        }

        await trial.AppendShouldAsync(new Appended(3), good).ConfigureAwait(false);
    }

    private static async Task FailAsync(StoreTrial trial, List<EventRecord> misuse)
    {
        var call = $"{trial.CallOf(misuse)}, one of which does not belong there";
        try
        {
            var answer = await trial.AppendAsync(misuse).ConfigureAwait(false);
            throw new Misdeed($"It answered {answer} to: {call}.", "It should have thrown an ArgumentException.");
        }
        catch (Exception thrown) when (thrown is not Misdeed)
        {
            trial.Note($"{call}: {thrown.GetType().Name}");
            _ = thrown is ArgumentException ? true : throw Misdeed.Threw(thrown, $"It should have thrown an ArgumentException at: {call}.");
        }
    }

    private static async Task ListKeptAsync(StoreTrial trial)
    {
        var (stream, kept) = (trial.Stream(), Batch(trial.Stream(), 0, "cmd-1", 3));
        List<EventRecord> given = [.. kept];
        await trial.AppendShouldAsync(new Appended(3), given).ConfigureAwait(false);
        trial.Note("clear the list that was given");
        given.Clear();
        await trial.ReadShouldAsync(stream, kept).ConfigureAwait(false);
    }
}
