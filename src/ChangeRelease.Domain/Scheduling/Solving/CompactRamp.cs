namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A cost that grows with the distance of a start from a pivot, and steps up where the start is not the pivot.</summary>
/// <param name="Pivot">The start that costs nothing.</param>
/// <param name="Before">For each granule before the pivot; zero or more.</param>
/// <param name="After">For each granule after it; zero or more.</param>
/// <param name="Off">For being anywhere else; zero or more.</param>
internal readonly record struct CompactRamp(int Pivot, long Before, long After, long Off = 0)
{
    public long CostAt(int start) =>
        start > Pivot ? Off + (After * (start - Pivot))
        : start < Pivot ? Off + (Before * (Pivot - start))
        : 0;
}
