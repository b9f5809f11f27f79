using ChangeRelease.Domain.Embedding;
using OwnStorage;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>Where stores are opened, and opened again over what a crash leaves of them.</summary>
/// <param name="Name">What the stores are.</param>
/// <param name="Open">Opens an empty one.</param>
/// <param name="AfterCrash">The crash hook of their contract: what is left, in a store of its own; the one that it is made from stays as it is.</param>
/// <param name="Leave">Cleans up.</param>
internal sealed record Ground(string Name, Func<IEventStore> Open, Func<IEventStore, Task<IEventStore>> AfterCrash, Action Leave)
{
    public static Ground Memory() => Of("the reference store", isHasty: false);

    /// <summary>A store that acknowledges before it is safe.</summary>
    public static Ground Hasty() => Of("a hasty store", isHasty: true);

    public static Ground Sqlite()
    {
        var folder = new Folder();
        return new Ground("SQLite", folder.Open, store => Task.FromResult<IEventStore>(folder.AfterCrash((SqliteStore)store)), folder.Dispose);
    }

    private static Ground Of(string name, bool isHasty) =>
        new(name, () => new MediumStore(isHasty), async store => await ((MediumStore)store).AfterCrashAsync().ConfigureAwait(false), () => { });
}
