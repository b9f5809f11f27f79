using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>Lets so many appends through, and no more.</summary>
internal sealed class Halting(IEventStore inner, int writes) : IEventStore
{
    private int _left = writes;

    public ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
        _left-- > 0 ? inner.AppendAsync(stream, expectedVersion, command, records, cancellation) : throw new TimeoutException();

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);
}
