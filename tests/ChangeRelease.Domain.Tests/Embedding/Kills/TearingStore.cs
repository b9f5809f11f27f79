using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using Microsoft.Data.Sqlite;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>A store that writes the records of an append one by one, without a transaction around them. That is what kills must find.</summary>
internal sealed class TearingStore(SqliteStore inner) : IEventStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var result = await inner.AppendAsync(stream, expectedVersion, command, [records[0]], cancellation).ConfigureAwait(false);
        if (result is not Appended || records.Count == 1)
        {
            return result;
        }

        using var connection = inner.Open();
        foreach (var record in records.Skip(1))
        {
            Thread.Sleep(Pause);
            Insert(connection, record);
        }

        return new Appended(records[^1].Version);
    }

    public IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation) => inner.ReadAsync(stream, afterVersion, cancellation);

    private static void Insert(SqliteConnection connection, EventRecord record)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO record VALUES ($tenant, $kind, $key, $version, $micros, $actor, $command, $causation, $type, $payload, $previous, $hash)";
        (string Name, object? Value)[] values =
        [
            ("$tenant", record.Stream.Tenant.Value), ("$kind", record.Stream.Kind), ("$key", record.Stream.Key), ("$version", record.Version), ("$micros", record.At.ToUnixTimeTicks() / 10),
            ("$actor", record.Actor.Value), ("$command", record.Command.Value), ("$causation", record.Causation?.Value), ("$type", record.Type), ("$payload", record.Payload.ToArray()),
            ("$previous", record.PreviousHash.Hex), ("$hash", record.Hash.Hex),
        ];
        foreach (var (name, value) in values)
        {
            insert.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        insert.ExecuteNonQuery();
    }
}
