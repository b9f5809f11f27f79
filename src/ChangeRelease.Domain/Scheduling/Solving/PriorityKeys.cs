namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Orders in which tasks may be placed first: the smallest key first.</summary>
internal static class PriorityKeys
{
    private static readonly double[] Mixtures = [4, 16, 64, 256];

    public static IEnumerable<long[]> Of(Network network)
    {
        var problem = network.Problem;
        yield return Keys(problem, task => network.Latest[task]);
        yield return Keys(problem, task => network.Earliest[task]);
        yield return Keys(problem, task => DueOf(problem.Tasks[task]));
        yield return Keys(problem, task => -problem.Tasks[task].LeftOut);
        var delays = DelaysOf(network);
        var length = problem.Tasks.Average(task => task.Length);
        foreach (var mixture in Mixtures)
        {
            yield return Keys(problem, task => network.Earliest[task] + (long)Math.Min(int.MaxValue, mixture * length * delays[task]));
        }
    }

    /// <summary>How little it costs to let each task wait for others, for what follows it as well: the average is one.</summary>
    public static double[] DelaysOf(Network network)
    {
        var slopes = SlopesOf(network);
        var delays = network.Problem.Tasks.Select((task, index) => task.Length / Math.Max(1e-3, slopes[index])).ToArray();
        var average = delays.Average();
        return Array.ConvertAll(delays, delay => delay / average);
    }

    private static double[] SlopesOf(Network network)
    {
        var slopes = Array.ConvertAll(network.Problem.Tasks, task => task.Ramps.Sum(ramp => (double)ramp.After));
        foreach (var task in network.Order.Reverse())
        {
            foreach (var lag in network.From[task])
            {
                slopes[task] = lag.Least >= 0 ? Math.Min(1e15, slopes[task] + slopes[lag.Task]) : slopes[task];
            }
        }

        return slopes;
    }

    private static long[] Keys(CompactProblem problem, Func<int, long> key) => Enumerable.Range(0, problem.Count).Select(key).ToArray();

    private static long DueOf(CompactTask task) => task.Ramps.Length == 0 ? int.MaxValue : task.Ramps.Max(ramp => (long)ramp.Pivot);
}
