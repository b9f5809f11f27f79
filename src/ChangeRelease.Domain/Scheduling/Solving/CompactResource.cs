namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Something of which only so much can be used at a time.</summary>
/// <remarks>
/// Where it counts by buckets, as days do in "two a day", a use counts in every bucket that it touches, from that bucket's first granule to its last.
/// What lies before the first edge or after the last is a bucket, too.
/// </remarks>
internal sealed class CompactResource
{
    /// <summary>How much may be used at once; <see cref="int.MaxValue"/> when there is no bound.</summary>
    public required int Capacity { get; init; }

    /// <summary>Where buckets begin, strictly increasing; null when every granule counts by itself.</summary>
    public int[]? Edges { get; init; }

    /// <summary>How much of a bucket is free of cost.</summary>
    public int Free { get; init; } = int.MaxValue;

    /// <summary>What each unit above <see cref="Free"/> costs in a bucket; zero or more.</summary>
    public long OverCost { get; init; }
}
