using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>Calling, noting and judging.</summary>
internal sealed partial class StoreTrial
{
    /// <summary>Appends, and demands an answer.</summary>
    public async Task AppendShouldAsync(AppendResult due, IReadOnlyList<EventRecord> records)
    {
        var call = CallOf(records);
        AppendResult answer;
        try
        {
            answer = await AppendAsync(records).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is not Misdeed)
        {
            Note($"{call}: {thrown.GetType().Name}");
            throw Misdeed.Threw(thrown, $"It should have answered {due} to: {call}.");
        }

        Note($"{call}: {answer}");
        Misdeed.Unless(answer, due, call);
    }

    /// <summary>Makes a stream longer than what databases, drivers and services hand out at once.</summary>
    /// <returns>All its records.</returns>
    public async Task<List<EventRecord>> FillAsync(StreamId stream)
    {
        const int pages = 12;
        const int page = 100;
        List<EventRecord> all = [];
        for (var at = 0; at < pages; at++)
        {
            var batch = Drafts.Batch(stream, all.Count, FormattableString.Invariant($"cmd-{at}"), page);
            await AppendShouldAsync(new Appended(all.Count + page), batch).ConfigureAwait(false);
            all.AddRange(batch);
        }

        return all;
    }

    /// <summary>Appends, as the first record says to which stream, at which version, as which command.</summary>
    public Task<AppendResult> AppendAsync(IReadOnlyList<EventRecord> records, CancellationToken cancellation = default) =>
        AppendAsync(Store, records, cancellation);

    public static async Task<AppendResult> AppendAsync(IEventStore store, IReadOnlyList<EventRecord> records, CancellationToken cancellation = default)
    {
        var first = records[0];
        return await store.AppendAsync(first.Stream, first.Version - 1, first.Command, records, cancellation).ConfigureAwait(false)
            ?? throw new Misdeed("It answered null.", "It should have answered what became of the append.");
    }

    public Task<List<EventRecord>> ReadAsync(StreamId stream, long after = 0) => ReadAsync(Store, stream, after);

    public static async Task<List<EventRecord>> ReadAsync(IEventStore store, StreamId stream, long after = 0)
    {
        List<EventRecord> found = [];
        await foreach (var record in store.ReadAsync(stream, after, CancellationToken.None).ConfigureAwait(false))
        {
            found.Add(record);
        }

        return found;
    }

    /// <summary>Reads, and demands exactly these records.</summary>
    public async Task ReadShouldAsync(StreamId stream, IReadOnlyList<EventRecord> due, long after = 0)
    {
        var call = FormattableString.Invariant($"read {NameOf(stream)} after {after}");
        List<EventRecord> found;
        try
        {
            found = await ReadAsync(stream, after).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            Note($"{call}: {thrown.GetType().Name}");
            throw Misdeed.Threw(thrown, FormattableString.Invariant($"It should have given {due.Count} records to: {call}."));
        }

        Note($"{call}: {Versions(found)}");
        if (RecordDifference.Between(due, found) is { } difference)
        {
            throw new Misdeed($"To: {call}, it gave {Versions(found)}. {difference}", $"It should have given {Versions(due)}, each as it went in.");
        }
    }

    public string CallOf(IReadOnlyList<EventRecord> records) => FormattableString.Invariant(
        $"append {Many(records.Count)} to {NameOf(records[0].Stream)} at version {records[0].Version - 1} as {records[0].Command}");

    public static string Versions(IReadOnlyList<EventRecord> records) => records.Count switch
    {
        0 => "no record",
        <= 12 => $"{Many(records.Count)} ({string.Join(", ", records.Select(record => record.Version))})",
        _ => Many(records.Count),
    };

    private static string Many(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "record" : "records")}");
}
