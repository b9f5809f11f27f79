using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>A store whose streams anybody can exchange: what somebody can who writes to the database.</summary>
internal sealed class ShelfStore : IEventStore
{
    private readonly Dictionary<StreamId, EventRecord[]> _streams = [];

    public void Put(StreamId stream, params EventRecord[] records) => _streams[stream] = records;

    public ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var record in _streams.GetValueOrDefault(stream, []).Where(record => record.Version > afterVersion))
        {
            yield return record;
        }
    }
}
