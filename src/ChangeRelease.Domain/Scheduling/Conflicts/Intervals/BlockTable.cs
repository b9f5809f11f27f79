using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A table whose blocks keep times in units of a scale.</summary>
/// <typeparam name="T"><see cref="int"/> where all times fit, else <see cref="long"/>, in microseconds.</typeparam>
internal sealed class BlockTable<T>(T[] memory, TickScale scale, int[] firstClass, LengthClass[] classes) : IntervalTable(firstClass, classes)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int StepsAfterGuess = 4;
    private const int FewBlocks = 32;

    private protected override long BytesOfBlocks => Unsafe.SizeOf<T>() * (long)memory.Length;

    private static bool IsInUnits => typeof(T) == typeof(int);

    public ReadOnlySpan<T> BlockOf(LengthClass one, int block) => memory.AsSpan(one.Place + (block * IntervalBlocks<T>.Length), IntervalBlocks<T>.Length);

    public override void Collect(int list, long from, long until, ItemBuffer into)
    {
        var (after, before) = (Down(from), Up(until));
        foreach (ref readonly var one in ClassesOf(list))
        {
            var block = BlockOf(one, 0);
            for (var at = BlockWith(in one, before); at >= 0; at = IntervalBlocks<T>.LatestBefore(block) > after ? at - 1 : -1)
            {
                block = BlockOf(one, at);
                var hits = IntervalBlocks<T>.Hits(block, after, before);
                if (hits != 0)
                {
                    into.Add(IntervalBlocks<T>.ItemsOf(block), hits);
                }
            }
        }
    }

    public override bool Reaches(int list, long from, long until, int enough, int[] owners, int except)
    {
        var (after, before) = (Down(from), Up(until));
        foreach (ref readonly var one in ClassesOf(list))
        {
            var block = BlockOf(one, 0);
            for (var at = BlockWith(in one, before); at >= 0; at = IntervalBlocks<T>.LatestBefore(block) > after ? at - 1 : -1)
            {
                block = BlockOf(one, at);
                for (var hits = IntervalBlocks<T>.Hits(block, after, before); hits != 0; hits &= hits - 1)
                {
                    if (owners[IntervalBlocks<T>.ItemsOf(block)[BitOperations.TrailingZeroCount(hits)]] != except && --enough == 0)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    public override void SweepPairs(int list, long gap, PairSink sink) => PairSweep<T>.Over(this, ClassesOf(list), Up(scale.Origin + gap), sink);

    private T Up(long time) => IsInUnits ? T.CreateTruncating(scale.Up(time)) : T.CreateTruncating(time);

    private T Down(long time) => IsInUnits ? T.CreateTruncating(scale.Down(time)) : T.CreateTruncating(time);

    // A block after which nothing starts before the time; it may be one that begins later itself, for such blocks have no hits.
    private int BlockWith(in LengthClass one, T time)
    {
        var (at, last) = (one.Guess(LengthClass.Roughly(time)), one.Last);
        for (var steps = 0; at < last && IntervalBlocks<T>.LastStart(BlockOf(one, at)) < time; at++)
        {
            if (++steps == StepsAfterGuess)
            {
                return SearchOn(in one, at, time);
            }
        }

        return last > FewBlocks && IntervalBlocks<T>.FirstStart(BlockOf(one, at)) >= time ? SearchBack(in one, at, time) : at;
    }

    private int SearchOn(in LengthClass one, int from, T time)
    {
        var reach = StepsAfterGuess;
        while (from + reach <= one.Last && IntervalBlocks<T>.FirstStart(BlockOf(one, from + reach)) < time)
        {
            reach *= 2;
        }

        return Search(in one, from + 1, Math.Min(from + reach, one.Last + 1), time);
    }

    private int SearchBack(in LengthClass one, int from, T time)
    {
        var reach = StepsAfterGuess;
        while (from >= reach && IntervalBlocks<T>.FirstStart(BlockOf(one, from - reach)) >= time)
        {
            reach *= 2;
        }

        return Search(in one, from >= reach ? from - reach + 1 : 0, from, time);
    }

    // The last block before the first, of those given, that does not start before a time.
    private int Search(in LengthClass one, int low, int high, T time)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IntervalBlocks<T>.FirstStart(BlockOf(one, middle)) < time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
