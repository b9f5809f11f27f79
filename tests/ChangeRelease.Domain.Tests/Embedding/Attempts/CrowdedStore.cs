using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Attempts;

/// <summary>A store in which somebody else is always faster.</summary>
internal sealed class CrowdedStore(IEventStore inner) : IEventStore
{
    public ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
        new(new Conflict(expectedVersion + 1));

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
}
