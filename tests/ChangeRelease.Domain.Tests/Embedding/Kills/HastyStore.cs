using System.Collections.Concurrent;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>A store that acknowledges before it commits: it remembers, and writes a little later. That is what kills must find.</summary>
internal sealed class HastyStore : IEventStore, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly IEventStore _inner;
    private readonly InMemoryEventStore _memory = new();
    private readonly ConcurrentDictionary<StreamId, Lazy<Task>> _known = [];
    private readonly BlockingCollection<EventRecord[]> _late = [];

    public HastyStore(IEventStore inner)
    {
        _inner = inner;
        new Thread(WriteLate) { IsBackground = true }.Start();
    }

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        await Know(stream).ConfigureAwait(false);
        var result = await _memory.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        if (result is Appended)
        {
            _late.Add([.. records], cancellation);
        }

        return result;
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Know(stream).ConfigureAwait(false);
        await foreach (var record in _memory.ReadAsync(stream, afterVersion, cancellation).ConfigureAwait(false))
        {
            yield return record;
        }
    }

    public void Dispose() => _late.Dispose();

    private Task Know(StreamId stream) => _known.GetOrAdd(stream, new Lazy<Task>(() => Remember(stream))).Value;

    private async Task Remember(StreamId stream)
    {
        var records = await World.Records(_inner, stream).ConfigureAwait(false);
        foreach (var batch in records.GroupBy(record => record.Command))
        {
            await _memory.AppendAsync(stream, batch.First().Version - 1, batch.Key, [.. batch], CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void WriteLate()
    {
        foreach (var batch in _late.GetConsumingEnumerable())
        {
            Thread.Sleep(Pause);
            _inner.AppendAsync(batch[0].Stream, batch[0].Version - 1, batch[0].Command, batch, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }
}
