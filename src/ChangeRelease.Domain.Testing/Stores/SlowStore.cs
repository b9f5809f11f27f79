using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>A store that keeps its callers waiting: as long as a delay, or until something else has happened.</summary>
/// <remarks>What is waited for may be an act of somebody else, so that a test says who comes between reading and appending.</remarks>
/// <param name="inner">The store that does the work.</param>
public sealed class SlowStore(IEventStore inner) : IEventStore
{
    /// <summary>What an append to a stream waits for before it is done; nothing when null.</summary>
    public Func<StreamId, CancellationToken, Task>? Appending { get; init; }

    /// <summary>What a read of a stream waits for when everything was read, before it is given; nothing when null.</summary>
    public Func<StreamId, CancellationToken, Task>? Reading { get; init; }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        await (Appending?.Invoke(stream, cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        return await inner.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<EventRecord> read = [];
        await foreach (var record in inner.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            read.Add(record);
        }

        await (Reading?.Invoke(stream, cancellation) ?? Task.CompletedTask).ConfigureAwait(false);
        foreach (var record in read)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
