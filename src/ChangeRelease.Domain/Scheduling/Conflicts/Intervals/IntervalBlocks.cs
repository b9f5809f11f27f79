using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How eight intervals lie side by side in memory: the latest end of all before them, their starts, their ends, their items.</summary>
/// <remarks>What a search touches is close together, and all eight are compared at once. The last block of a class is filled up with starts that never come.</remarks>
/// <typeparam name="T">What times are kept in: whole units of a <see cref="TickScale"/>.</typeparam>
internal static class IntervalBlocks<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int Starts = 1;
    private const int Ends = Starts + IntervalBlocks.Intervals;
    private const int Items = Ends + IntervalBlocks.Intervals;

    public static int Length { get; } = Items + (IntervalBlocks.Intervals * sizeof(int) / Unsafe.SizeOf<T>());

    public static T Never => T.MaxValue >> 2;

    public static T LatestBefore(ReadOnlySpan<T> block) => block[0];

    public static T FirstStart(ReadOnlySpan<T> block) => block[Starts];

    public static T LastStart(ReadOnlySpan<T> block) => block[Ends - 1];

    public static ReadOnlySpan<T> StartsOf(ReadOnlySpan<T> block) => block.Slice(Starts, IntervalBlocks.Intervals);

    public static ReadOnlySpan<T> EndsOf(ReadOnlySpan<T> block) => block.Slice(Ends, IntervalBlocks.Intervals);

    public static ReadOnlySpan<int> ItemsOf(ReadOnlySpan<T> block) => MemoryMarshal.Cast<T, int>(block[Items..Length]);

    /// <summary>Which of a block overlap a stretch: one bit each.</summary>
    public static uint Hits(ReadOnlySpan<T> block, T from, T until)
    {
        var hits = 0u;
        for (var at = 0; at < IntervalBlocks.Intervals; at += Vector256<T>.Count)
        {
            var begun = Vector256.LessThan(Vector256.LoadUnsafe(in block[Starts + at]), Vector256.Create(until));
            var notOver = Vector256.GreaterThan(Vector256.LoadUnsafe(in block[Ends + at]), Vector256.Create(from));
            hits |= (begun & notOver).ExtractMostSignificantBits() << at;
        }

        return hits;
    }

    public static void Begin(Span<T> block, T latestBefore)
    {
        block[0] = latestBefore;
        block.Slice(Starts, IntervalBlocks.Intervals).Fill(Never);
        block.Slice(Ends, IntervalBlocks.Intervals).Fill(-Never);
    }

    public static void Put(Span<T> block, int at, T start, T end, int item)
    {
        (block[Starts + at], block[Ends + at]) = (start, end);
        MemoryMarshal.Cast<T, int>(block[Items..Length])[at] = item;
    }
}

/// <summary>What is the same of all blocks.</summary>
internal static class IntervalBlocks
{
    public const int Bits = 3;
    public const int Intervals = 1 << Bits;

    /// <summary>The hits of a block of which all overlap.</summary>
    public const uint All = (1 << Intervals) - 1;

    /// <summary>How many blocks hold so many intervals.</summary>
    public static int Of(int count) => (count + Intervals - 1) >> Bits;
}
