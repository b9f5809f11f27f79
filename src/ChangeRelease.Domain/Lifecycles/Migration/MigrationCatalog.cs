using System.Collections.Concurrent;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The migration maps that a host knows; several of them in a row lead from one definition to a later one, too.</summary>
public sealed class MigrationCatalog
{
    private readonly ILookup<LifecycleRef, MigrationMap> _leaving;
    private readonly ConcurrentDictionary<(LifecycleRef From, LifecycleRef To), MigrationMap?> _found = new();

    /// <summary>Collects maps.</summary>
    /// <param name="maps">The maps; one at most from one definition to another.</param>
    /// <exception cref="ArgumentException">Two maps lead from and to the same definitions.</exception>
    public MigrationCatalog(params IEnumerable<MigrationMap> maps)
    {
        All = maps.ToValueList();
        _leaving = All.ToLookup(map => map.From);
        if (All.GroupBy(map => (map.From, map.To)).FirstOrDefault(same => same.Count() > 1) is { } twins)
        {
            throw new ArgumentException($"Two maps lead from {twins.Key.From} to {twins.Key.To}.", nameof(maps));
        }
    }

    /// <summary>No map: nothing can be migrated.</summary>
    public static MigrationCatalog None { get; } = new();

    /// <summary>Every map.</summary>
    public ValueList<MigrationMap> All { get; }

    /// <summary>The map from one definition to another: the one that was given, or the fewest of them in a row, as one.</summary>
    /// <remarks>Among equally few, the maps that were given first. The whole is checked like any map.</remarks>
    /// <param name="from">The definition that is left.</param>
    /// <param name="to">The definition that is entered.</param>
    /// <returns>The map, or null when none leads there, or the whole would not be legal.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public MigrationMap? Find(LifecycleRef from, LifecycleRef to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return _found.TryGetValue((from, to), out var known) ? known
            : Route(from, to) is { Count: > 0 } route ? _found.GetOrAdd((from, to), Joined(route))
            : null;
    }

    /// <summary>The maps that lead from one definition to another, one after the other: as few as possible.</summary>
    /// <param name="from">The definition that is left.</param>
    /// <param name="to">The definition that is entered.</param>
    /// <returns>The maps in order; none when there is no way, or nothing to do.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ValueList<MigrationMap> Route(LifecycleRef from, LifecycleRef to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (last, open) = (new Dictionary<LifecycleRef, MigrationMap?> { [from] = null }, new Queue<LifecycleRef>([from]));
        while (open.TryDequeue(out var at) && !last.ContainsKey(to))
        {
            foreach (var map in _leaving[at].Where(map => last.TryAdd(map.To, map)))
            {
                open.Enqueue(map.To);
            }
        }

        var route = new Stack<MigrationMap>();
        for (var map = last.GetValueOrDefault(to); map is not null; map = last[map.From])
        {
            route.Push(map);
        }

        return route.ToValueList();
    }

    private static MigrationMap? Joined(ValueList<MigrationMap> route)
    {
        try
        {
            return route.Aggregate((whole, next) => whole.Then(next));
        }
        catch (MigrationMapException)
        {
            return null;
        }
    }
}
