namespace ChangeRelease.Domain.Scheduling;

/// <summary>Looks for a way that comes back to where it began.</summary>
internal static class CircleSearch
{
    /// <returns>A circle, each item once, in the order of the way; null when there is none.</returns>
    public static List<T>? Find<T>(IEnumerable<T> all, Func<T, IEnumerable<T>> next)
        where T : notnull
    {
        var done = new HashSet<T>();
        foreach (var first in all)
        {
            if (From(first, next, done) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }

    private static List<T>? From<T>(T first, Func<T, IEnumerable<T>> next, HashSet<T> done)
        where T : notnull
    {
        var (way, places) = (new List<(T Item, IEnumerator<T> Next)>(), new Dictionary<T, int>());
        Enter(first);
        while (way.Count > 0)
        {
            var (item, rest) = way[^1];
            if (!rest.MoveNext())
            {
                way.RemoveAt(way.Count - 1);
                places.Remove(item);
                done.Add(item);
            }
            else if (places.TryGetValue(rest.Current, out var place))
            {
                return way.Skip(place).Select(step => step.Item).ToList();
            }
            else if (!done.Contains(rest.Current))
            {
                Enter(rest.Current);
            }
        }

        return null;

        void Enter(T item)
        {
            if (!done.Contains(item))
            {
                places.Add(item, way.Count);
                way.Add((item, next(item).GetEnumerator()));
            }
        }
    }
}
