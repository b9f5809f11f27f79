using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;

/// <summary>Whether starts are a plan and what it costs, counted granule by granule from the meaning of the problem alone.</summary>
internal static class PlanCheck
{
    public static bool IsPlan(CompactProblem problem, int[] starts) =>
        Enumerable.Range(0, problem.Count).All(task => MayStart(problem.Tasks[task], starts[task]))
        && problem.Lags.All(lag => (long)starts[lag.To] - starts[lag.From] >= lag.Least)
        && Enumerable.Range(0, problem.Resources.Length).All(resource => Used(problem, starts, resource).Values.All(amount => amount <= problem.Resources[resource].Capacity));

    public static long CostOf(CompactProblem problem, int[] starts) =>
        (problem.MakespanCost * Enumerable.Range(0, problem.Count).Max(task => (long)starts[task] + problem.Tasks[task].Length))
        + Enumerable.Range(0, problem.Count).Sum(task => problem.Tasks[task].CostAt(starts[task]))
        + Enumerable.Range(0, problem.Resources.Length).Sum(resource =>
            Used(problem, starts, resource).Values.Sum(amount => problem.Resources[resource].OverCost * Math.Max(0L, amount - problem.Resources[resource].Free)));

    private static bool MayStart(CompactTask task, int start) =>
        task.Starts.Chunk(2).Any(run => run[0] <= start && start < run[1]);

    // Bucket (or granule) to what is used in it.
    private static Dictionary<int, long> Used(CompactProblem problem, int[] starts, int resource)
    {
        var used = new Dictionary<int, long>();
        for (var task = 0; task < problem.Count; task++)
        {
            foreach (var use in problem.Tasks[task].Uses.Where(use => use.Resource == resource))
            {
                var granules = Enumerable.Range(starts[task] + use.From, use.Until - use.From);
                foreach (var bucket in problem.Resources[resource].Edges is { } edges ? granules.Select(granule => edges.Count(edge => edge <= granule)).Distinct() : granules)
                {
                    used[bucket] = used.GetValueOrDefault(bucket) + use.Amount;
                }
            }
        }

        return used;
    }
}
