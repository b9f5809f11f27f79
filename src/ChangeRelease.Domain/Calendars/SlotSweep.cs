using System.Buffers;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The set algebra as single sweeps over edges: start, end, start, end, in order of time.</summary>
/// <remarks>
/// Which set comes next is as good as random, so a branch on it would be guessed wrong half of the time. A comparison is therefore made a mask, all ones for
/// true, and chooses by arithmetic; edges are far from the ends of a long, so that differences do not overflow.
/// </remarks>
internal static class SlotSweep
{
    private const long BeforeAllTime = -1L << 60;
    private const long AfterAllTime = 1L << 60;

    public static SlotSet Union(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return SetOf(left.Length == 0 ? right : left);
        }

        var merged = ArrayPool<long>.Shared.Rent(left.Length + right.Length);
        var set = SetOf(merged.AsSpan(0, Merge(left, right, merged)));
        ArrayPool<long>.Shared.Return(merged);
        return set;
    }

    public static SlotSet Intersect(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return SlotSet.Empty;
        }

        var common = ArrayPool<long>.Shared.Rent(left.Length + right.Length);
        var set = SetOf(common.AsSpan(0, Common(left, right, common)));
        ArrayPool<long>.Shared.Return(common);
        return set;
    }

    /// <summary>What is in the one and in the gaps of the other.</summary>
    public static SlotSet Subtract(ReadOnlySpan<long> from, ReadOnlySpan<long> what)
    {
        var gaps = ArrayPool<long>.Shared.Rent(what.Length + 2);
        gaps[0] = BeforeAllTime;
        what.CopyTo(gaps.AsSpan(1));
        gaps[what.Length + 1] = AfterAllTime;
        var set = Intersect(from, gaps.AsSpan(0, what.Length + 2));
        ArrayPool<long>.Shared.Return(gaps);
        return set;
    }

    private static int Merge(ReadOnlySpan<long> left, ReadOnlySpan<long> right, long[] merged)
    {
        int i = 0, j = 0, count = 0;
        var end = BeforeAllTime;
        while (i < left.Length && j < right.Length)
        {
            var isRight = Earlier(right[j], left[i]);
            count = Put(merged, count, Choose(isRight, right[j], left[i]), Choose(isRight, right[j + 1], left[i + 1]), ref end);
            i += 2 + (2 * (int)isRight);
            j -= 2 * (int)isRight;
        }

        for (; i < left.Length; i += 2)
        {
            count = Put(merged, count, left[i], left[i + 1], ref end);
        }

        for (; j < right.Length; j += 2)
        {
            count = Put(merged, count, right[j], right[j + 1], ref end);
        }

        return count;
    }

    /// <summary>Adds a stretch, or lengthens the last one that it overlaps or touches.</summary>
    private static int Put(long[] merged, int count, long start, long end, ref long last)
    {
        var isApart = Earlier(last, start);
        last = Choose(Earlier(last, end), end, last);
        count -= 2 * (int)isApart;
        merged[count - 2] = Choose(isApart, start, merged[count - 2]);
        merged[count - 1] = last;
        return count;
    }

    private static int Common(ReadOnlySpan<long> left, ReadOnlySpan<long> right, long[] common)
    {
        int i = 0, j = 0, count = 0;
        while (i < left.Length && j < right.Length)
        {
            var isLeftOver = Earlier(left[i + 1], right[j + 1]);
            var start = Choose(Earlier(left[i], right[j]), right[j], left[i]);
            var end = Choose(isLeftOver, left[i + 1], right[j + 1]);
            common[count] = start;
            common[count + 1] = end;
            count -= 2 * (int)Earlier(start, end);
            i -= 2 * (int)isLeftOver;
            j += 2 + (2 * (int)isLeftOver);
        }

        return count;
    }

    private static long Earlier(long one, long other) => (one - other) >> 63;

    private static long Choose(long mask, long one, long other) => other ^ ((one ^ other) & mask);

    private static SlotSet SetOf(ReadOnlySpan<long> edges) => edges.Length == 0 ? SlotSet.Empty : new SlotSet(edges.ToArray());
}
