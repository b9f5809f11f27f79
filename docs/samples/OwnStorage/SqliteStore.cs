using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace OwnStorage;

/// <summary>An event store over one table of SQLite. Text compares byte by byte there, and integers hold microseconds.</summary>
internal sealed class SqliteStore : IEventStore
{
    // With a log beside the file, those who read and those who write do not wait for each other.
    private const string Table = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS record (
            tenant TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
            micros INTEGER NOT NULL, actor TEXT NOT NULL, command TEXT NOT NULL, causation TEXT NULL,
            type TEXT NOT NULL, payload BLOB NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL,
            PRIMARY KEY (tenant, kind, key, version)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS record_command ON record (tenant, kind, key, command);
        """;

    private const string OfStream = "FROM record WHERE tenant = $tenant AND kind = $kind AND key = $key";

    private readonly string _connection;

    public SqliteStore(string path)
    {
        Path = path;
        _connection = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        using var connection = Open();
        using var create = connection.CreateCommand();
        create.CommandText = Table;
        create.ExecuteNonQuery();
    }

    public string Path { get; }

    // A transaction that is immediate takes the write lock first, so that nobody comes between looking and writing.
    public ValueTask<AppendResult> AppendAsync(
        StreamId stream, long expectedVersion, CommandId command, IReadOnlyList<EventRecord> records, CancellationToken cancellation)
    {
        var batch = AppendBatch.Checked(stream, expectedVersion, command, records);
        cancellation.ThrowIfCancellationRequested();
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        AppendResult result = LastVersion(connection, stream, command) is > 0 and var applied ? new AlreadyApplied(applied)
            : LastVersion(connection, stream, null) is var version && version != expectedVersion ? new Conflict(version)
            : Insert(connection, batch);
        transaction.Commit();
        return ValueTask.FromResult(result);
    }

    public async IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        using var connection = Open();
        using var select = Prepared(connection, $"SELECT version, micros, actor, command, causation, type, payload, previous, hash {OfStream} AND version > $after ORDER BY version", stream, ("$after", afterVersion));
        using var rows = await select.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return EventRecord.Restore(
                stream, rows.GetInt64(0), Instant.FromUnixTimeTicks(rows.GetInt64(1) * 10), new ActorId(rows.GetString(2)), new CommandId(rows.GetString(3)),
                rows.IsDBNull(4) ? null : new CommandId(rows.GetString(4)), rows.GetString(5), rows.GetFieldValue<byte[]>(6), Digest.Parse(rows.GetString(7)), Digest.Parse(rows.GetString(8)));
        }
    }

    /// <summary>The version of the last record of a stream, or of one command in it; 0 when there is none.</summary>
    private static long LastVersion(SqliteConnection connection, StreamId stream, CommandId? command)
    {
        using var select = Prepared(connection, $"SELECT coalesce(max(version), 0) {OfStream} AND ($command IS NULL OR command = $command)", stream, ("$command", command?.Value));
        return (long)select.ExecuteScalar()!;
    }

    private static Appended Insert(SqliteConnection connection, EventRecord[] batch)
    {
        foreach (var record in batch)
        {
            using var insert = Prepared(
                connection,
                "INSERT INTO record VALUES ($tenant, $kind, $key, $version, $micros, $actor, $command, $causation, $type, $payload, $previous, $hash)",
                record.Stream,
                ("$version", record.Version), ("$micros", record.At.ToUnixTimeTicks() / 10), ("$actor", record.Actor.Value), ("$command", record.Command.Value),
                ("$causation", record.Causation?.Value), ("$type", record.Type), ("$payload", record.Payload.ToArray()), ("$previous", record.PreviousHash.Hex), ("$hash", record.Hash.Hex));
            insert.ExecuteNonQuery();
        }

        return new Appended(batch[^1].Version);
    }

    // What is committed outlives a loss of power, too, and who finds the lock taken asks again within milliseconds: the file keeps neither, every connection is told.
    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000";
        settings.ExecuteNonQuery();
        return connection;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string text, StreamId stream, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        (string Name, object? Value)[] all = [.. values, ("$tenant", stream.Tenant.Value), ("$kind", stream.Kind), ("$key", stream.Key)];
        foreach (var (name, value) in all)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
