using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>A store that knows no command again, and checks the expected version or not even that.</summary>
internal sealed class CarelessStore : IEventStore
{
    private readonly Dictionary<StreamId, List<EventRecord>> _streams = [];
    private readonly bool _checksVersions;

    public CarelessStore(IReadOnlyList<EventRecord> records, bool checksVersions)
    {
        _checksVersions = checksVersions;
        foreach (var record in records)
        {
            Of(record.Stream).Add(record);
        }
    }

    public ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var log = Of(stream);
        if (_checksVersions && log.Count != expectedVersion)
        {
            return new(new Conflict(log.Count));
        }

        log.AddRange(records);
        return new(new Appended(log.Count));
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var record in Of(stream).Where(record => record.Version > afterVersion).ToList())
        {
            yield return record;
        }
    }

    private List<EventRecord> Of(StreamId stream)
    {
        if (!_streams.TryGetValue(stream, out var log))
        {
            _streams.Add(stream, log = []);
        }

        return log;
    }
}
