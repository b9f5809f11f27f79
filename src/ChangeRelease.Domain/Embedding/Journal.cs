using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A subject as its stream has it, with what the next record must link to.</summary>
internal sealed record Page<TSubject>(TSubject? Subject, long Version, Digest Head, Instant LastAt)
    where TSubject : class;

/// <summary>Reads and writes the streams of one kind of subject. Everything that is ever appended goes through here.</summary>
internal sealed class Journal<TSubject, TEvent>(IEventStore store, Codec<TSubject, TEvent> codec)
    where TSubject : class
{
    public async ValueTask<Page<TSubject>> ReadAsync(StreamId stream, CancellationToken cancellation)
    {
        var page = new Page<TSubject>(null, 0, Digest.Zero, Instant.MinValue);
        await foreach (var record in store.ReadAsync(stream, page.Version, cancellation).ConfigureAwait(false))
        {
            page = Next(page, record);
        }

        return page;
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

    private Page<TSubject> Next(Page<TSubject> page, EventRecord record) => record.Version == page.Version + 1 && record.PreviousHash == page.Head
        ? new Page<TSubject>(codec.Fold(page.Subject, codec.Read(record.Payload.Span)), record.Version, record.Hash, record.At)
        : throw new InvalidDataException($"The stream {record.Stream} is broken at version {record.Version}: it does not follow from version {page.Version}.");
}
