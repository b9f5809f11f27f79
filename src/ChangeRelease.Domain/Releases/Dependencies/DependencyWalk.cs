using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a release waits for, directly or by others that wait themselves, each by a shortest path. What is live is not gone behind.</summary>
internal sealed class DependencyWalk
{
    private DependencyWalk(ValueList<ValueList<ReleaseId>> waiting, ValueList<ValueList<ReleaseId>> missing, ValueList<ValueList<ReleaseId>> cycles, int steps) =>
        (Waiting, Missing, Cycles, Steps) = (waiting, missing, cycles, steps);

    /// <summary>The paths to the releases that are not live, the nearest first.</summary>
    public ValueList<ValueList<ReleaseId>> Waiting { get; }

    /// <summary>The paths to what is no known release.</summary>
    public ValueList<ValueList<ReleaseId>> Missing { get; }

    /// <summary>The cycles that are met, one for each group.</summary>
    public ValueList<ValueList<ReleaseId>> Cycles { get; }

    public int Steps { get; }

    public static DependencyWalk From(ReleaseDependencies dependencies, ReleaseId start, HashSet<ReleaseId> released)
    {
        var (from, queue, reached, steps) = (new Dictionary<ReleaseId, ReleaseId?> { [start] = null }, new Queue<ReleaseId>([start]), new List<ReleaseId>(), 0);
        while (queue.TryDequeue(out var here))
        {
            reached.Add(here);
            var after = dependencies.Find(here)?.After ?? [];
            steps += 1 + after.Count;
            foreach (var next in after.Order().Where(next => !released.Contains(next) && from.TryAdd(next, here)))
            {
                queue.Enqueue(next);
            }
        }

        var cycles = ReleaseCycles.From(new[] { dependencies.Find(start) }.OfType<DependentRelease>(), dependencies, released);
        var others = reached.Where(id => id != start).ToLookup(id => dependencies.Find(id) is not null, id => Path(from, id));
        return new DependencyWalk(
            others[true].ToValueList(),
            others[false].ToValueList(),
            cycles.All.ToValueList(),
            steps + cycles.Steps);
    }

    private static ValueList<ReleaseId> Path(Dictionary<ReleaseId, ReleaseId?> from, ReleaseId end)
    {
        var path = new List<ReleaseId>();
        for (ReleaseId? at = end; at is not null; at = from[at])
        {
            path.Add(at);
        }

        path.Reverse();
        return path.ToValueList();
    }
}
