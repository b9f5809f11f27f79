namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Sets of granules as first and first-not in turn, strictly increasing.</summary>
internal static class Edges
{
    /// <summary>Ranges in order of their firsts, joined where they overlap or touch.</summary>
    public static int[] Joined(List<int> ranges)
    {
        var kept = 0;
        for (var at = 0; at < ranges.Count; at += 2)
        {
            if (kept > 0 && ranges[at] <= ranges[kept - 1])
            {
                ranges[kept - 1] = Math.Max(ranges[kept - 1], ranges[at + 1]);
            }
            else
            {
                (ranges[kept], ranges[kept + 1]) = (ranges[at], ranges[at + 1]);
                kept += 2;
            }
        }

        return [.. ranges[..kept]];
    }

    public static int[] Intersect(int[] left, int[] right)
    {
        if (ReferenceEquals(left, right))
        {
            return left;
        }

        var common = new List<int>(Math.Min(left.Length, right.Length) + 2);
        for (int at = 0, other = 0; at < left.Length && other < right.Length;)
        {
            var (from, until) = (Math.Max(left[at], right[other]), Math.Min(left[at + 1], right[other + 1]));
            if (from < until)
            {
                common.Add(from);
                common.Add(until);
            }

            (at, other) = left[at + 1] < right[other + 1] ? (at + 2, other) : (at, other + 2);
        }

        return [.. common];
    }

    /// <summary>What lies at or after a first and before a first-not.</summary>
    public static int[] Within(int[] edges, int from, int until) =>
        edges.Length > 0 && from <= edges[0] && edges[^1] <= until ? edges : from < until ? Intersect(edges, [from, until]) : [];

    /// <summary>The first at or after a granule; <see cref="int.MaxValue"/> when there is none.</summary>
    public static int AtOrAfter(int[] edges, int granule)
    {
        var range = RangeEndingAfter(edges, granule);
        return range < edges.Length ? Math.Max(edges[range], granule) : int.MaxValue;
    }

    /// <summary>The last at or before a granule; <see cref="int.MinValue"/> when there is none.</summary>
    public static int AtOrBefore(int[] edges, int granule)
    {
        var range = RangeEndingAfter(edges, granule);
        return range < edges.Length && edges[range] <= granule ? granule : range > 0 ? edges[range - 1] - 1 : int.MinValue;
    }

    /// <summary>The end of the range that a granule is in, itself outside.</summary>
    public static int EndOf(int[] edges, int granule) => edges[RangeEndingAfter(edges, granule) + 1];

    public static bool Contains(int[] edges, int granule) => AtOrAfter(edges, granule) == granule;

    /// <summary>Where the first range stands that ends after a granule.</summary>
    private static int RangeEndingAfter(int[] edges, int granule)
    {
        var (low, high) = (0, edges.Length / 2);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = edges[(2 * middle) + 1] > granule ? (low, middle) : (middle + 1, high);
        }

        return 2 * low;
    }
}
