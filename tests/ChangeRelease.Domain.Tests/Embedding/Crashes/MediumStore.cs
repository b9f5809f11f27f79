using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>The reference store, with a medium under it that outlives it.</summary>
/// <param name="isHasty">Whether the latest append is not on the medium yet when it is acknowledged: that is what must be found.</param>
internal sealed class MediumStore(bool isHasty = false) : IEventStore
{
    private readonly InMemoryEventStore _memory = new();
    private readonly List<EventRecord[]> _medium = [];
    private EventRecord[]? _late;

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var result = await _memory.AppendAsync(stream, expectedVersion, command, records, cancellation).ConfigureAwait(false);
        if (result is Appended)
        {
            Write([.. records]);
        }

        return result;
    }

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => _memory.ReadAsync(stream, afterVersion, cancellation);

    /// <summary>A store over what is on the medium.</summary>
    public async Task<MediumStore> AfterCrashAsync()
    {
        var store = new MediumStore(isHasty);
        foreach (var batch in _medium)
        {
            await store._memory.AppendAsync(batch[0].Stream, batch[0].Version - 1, batch[0].Command, batch, CancellationToken.None).ConfigureAwait(false);
        }

        store._medium.AddRange(_medium);
        return store;
    }

    private void Write(EventRecord[] batch)
    {
        if (!isHasty)
        {
            _medium.Add(batch);
            return;
        }

        _medium.AddRange(_late is { } late ? [late] : []);
        _late = batch;
    }
}
