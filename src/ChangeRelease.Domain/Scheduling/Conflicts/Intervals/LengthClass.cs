namespace ChangeRelease.Domain.Scheduling;

/// <summary>Intervals of one list whose lengths are alike, in order of start. It is kept small, since every search begins with it.</summary>
/// <param name="Place">Where its blocks begin.</param>
/// <param name="Count">How many intervals it has.</param>
/// <param name="Origin">The first start, about.</param>
/// <param name="Density">How many blocks there are for each unit of time, about.</param>
internal readonly record struct LengthClass(int Place, int Count, int Origin, float Density)
{
    public const int Bytes = 16;

    private const int UnitBits = 21;

    /// <summary>The last block.</summary>
    public int Last => IntervalBlocks.Of(Count) - 1;

    public static LengthClass Of(int place, int count, long first, long last) =>
        new(place, count, Units(first), IntervalBlocks.Of(count) / (1f + Units(last) - Units(first)));

    /// <summary>The block in which a time probably is, or the next.</summary>
    public int Guess(long time) => (int)Math.Clamp(((Units(time) - (float)Origin) * Density) + 0.5f, 0, Last);

    // Two seconds are fine enough for a guess.
    private static int Units(long time) => (int)(time >> UnitBits);
}
