using System.Diagnostics;

namespace ChangeRelease.Domain.Benchmarks;

/// <summary>Measures contenders in turn in one process, so that whatever disturbs the machine disturbs them alike.</summary>
/// <remarks>A round times every contender once, right after one another, in an order that turns from round to round; ratios are taken within a round.</remarks>
internal static class PairedRunner
{
    private const int Rounds = 31;
    private const double SecondsOfWarmUp = 0.4;
    private const double SecondsOfRound = 0.05;
    private const int CountedOperations = 1_000;

    // Results end here, so that no work can be left out.
    private static int _kept;

    public static IReadOnlyList<Measured> Measure(params Contender[] contenders)
    {
        var sizes = contenders.Select(WarmUp).ToArray();
        var times = contenders.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var at = (turn + round) % contenders.Length;
                times[at][round] = Nanoseconds(contenders[at], sizes[at]);
            }
        }

        return [.. contenders.Select((contender, at) => new Measured(contender.Name, times[at], Bytes(contender, Math.Min(CountedOperations, sizes[at]))))];
    }

    // Runs until the compiler has done its best, then finds how many operations fill a round.
    private static int WarmUp(Contender contender)
    {
        var (operations, watch) = (1, Stopwatch.StartNew());
        while (watch.Elapsed.TotalSeconds < SecondsOfWarmUp)
        {
            _kept += contender.Work(operations);
        }

        while (Nanoseconds(contender, operations) * operations < SecondsOfRound * 1e9)
        {
            operations *= 2;
        }

        return operations;
    }

    private static double Nanoseconds(Contender contender, int operations)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        _kept += contender.Work(operations);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static double Bytes(Contender contender, int operations)
    {
        _kept += contender.Work(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _kept += contender.Work(operations);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)operations;
    }
}
