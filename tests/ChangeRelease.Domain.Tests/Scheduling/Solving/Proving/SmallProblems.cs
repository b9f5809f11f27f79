using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;

/// <summary>Problems of every kind that are small enough to try all starts.</summary>
internal static class SmallProblems
{
    public static CompactProblem At(int seed)
    {
        var dice = new Random(seed);
        var (count, horizon) = (dice.Next(2, 5), dice.Next(6, 12));
        var resources = Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Resource(dice, horizon)).ToArray();
        return new CompactProblem
        {
            Horizon = horizon,
            Tasks = [.. Enumerable.Range(0, count).Select(_ => Task(dice, horizon, resources))],
            Resources = resources,
            Lags = [.. Enumerable.Range(0, dice.Next(0, count + 1)).Select(_ => Lag(dice, count))],
            MakespanCost = dice.Next(3),
        };
    }

    /// <summary>All plans, with what each costs.</summary>
    public static List<(int[] Starts, long Cost)> Plans(CompactProblem problem)
    {
        var (plans, starts) = (new List<(int[], long)>(), new int[problem.Count]);
        Place(0);
        return plans;

        void Place(int task)
        {
            if (task == problem.Count)
            {
                if (PlanCheck.IsPlan(problem, starts))
                {
                    plans.Add(([.. starts], PlanCheck.CostOf(problem, starts)));
                }

                return;
            }

            foreach (var run in problem.Tasks[task].Starts.Chunk(2))
            {
                for (starts[task] = run[0]; starts[task] < run[1]; starts[task]++)
                {
                    if (problem.Lags.All(lag => Math.Max(lag.From, lag.To) != task || starts[lag.To] - starts[lag.From] >= lag.Least))
                    {
                        Place(task + 1);
                    }
                }
            }
        }
    }

    private static CompactResource Resource(Random dice, int horizon) => new()
    {
        Capacity = dice.Next(5) == 0 ? int.MaxValue : dice.Next(1, 5),
        Edges = dice.Next(3) == 0 ? [.. Enumerable.Range(1, horizon - 1).Where(_ => dice.Next(3) == 0)] : null,
        Free = dice.Next(4) == 0 ? dice.Next(3) : int.MaxValue,
        OverCost = dice.Next(3),
    };

    private static CompactTask Task(Random dice, int horizon, CompactResource[] resources)
    {
        var length = dice.Next(1, 4);
        return new CompactTask
        {
            Length = length,
            Starts = Starts(dice, horizon - length + 1),
            Uses = [.. resources.Index().Where(_ => dice.Next(3) > 0).SelectMany(resource => Uses(dice, resource.Index, resource.Item, length))],
            Ramps = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new CompactRamp(dice.Next(-2, horizon), dice.Next(4), dice.Next(4), dice.Next(3)))],
            LeftOut = 1_000,
        };
    }

    private static IEnumerable<CompactUse> Uses(Random dice, int index, CompactResource resource, int length)
    {
        var amount = dice.Next(1, Math.Min(resource.Capacity, 4) + (dice.Next(40) == 0 ? 2 : 1));
        var from = dice.Next(4) == 0 ? dice.Next(-1, length) : 0;
        yield return new CompactUse(index, amount, from, Math.Max(from + 1, length + (dice.Next(4) == 0 ? dice.Next(-1, 2) : 0)));
        if (dice.Next(8) == 0)
        {
            yield return new CompactUse(index, 1, length, length + 1);
        }
    }

    private static int[] Starts(Random dice, int end)
    {
        var edges = new List<int>();
        for (var start = 0; start < end; start++)
        {
            var isOpen = edges.Count % 2 == 1;
            if (dice.Next(isOpen ? 5 : 2) == 0)
            {
                edges.Add(start);
            }
        }

        return [.. edges.Count % 2 == 1 ? edges.Append(end) : edges];
    }

    private static CompactLag Lag(Random dice, int count)
    {
        var (from, step) = (dice.Next(count), dice.Next(1, count));
        return new CompactLag(from, (from + step) % count, dice.Next(3) == 0 ? dice.Next(-5, 0) : dice.Next(0, 4));
    }
}
