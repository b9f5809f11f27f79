using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>An event store with feed and outbox that keeps everything in memory, for tests, trials and samples; it survives nothing (S-71).</summary>
/// <remarks>
/// Safe for any number of callers at once; appends to one stream wait for each other, those to different streams only as long as a
/// place in the feed takes. An enumeration finds what there was when it began, and nothing that was appended later.
/// </remarks>
public sealed class InMemoryEventStore : IOutbox, IEventFeed
{
    private readonly ConcurrentDictionary<StreamId, StreamLog> _streams = [];
    private readonly CommonLog _common = new();

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(
        StreamId stream,
        long expectedVersion,
        CommandId command,
        IReadOnlyList<EventRecord> records,
        CancellationToken cancellation) => AppendAsync(stream, expectedVersion, command, records, [], cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(
        StreamId stream,
        long expectedVersion,
        CommandId command,
        IReadOnlyList<EventRecord> records,
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        var told = AppendBatch.Checked(stream, command, messages);
        return ValueTask.FromResult(Log(stream).Append(expectedVersion, command, batch, told, cancellation));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        return Enumerate(() => After(stream, afterVersion), cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<FeedEntry> ReadFeedAsync(long afterPosition, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        return Enumerate(() => _common.After(afterPosition), cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OutboxMessage> ReadPendingAsync(CancellationToken cancellation) => Enumerate(_common.Pending, cancellation);

    /// <inheritdoc/>
    public ValueTask SettleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellation.ThrowIfCancellationRequested();
        _common.Settle(message);
        return ValueTask.CompletedTask;
    }

    private StreamLog Log(StreamId stream) => _streams.GetOrAdd(stream, static (_, common) => new StreamLog(common), _common);

    private EventRecord[] After(StreamId stream, long version) => _streams.TryGetValue(stream, out var log) ? log.After(version) : [];

    private static async IAsyncEnumerable<T> Enumerate<T>(Func<T[]> found, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        foreach (var item in found())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
