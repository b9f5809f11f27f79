using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>A store that remembers what it was called with, in the order in which calls ended; for any number of callers at once.</summary>
/// <param name="inner">The store that does the work.</param>
public sealed class RecordingStore(IEventStore inner) : IEventStore
{
    private readonly ConcurrentQueue<StoreCall> _calls = [];

    /// <summary>The calls so far.</summary>
    public ValueList<StoreCall> Calls => _calls.ToValueList();

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        AppendResult? result = null;
        try
        {
            return result = await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _calls.Enqueue(new AppendCall(stream, expectedVersion, command, Kept(records, result), result));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = 0;
        try
        {
            await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
            {
                found++;
                yield return record;
            }
        }
        finally
        {
            _calls.Enqueue(new ReadCall(stream, afterVersion, found));
        }
    }

    // What could not be appended may be no list at all.
    private static ValueList<EventRecord> Kept(IReadOnlyList<EventRecord> records, AppendResult? result) => result is null ? [] : [.. records];
}
