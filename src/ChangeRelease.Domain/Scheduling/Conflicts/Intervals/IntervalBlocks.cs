using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How eight intervals lie side by side in memory: the latest end of all before them, their starts, their ends, their items.</summary>
/// <remarks>What a search touches is close together, and all eight are compared at once. The last block of a class is filled up with starts that never come.</remarks>
internal static class IntervalBlocks
{
    public const int Bits = 3;
    public const int Intervals = 1 << Bits;
    public const int Length = Starts + (2 * Intervals) + (Intervals / 2);
    public const long Never = long.MaxValue >> 2;

    /// <summary>The hits of a block of which all overlap.</summary>
    public const uint All = (1 << Intervals) - 1;

    private const int InVector = Intervals / 2;
    private const int Starts = 1;
    private const int Ends = Starts + Intervals;
    private const int Items = Ends + Intervals;

    /// <summary>How many blocks hold so many intervals.</summary>
    public static int Of(int count) => (count + Intervals - 1) >> Bits;

    public static long LatestBefore(ReadOnlySpan<long> block) => block[0];

    public static long FirstStart(ReadOnlySpan<long> block) => block[Starts];

    public static long LastStart(ReadOnlySpan<long> block) => block[Ends - 1];

    public static ReadOnlySpan<long> StartsOf(ReadOnlySpan<long> block) => block.Slice(Starts, Intervals);

    public static ReadOnlySpan<long> EndsOf(ReadOnlySpan<long> block) => block.Slice(Ends, Intervals);

    public static ReadOnlySpan<int> ItemsOf(ReadOnlySpan<long> block) => MemoryMarshal.Cast<long, int>(block.Slice(Items, Intervals / 2));

    /// <summary>Which of a block overlap a stretch: one bit each.</summary>
    public static uint Hits(ReadOnlySpan<long> block, long from, long until) =>
        HitsOfFour(block, 0, from, until) | (HitsOfFour(block, InVector, from, until) << InVector);

    public static void Begin(Span<long> block, long latestBefore)
    {
        block[0] = latestBefore;
        block.Slice(Starts, Intervals).Fill(Never);
        block.Slice(Ends, Intervals).Fill(-Never);
    }

    public static void Put(Span<long> block, int at, long start, long end, int item)
    {
        (block[Starts + at], block[Ends + at]) = (start, end);
        MemoryMarshal.Cast<long, int>(block.Slice(Items, Intervals / 2))[at] = item;
    }

    private static uint HitsOfFour(ReadOnlySpan<long> block, int at, long from, long until)
    {
        var begun = Vector256.LessThan(Vector256.LoadUnsafe(in block[Starts + at]), Vector256.Create(until));
        var notOver = Vector256.GreaterThan(Vector256.LoadUnsafe(in block[Ends + at]), Vector256.Create(from));
        return (begun & notOver).ExtractMostSignificantBits();
    }
}
