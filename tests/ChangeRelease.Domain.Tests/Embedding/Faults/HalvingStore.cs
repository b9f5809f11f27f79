using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A store whose connection breaks in the middle of every batch of several records: the first of them stays.</summary>
internal sealed class HalvingStore(IEventStore inner) : IEventStore
{
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var result = await inner.AppendAsync(stream, expectedVersion, command, [records[0]], cancellation).ConfigureAwait(false);
        return records.Count == 1 ? result : throw new IOException("The connection broke.");
    }

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
}
