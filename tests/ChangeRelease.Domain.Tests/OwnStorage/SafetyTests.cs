using Microsoft.Data.Sqlite;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.OwnStorage;

/// <summary>What the store of the sample tells SQLite about when an append is safe (S-71).</summary>
public sealed class SafetyTests : IDisposable
{
    private const long Full = 2;

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_connection_of_the_store_waits_until_the_disk_has_what_is_committed()
    {
        var store = _folder.Open();
        using var first = store.Open();
        using var second = store.Open();

        (Of(first), Of(second)).Should().Be((("wal", Full), ("wal", Full)));
    }

    [Fact]
    public void A_connection_that_was_told_otherwise_is_told_again_when_it_is_used_next()
    {
        var store = _folder.Open();
        using (var careless = store.Open())
        {
            Ask(careless, "PRAGMA synchronous = OFF");
            Of(careless).Should().Be(("wal", 0));
        }

        using var next = store.Open();
        Of(next).Should().Be(("wal", Full));
    }

    [Fact]
    public void What_a_crash_leaves_is_opened_as_safely()
    {
        using var connection = _folder.AfterCrash(_folder.Open()).Open();

        Of(connection).Should().Be(("wal", Full));
    }

    private static (string Journal, long Synchronous) Of(SqliteConnection connection) =>
        ((string)Ask(connection, "PRAGMA journal_mode")!, (long)Ask(connection, "PRAGMA synchronous")!);

    private static object? Ask(SqliteConnection connection, string what)
    {
        using var command = connection.CreateCommand();
        command.CommandText = what;
        return command.ExecuteScalar();
    }
}
