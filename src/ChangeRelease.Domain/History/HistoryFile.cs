using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Writes history to a file and reads it back: lines of JSON that can be verified by themselves, without any store (S-70).</summary>
/// <remarks>
/// <para>
/// UTF-8 without a byte order mark; every line is one object and ends in a line feed. There is one spelling: members in the order given here, no
/// blanks, texts as in RFC 8785 (escaped are the quotation mark, the backslash, and what lies below U+0020), integers for all numbers, instants as
/// microseconds since 1970-01-01T00:00:00Z. What is spelled otherwise is told, even where it means the same.
/// </para>
/// <list type="number">
/// <item><description><c>format</c>, which is <c>change-release.history</c>, and <c>version</c>, which is 1</description></item>
/// <item><description>optionally a checkpoint: <c>checkpoint</c> (its number), <c>at</c>, <c>streams</c>, <c>root</c>, <c>previous</c>, <c>digest</c>; then for every head that it stands for a line with <c>head</c> (the stream), <c>length</c>, <c>hash</c></description></item>
/// <item><description>
/// for every record <c>stream</c>, <c>version</c>, <c>at</c>, <c>actor</c>, <c>command</c>, <c>causation</c> (or null), <c>type</c>, <c>payload</c>, <c>previous</c>, <c>hash</c>.
/// The payload is a text that holds exactly the bytes that were hashed; bytes that are no UTF-8, which only a damaged record has, stand in Base64 under <c>payloadBytes</c> instead
/// </description></item>
/// <item><description><c>records</c> (how many), <c>streams</c>, <c>root</c> over all heads: what is cut off lacks this line</description></item>
/// </list>
/// <para>
/// Records of one stream stand in their order; how streams are mixed does not matter, and is not proved. Who can write to the file can write all of it anew, totals
/// included: against that only a checkpoint helps that is kept elsewhere.
/// </para>
/// </remarks>
public static class HistoryFile
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>Writes records as they are, intact or not.</summary>
    /// <param name="to">Where to; it stays open.</param>
    /// <param name="records">The records; those of one stream in their order.</param>
    /// <param name="checkpoint">A checkpoint to bring along; null for none.</param>
    /// <param name="cancellation">Ends the writing early; the file is then one that was cut off.</param>
    /// <returns>What a verification of the file finds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="to"/> or <paramref name="records"/> is null.</exception>
    /// <exception cref="ArgumentException">A record's type holds half a surrogate pair: no file can hold it.</exception>
    public static async ValueTask<HistoryVerdict> WriteAsync(
        Stream to, IAsyncEnumerable<EventRecord> records, KeptCheckpoint? checkpoint = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(records);
        var (writer, verifier) = (new LineWriter(), new HistoryVerifier(checkpoint is null ? [] : [checkpoint]));
        foreach (var line in Head(checkpoint))
        {
            await PutAsync(to, line.Write(writer), cancellation).ConfigureAwait(false);
        }

        await foreach (var record in records.WithCancellation(cancellation).ConfigureAwait(false))
        {
            verifier.Add(Writable(record));
            await PutAsync(to, new RecordLine(record).Write(writer), cancellation).ConfigureAwait(false);
        }

        var verdict = verifier.Finish();
        await PutAsync(to, new EndLine(verdict.Records, verdict.Heads.All.Count, verdict.Heads.Root).Write(writer), cancellation).ConfigureAwait(false);
        await to.FlushAsync(cancellation).ConfigureAwait(false);
        return verdict;
    }

    /// <summary>Verifies a file by itself, line by line, and locates everything that is wrong with it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="checkpoints">What is known from elsewhere; null for nothing. A checkpoint in the file is verified in any case.</param>
    /// <param name="limits">How much is read and told; the ordinary limits when null.</param>
    /// <param name="cancellation">Ends the verification early.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null, or <paramref name="checkpoints"/> holds null.</exception>
    public static async ValueTask<HistoryFileVerdict> VerifyAsync(
        Stream file, IEnumerable<KeptCheckpoint>? checkpoints = null, HistoryLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= HistoryLimits.Ordinary;
        var walk = new FileWalk(checkpoints ?? [], limits);
        await foreach (var line in LineSource.ReadAsync(file, limits.LineBytes, cancellation).ConfigureAwait(false))
        {
            walk.Step(line);
            if (walk.IsOver)
            {
                break;
            }
        }

        return walk.Finish();
    }

    /// <summary>Reads the records of a file, for a store to take in.</summary>
    /// <remarks>
    /// Read line by line: what is wrong with a line is known when it is reached, and then the records before it were given already. Where those cannot be taken back,
    /// <see cref="VerifyAsync"/> first.
    /// </remarks>
    /// <param name="file">The file.</param>
    /// <param name="isAsFound">Whether records are given also where the chain is broken, as they were found; lines that cannot be read are refused in any case.</param>
    /// <param name="limits">How much is read; the ordinary limits when null.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The records, in the order in which they stand there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    /// <exception cref="InvalidDataException">A line is wrong, or the chain is broken at it; the message says which one, and how. Thrown while enumerating.</exception>
    public static IAsyncEnumerable<EventRecord> ReadAsync(
        Stream file, bool isAsFound = false, HistoryLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Records(file, isAsFound, limits ?? HistoryLimits.Ordinary, cancellation);
    }

    /// <summary>Takes records together that are the outcome of one command: what a store appends as one.</summary>
    /// <param name="records">The records; those of one command stand behind each other.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>For each command its records, at least one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public static async IAsyncEnumerable<ValueList<EventRecord>> ByCommandAsync(
        this IAsyncEnumerable<EventRecord> records, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var batch = new List<EventRecord>();
        await foreach (var record in records.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (batch.Count > 0 && (batch[^1].Stream != record.Stream || batch[^1].Command != record.Command))
            {
                yield return batch.ToValueList();
                batch.Clear();
            }

            batch.Add(record);
        }

        if (batch.Count > 0)
        {
            yield return batch.ToValueList();
        }
    }

    private static IEnumerable<FileLine> Head(KeptCheckpoint? kept) => kept is null
        ? [HeaderLine.Known]
        : [HeaderLine.Known, new CheckpointLine(kept.Checkpoint, kept.Checkpoint.Digest), .. kept.Heads.All.Select(head => new HeadLine(head))];

    private static EventRecord Writable(EventRecord record) => Text.IsWellFormed(record.Type)
        ? record
        : throw new ArgumentException($"The type of {record.Stream}@{record.Version} holds half a surrogate pair.", nameof(record));

    private static async ValueTask PutAsync(Stream to, LineWriter line, CancellationToken cancellation)
    {
        await to.WriteAsync(line.Written, cancellation).ConfigureAwait(false);
        await to.WriteAsync(LineFeed, cancellation).ConfigureAwait(false);
    }

    private static async IAsyncEnumerable<EventRecord> Records(
        Stream file, bool isAsFound, HistoryLimits limits, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var walk = new FileWalk([], limits);
        await foreach (var line in LineSource.ReadAsync(file, limits.LineBytes, cancellation).ConfigureAwait(false))
        {
            var record = walk.Step(line);
            if (walk.Refusal(isAsFound) is { } why)
            {
                throw new InvalidDataException(why);
            }

            if (record is not null)
            {
                yield return record;
            }
        }

        if (walk.Finish() is { } verdict && (isAsFound ? verdict.FaultsFound > 0 : !verdict.IsIntact))
        {
            throw new InvalidDataException(verdict.ToString());
        }
    }
}
