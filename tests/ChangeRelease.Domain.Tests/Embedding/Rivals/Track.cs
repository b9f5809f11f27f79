using ChangeRelease.Domain.Embedding;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.Embedding.Rivals;

/// <summary>A store that racers share, each by an instance of its own where it has instances.</summary>
/// <param name="Name">Which store.</param>
/// <param name="Lanes">The store as each of them has it.</param>
internal sealed record Track(string Name, IEventStore[] Lanes)
{
    public static Track InMemory()
    {
        var store = new InMemoryEventStore();
        return new Track("in memory", [.. Enumerable.Repeat(store, Race.Racers)]);
    }

    /// <summary>In memory with a race in it.</summary>
    public static Track Blind() => new("blind", [.. Enumerable.Repeat(new BlindStore(new InMemoryEventStore()), Race.Racers)]);

    public static Track Sqlite(Folder folder)
    {
        var path = folder.Open().Path;
        return new Track("SQLite", [.. Enumerable.Range(0, Race.Racers).Select(_ => new SqliteStore(path))]);
    }

    /// <summary>The sample's, with a race in it.</summary>
    public static Track Hasty(Folder folder) => new("hasty", [.. Sqlite(folder).Lanes.Select(lane => new HastyStore((SqliteStore)lane))]);
}
