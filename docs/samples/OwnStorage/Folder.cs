using Microsoft.Data.Sqlite;

namespace OwnStorage;

/// <summary>A folder for database files that goes away with everything in it.</summary>
internal sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("own-storage-");
    private int _files;

    public SqliteStore Open() => new(NewPath());

    /// <summary>Lets go of everything, and opens the same file again.</summary>
    public static SqliteStore Reopen(SqliteStore store)
    {
        SqliteConnection.ClearAllPools();
        return new SqliteStore(store.Path);
    }

    /// <summary>What a process leaves behind that is killed now: the files as they are. The log first, as it is carried over into the file later.</summary>
    public SqliteStore AfterCrash(SqliteStore store)
    {
        var path = NewPath();
        if (File.Exists($"{store.Path}-wal"))
        {
            File.Copy($"{store.Path}-wal", $"{path}-wal");
        }

        File.Copy(store.Path, path);
        return new SqliteStore(path);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private string NewPath() => Path.Combine(_folder.FullName, FormattableString.Invariant($"{Interlocked.Increment(ref _files)}.db"));
}
