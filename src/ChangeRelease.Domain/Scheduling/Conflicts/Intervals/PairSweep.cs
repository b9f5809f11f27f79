using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Finds all pairs of a list that overlap, or are too near, by going along its classes side by side.</summary>
/// <typeparam name="T">What times are kept in.</typeparam>
internal static class PairSweep<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <summary>Gives every pair once, the one that starts earlier first; in an order that depends on nothing but the intervals.</summary>
    /// <param name="table">The table.</param>
    /// <param name="classes">The classes of a list.</param>
    /// <param name="gap">How much must lie between two; zero when they may touch.</param>
    /// <param name="sink">Who takes them.</param>
    public static void Over(BlockTable<T> table, ReadOnlySpan<LengthClass> classes, T gap, PairSink sink)
    {
        for (var one = 0; one < classes.Length; one++)
        {
            for (var other = 0; other < classes.Length && !sink.IsFull; other++)
            {
                Between(new IntervalCursor<T>(table, classes[one]), new IntervalCursor<T>(table, classes[other]), other.CompareTo(one), gap, sink);
            }
        }
    }

    // Of two that start at the same time, the one of the earlier class, or of the earlier place, counts as the earlier.
    private static void Between(IntervalCursor<T> earlier, IntervalCursor<T> next, int order, T gap, PairSink sink)
    {
        for (var equal = order < 0 ? T.Zero : T.One; earlier.Has; earlier.MoveOn())
        {
            while (next.Has && next.Start <= earlier.Start - equal)
            {
                next.MoveOn();
            }

            var later = order == 0 ? earlier : next;
            if (order == 0)
            {
                later.MoveOn();
            }

            for (var end = earlier.End + gap; later.Has && later.Start < end; later.MoveOn())
            {
                if (!sink.Take(earlier.Item, later.Item))
                {
                    return;
                }
            }
        }
    }
}
