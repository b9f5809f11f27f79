namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>In which bucket a moment lies; where a resource has none, every moment is one.</summary>
internal readonly struct Buckets(int[]? edges)
{
    /// <summary>Beyond every moment.</summary>
    private const long Never = 1L << 40;

    public int Of(int moment)
    {
        if (edges is null)
        {
            return moment;
        }

        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = edges[middle] <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first moment of a bucket.</summary>
    public long Start(int bucket) => edges is null ? bucket : bucket == 0 ? -Never : edges[bucket - 1];

    /// <summary>The first moment after a bucket.</summary>
    public long End(int bucket) => edges is null ? bucket + 1L : bucket == edges.Length ? Never : edges[bucket];
}
