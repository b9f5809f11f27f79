using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>Reading a stream.</summary>
internal static class ReadChecks
{
    private const int Writes = 50;

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.read.tail",
            "A read begins with the version after the one given, and finds nothing beyond the end.",
            "The version given is included, or places in a list are taken for versions; or a page is taken for the whole.",
            TailAsync),
        new(
            "store.read.stale",
            "A read that begins after an append was answered finds it.",
            "Reads go to a replica or a cache that follows later.",
            OwnWriteAsync),
        new(
            "store.read.under-way",
            "Appending while a read is under way does not disturb it; read again, it begins again.",
            "The store's own list is handed out, and changes while it is enumerated; or one enumerator is given to all.",
            UnderWayAsync),
    ];

    private static async Task TailAsync(StoreTrial trial)
    {
        var (stream, all) = (trial.Stream(), Batch(trial.Stream(), 0, "cmd-1", 5));
        await trial.AppendShouldAsync(new Appended(5), all).ConfigureAwait(false);
        await TailsShouldAsync(trial, stream, all, [1, 4, 5, 6, long.MaxValue]).ConfigureAwait(false);

        var longer = trial.Stream("CHG-2");
        var many = await trial.FillAsync(longer).ConfigureAwait(false);
        await TailsShouldAsync(trial, longer, many, [0, 1, 99, 100, 101, 999, 1_000, 1_001, many.Count - 1, many.Count]).ConfigureAwait(false);
    }

    private static async Task TailsShouldAsync(StoreTrial trial, StreamId stream, List<EventRecord> all, long[] tails)
    {
        foreach (var after in tails)
        {
            await trial.ReadShouldAsync(stream, [.. all.Where(record => record.Version > after)], after).ConfigureAwait(false);
        }
    }

    private static async Task OwnWriteAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        for (var version = 0; version < Writes; version++)
        {
            var written = Batch(stream, version, FormattableString.Invariant($"cmd-{version}"));
            await trial.AppendShouldAsync(new Appended(version + 1), written).ConfigureAwait(false);
            await trial.ReadShouldAsync(stream, written, version).ConfigureAwait(false);
        }
    }

    private static async Task UnderWayAsync(StoreTrial trial)
    {
        var (stream, all) = (trial.Stream(), Batch(trial.Stream(), 0, "cmd-1", 3));
        await trial.AppendShouldAsync(new Appended(3), all).ConfigureAwait(false);
        var reading = trial.Store.ReadAsync(stream, 0, CancellationToken.None);
        List<EventRecord> found = [];
        await foreach (var record in reading.ConfigureAwait(false))
        {
            found.Add(record);
            await MoreAsync(trial, stream, all, most: 6).ConfigureAwait(false);
        }

        Demand(found.Count >= 3 && RecordDifference.Between([.. all.Take(found.Count)], found) is null, found, "the 3 records that were there when it began, and may be those after them");
        found.Clear();
        await foreach (var record in reading.ConfigureAwait(false))
        {
            found.Add(record);
        }

        Demand(RecordDifference.Between(all, found) is null, found, "all 6, when it was enumerated again");
    }

    private static async Task MoreAsync(StoreTrial trial, StreamId stream, List<EventRecord> all, int most)
    {
        if (all.Count < most)
        {
            var next = Batch(stream, all.Count, FormattableString.Invariant($"cmd-{all.Count}"));
            await trial.AppendShouldAsync(new Appended(all.Count + 1), next).ConfigureAwait(false);
            all.AddRange(next);
        }
    }

    private static void Demand(bool holds, List<EventRecord> found, string due)
    {
        if (!holds)
        {
            throw new Misdeed($"A read during which others appended gave {StoreTrial.Versions(found)}.", $"It should have given {due}.");
        }
    }
}
