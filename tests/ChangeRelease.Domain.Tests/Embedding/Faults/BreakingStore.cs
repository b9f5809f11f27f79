using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A store of which any call can break: an append, and a read as it is opened, at its first record, and at its last one.</summary>
internal sealed class BreakingStore(IEventStore inner, Breakage breakage) : IEventStore
{
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var call = breakage.Come($"append to {stream.Kind}");
        var result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        breakage.Go(call);
        return result;
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var call = breakage.Come($"read {stream.Kind}");
        List<EventRecord> found = [];
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            found.Add(record);
        }

        for (var at = 0; at < found.Count; at++)
        {
            var (isFirst, isLast) = (at == 0, at == found.Count - 1);
            var part = isFirst || isLast ? breakage.Come(isFirst ? $"first record of {stream.Kind}" : $"later record of {stream.Kind}") : 0;
            cancellation.ThrowIfCancellationRequested();
            yield return found[at];
            breakage.Go(part);
        }

        breakage.Go(call);
    }
}
