using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

// snippet: start-table
internal sealed class TableStore : IEventStore
{
    private readonly Lock _transaction = new();
    private readonly List<Row> _table = [];

    public ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        cancellation.ThrowIfCancellationRequested();
        lock (_transaction)
        {
            var kept = RowsOf(stream);
            AppendResult result = kept.LastOrDefault(row => row.Command == command.Value) is { } applied ? new AlreadyApplied(applied.Version)
                : kept.Count != expectedVersion ? new Conflict(kept.Count)
                : new Appended(expectedVersion + batch.Length);
            _table.AddRange(result is Appended ? batch.Select(Row.Of) : []);
            return ValueTask.FromResult(result);
        }
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(
        StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        List<Row> kept;
        lock (_transaction)
        {
            kept = RowsOf(stream);
        }

        foreach (var row in kept.Where(row => row.Version > afterVersion))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row.ToRecord();
        }
    }

    private List<Row> RowsOf(StreamId stream) =>
        [.. _table.Where(row => (row.Tenant, row.Kind, row.Key) == (stream.Tenant.Value, stream.Kind, stream.Key)).OrderBy(row => row.Version)];

    private sealed record Row(
        string Tenant, string Kind, string Key, long Version, Instant At, string Actor, string Command, string? Causation,
        string Type, byte[] Payload, string PreviousHash, string Hash)
    {
        public static Row Of(EventRecord record) => new(
            record.Stream.Tenant.Value, record.Stream.Kind, record.Stream.Key, record.Version, record.At, record.Actor.Value, record.Command.Value,
            record.Causation?.Value, record.Type, record.Payload.ToArray(), record.PreviousHash.Hex, record.Hash.Hex);

        public EventRecord ToRecord() => EventRecord.Restore(
            new StreamId(new TenantId(Tenant), Kind, Key), Version, At, new ActorId(Actor), new CommandId(Command),
            Causation is null ? null : new CommandId(Causation), Type, Payload, Digest.Parse(PreviousHash), Digest.Parse(Hash));
    }
}
// end
