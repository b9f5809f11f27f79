using System.Numerics;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Lists of intervals that stay as they are: twenty-one bytes an interval, and little more.</summary>
/// <remarks>
/// A list lies in classes of about the same length, each in order of start. The place of a time is guessed from how dense the class is, and looked for near by;
/// from there a search goes back until all that is earlier is over.
/// </remarks>
internal sealed class IntervalTable(long[] memory, int[] firstClass, LengthClass[] classes) : Intervals
{
    private const int StepsAfterGuess = 4;
    private const int FewBlocks = 32;

    public override int Lists => firstClass.Length - 1;

    /// <summary>How much memory it takes.</summary>
    public long Bytes => (sizeof(long) * (long)memory.Length) + (sizeof(int) * (long)firstClass.Length) + (LengthClass.Bytes * (long)classes.Length);

    public override int CountOf(int list)
    {
        var count = 0;
        foreach (ref readonly var one in ClassesOf(list))
        {
            count += one.Count;
        }

        return count;
    }

    public ReadOnlySpan<LengthClass> ClassesOf(int list) => classes.AsSpan(firstClass[list], firstClass[list + 1] - firstClass[list]);

    public ReadOnlySpan<long> BlockOf(LengthClass one, int block) => memory.AsSpan(one.Place + (block * IntervalBlocks.Length), IntervalBlocks.Length);

    public override void Collect(int list, long from, long until, ItemBuffer into)
    {
        foreach (ref readonly var one in ClassesOf(list))
        {
            var block = BlockOf(one, 0);
            for (var at = BlockWith(in one, until); at >= 0; at = IntervalBlocks.LatestBefore(block) > from ? at - 1 : -1)
            {
                block = BlockOf(one, at);
                var hits = IntervalBlocks.Hits(block, from, until);
                if (hits != 0)
                {
                    into.Add(IntervalBlocks.ItemsOf(block), hits);
                }
            }
        }
    }

    public override bool Reaches(int list, long from, long until, int enough, int[] owners, int except)
    {
        foreach (ref readonly var one in ClassesOf(list))
        {
            var block = BlockOf(one, 0);
            for (var at = BlockWith(in one, until); at >= 0; at = IntervalBlocks.LatestBefore(block) > from ? at - 1 : -1)
            {
                block = BlockOf(one, at);
                for (var hits = IntervalBlocks.Hits(block, from, until); hits != 0; hits &= hits - 1)
                {
                    if (owners[IntervalBlocks.ItemsOf(block)[BitOperations.TrailingZeroCount(hits)]] != except && --enough == 0)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    // A block after which nothing starts before the time; it may be one that begins later itself, for such blocks have no hits.
    private int BlockWith(in LengthClass one, long time)
    {
        var (at, last) = (one.Guess(time), one.Last);
        for (var steps = 0; at < last && IntervalBlocks.LastStart(BlockOf(one, at)) < time; at++)
        {
            if (++steps == StepsAfterGuess)
            {
                return SearchOn(in one, at, time);
            }
        }

        return last > FewBlocks && IntervalBlocks.FirstStart(BlockOf(one, at)) >= time ? SearchBack(in one, at, time) : at;
    }

    private int SearchOn(in LengthClass one, int from, long time)
    {
        var reach = StepsAfterGuess;
        while (from + reach <= one.Last && IntervalBlocks.FirstStart(BlockOf(one, from + reach)) < time)
        {
            reach *= 2;
        }

        return Search(in one, from + 1, Math.Min(from + reach, one.Last + 1), time);
    }

    private int SearchBack(in LengthClass one, int from, long time)
    {
        var reach = StepsAfterGuess;
        while (from >= reach && IntervalBlocks.FirstStart(BlockOf(one, from - reach)) >= time)
        {
            reach *= 2;
        }

        return Search(in one, from >= reach ? from - reach + 1 : 0, from, time);
    }

    // The last block before the first, of those given, that does not start before a time.
    private int Search(in LengthClass one, int low, int high, long time)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IntervalBlocks.FirstStart(BlockOf(one, middle)) < time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
