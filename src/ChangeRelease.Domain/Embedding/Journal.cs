using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A subject as its stream has it, with what the next record must link to.</summary>
internal sealed record Page<TSubject>(TSubject? Subject, long Version, Digest Head, Instant LastAt)
    where TSubject : class;

/// <summary>Reads and writes the streams of one kind of subject. Everything that is ever appended goes through here.</summary>
/// <remarks>
/// What is read is verified as it is read (S-70): a record that was changed, dropped, reordered or inserted, or whose event this
/// version does not know, is <see cref="InvalidDataException"/>, whatever it is that failed underneath.
/// </remarks>
internal sealed class Journal<TSubject, TEvent>(IEventStore store, Codec<TSubject, TEvent> codec)
    where TSubject : class
{
    public ValueTask<Page<TSubject>> ReadAsync(StreamId stream, CancellationToken cancellation) => ReadAsync(stream, _ => { }, cancellation);

    /// <summary>Reads, and shows each record once it is verified.</summary>
    public async ValueTask<Page<TSubject>> ReadAsync(StreamId stream, Action<EventRecord> seen, CancellationToken cancellation)
    {
        var page = new Page<TSubject>(null, 0, Digest.Zero, Instant.MinValue);
        await foreach (var record in store.ReadAsync(stream, page.Version, cancellation).ConfigureAwait(false))
        {
            page = Follows(stream, page, record) ? Next(page, record) : throw Broken(record, "it does not follow from what is before it", null);
            seen(record);
        }

        return page;
    }

    /// <summary>Whether nothing was appended since a page was read.</summary>
    public async ValueTask<bool> IsCurrentAsync(StreamId stream, Page<TSubject> page, CancellationToken cancellation)
    {
        await foreach (var _ in store.ReadAsync(stream, page.Version, cancellation).ConfigureAwait(false))
        {
            return false;
        }

        return true;
    }

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, Page<TSubject> page, Stamp stamp, CommandId? causation, IReadOnlyList<TEvent> events, CancellationToken cancellation)
    {
        var records = new List<EventRecord>(events.Count);
        foreach (var happened in events)
        {
            var previous = records.Count == 0 ? page.Head : records[^1].Hash;
            records.Add(EventRecord.Create(
                stream, page.Version + records.Count + 1, stamp, causation, codec.TypeOf(happened), codec.Write(happened), previous));
        }

        return await store.AppendAsync(stream, page.Version, stamp.Command, records, cancellation).ConfigureAwait(false);
    }

    /// <summary>The subject after further events.</summary>
    public TSubject? Fold(TSubject? subject, IEnumerable<TEvent> events) => events.Aggregate(subject, codec.Fold);

    private static bool Follows(StreamId stream, Page<TSubject> page, EventRecord record) =>
        record.Stream == stream && record.Version == page.Version + 1 && record.PreviousHash == page.Head && record.At >= page.LastAt && record.MatchesHash;

    private static InvalidDataException Broken(EventRecord record, string why, Exception? cause) =>
        new(FormattableString.Invariant($"The stream {record.Stream} is broken at version {record.Version}: {why}."), cause);

    private Page<TSubject> Next(Page<TSubject> page, EventRecord record)
    {
        try
        {
            return new Page<TSubject>(codec.EventsOf(record).Aggregate(page.Subject, codec.GoOn), record.Version, record.Hash, record.At);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or InvalidDataException)
        {
            throw Broken(record, "its event is none that this version can read", wrong);
        }
    }
}
