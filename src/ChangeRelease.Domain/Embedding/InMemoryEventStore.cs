using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>An event store that keeps everything in memory, for tests, trials and samples; it survives nothing (S-71).</summary>
/// <remarks>
/// Safe for any number of callers at once; appends to one stream wait for each other, those to different streams do not.
/// An enumeration finds what the stream held when it began, and nothing that was appended later.
/// </remarks>
public sealed class InMemoryEventStore : IEventStore
{
    private readonly ConcurrentDictionary<StreamId, StreamLog> _streams = [];

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(
        StreamId stream,
        long expectedVersion,
        CommandId command,
        IReadOnlyList<EventRecord> records,
        CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        return ValueTask.FromResult(Log(stream).Append(expectedVersion, command, batch, cancellation));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        return Enumerate(stream, afterVersion, cancellation);
    }

    private StreamLog Log(StreamId stream) => _streams.GetOrAdd(stream, static _ => new StreamLog());

    private EventRecord[] After(StreamId stream, long version) => _streams.TryGetValue(stream, out var log) ? log.After(version) : [];

    private async IAsyncEnumerable<EventRecord> Enumerate(
        StreamId stream,
        long afterVersion,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        foreach (var record in After(stream, afterVersion))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
