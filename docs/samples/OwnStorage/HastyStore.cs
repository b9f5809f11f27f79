using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace OwnStorage;

/// <summary>A store with a race in it: whoever comes too late is written behind the one who was faster, instead of being told.</summary>
/// <remarks>It means well, and works whenever nobody else is there. What was decided on the version before is in the stream all the same.</remarks>
internal sealed class HastyStore(SqliteStore inner) : IEventStore
{
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        var version = await VersionAsync(stream, cancellation);
        var result = await inner.AppendAsync(stream, expectedVersion, command, batch, cancellation);
        while (version == expectedVersion && result is Conflict conflict)
        {
            result = await inner.AppendAsync(stream, conflict.ActualVersion, command, Behind(batch, conflict.ActualVersion), cancellation);
        }

        return result;
    }

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) =>
        inner.ReadAsync(stream, afterVersion, cancellation);

    private async Task<long> VersionAsync(StreamId stream, CancellationToken cancellation)
    {
        var version = 0L;
        await foreach (var record in inner.ReadAsync(stream, 0, cancellation))
        {
            version = record.Version;
        }

        return version;
    }

    private static EventRecord[] Behind(EventRecord[] batch, long version) =>
    [
        .. batch.Select((record, place) => EventRecord.Restore(
            record.Stream, version + place + 1, record.At, record.Actor, record.Command, record.Causation, record.Type, record.Payload.Span, record.PreviousHash, record.Hash)),
    ];
}
