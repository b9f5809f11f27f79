using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A store in which reading streams of one kind stalls: what was read arrives after something happened.</summary>
internal sealed class StallingStore(IEventStore inner, string kind, Func<CancellationToken, Task> stall) : IEventStore
{
    public bool Stalled { get; private set; }

    public ValueTask<AppendResult> AppendAsync(StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
        inner.AppendAsync(stream, expectedVersion, command, records, cancellation);

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var read = new List<EventRecord>();
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation))
        {
            read.Add(record);
        }

        if (stream.Kind == kind)
        {
            Stalled = true;
            await stall(cancellation);
        }

        foreach (var record in read)
        {
            yield return record;
        }
    }
}
