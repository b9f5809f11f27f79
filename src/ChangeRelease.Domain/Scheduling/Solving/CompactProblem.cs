namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A planning problem in whole numbers: time counts in granules from the start of the horizon, and everything has an index.</summary>
/// <remarks>It is immutable once made; solvers only read it.</remarks>
internal sealed class CompactProblem
{
    /// <summary>The first granule in which nothing may be used any more: every start plus length is at most this.</summary>
    public required int Horizon { get; init; }

    public required CompactTask[] Tasks { get; init; }

    public required CompactResource[] Resources { get; init; }

    /// <summary>Least distances from start to start; a negative one bounds the distance the other way round from above.</summary>
    public required CompactLag[] Lags { get; init; }

    /// <summary>What each granule costs by which the latest end of a task is later than zero.</summary>
    public long MakespanCost { get; init; }

    public int Count => Tasks.Length;
}
