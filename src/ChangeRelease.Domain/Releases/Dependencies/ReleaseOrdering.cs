using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Finds the order in which releases may go live, and says why some have no place in it.</summary>
internal static class ReleaseOrdering
{
    public static DependencyReview Review(ReleaseDependencies dependencies, HashSet<ReleaseId> released)
    {
        var waiting = dependencies.Releases.Where(release => !released.Contains(release.Id)).ToList();
        var (order, steps) = Order(waiting, released);
        var cycles = ReleaseCycles.From(waiting, dependencies, released);
        return new DependencyReview(order, Missing(dependencies, waiting, released).Concat(Circles(cycles)).ToValueList(), steps + cycles.Steps);
    }

    // Of those that wait for nothing any more, the one with the lowest id goes next.
    private static (ValueList<ReleaseId> Order, int Steps) Order(List<DependentRelease> waiting, HashSet<ReleaseId> released)
    {
        var open = waiting.ToDictionary(release => release.Id, release => release.After.Distinct().Count(id => !released.Contains(id)));
        var followers = waiting.SelectMany(release => release.After.Distinct().Select(id => (id, release.Id))).ToLookup(arrow => arrow.id, arrow => arrow.Id);
        var ready = new SortedSet<ReleaseId>(open.Where(entry => entry.Value == 0).Select(entry => entry.Key));
        var (order, steps) = (new List<ReleaseId>(), waiting.Sum(release => 1 + release.After.Count));
        while (ready.Min is { } next)
        {
            ready.Remove(next);
            order.Add(next);
            foreach (var follower in followers[next])
            {
                steps++;
                if (--open[follower] == 0)
                {
                    ready.Add(follower);
                }
            }
        }

        return (order.ToValueList(), steps + order.Count);
    }

    private static IEnumerable<Refusal> Missing(ReleaseDependencies dependencies, List<DependentRelease> waiting, HashSet<ReleaseId> released) =>
        from release in waiting
        from id in release.After.Distinct().Order()
        where !released.Contains(id) && dependencies.Find(id) is null
        select Refusal.Of(DependencyReasons.MissingCode, DependencyReasons.MissingSentence, DependencyReasons.Missing([release.Id, id]));

    private static IEnumerable<Refusal> Circles(ReleaseCycles cycles) => cycles.All
        .Select(cycle => Refusal.Of(DependencyReasons.CycleCode, DependencyReasons.CycleSentence, DependencyReasons.Cycle(cycle)));
}
