namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Orders in which tasks may be placed first: the smallest key first.</summary>
internal static class PriorityKeys
{
    private const double Never = 1e15;

    public static IEnumerable<long[]> Of(Network network)
    {
        var problem = network.Problem;
        yield return Keys(problem, task => network.Latest[task]);
        yield return Keys(problem, task => network.Earliest[task]);
        yield return Keys(problem, task => DueOf(problem.Tasks[task]));
        yield return Keys(problem, task => (long)Math.Min(Never, 1e6 * problem.Tasks[task].Length / Math.Max(1, SlopeOf(problem.Tasks[task]))));
        yield return Keys(problem, task => network.Earliest[task] + (long)Math.Min(Never, 1e3 * problem.Tasks[task].Length / Math.Max(1e-3, SlopeOf(problem.Tasks[task]))));
        yield return Keys(problem, task => -problem.Tasks[task].LeftOut);
    }

    private static long[] Keys(CompactProblem problem, Func<int, long> key) => Enumerable.Range(0, problem.Count).Select(key).ToArray();

    private static long DueOf(CompactTask task) => task.Ramps.Length == 0 ? int.MaxValue : task.Ramps.Max(ramp => (long)ramp.Pivot);

    private static double SlopeOf(CompactTask task) => task.Ramps.Sum(ramp => (double)ramp.After);
}
