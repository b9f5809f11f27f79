namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>What no schedule can be better than.</summary>
internal static class Bounds
{
    /// <summary>What the starts cost at least, each for itself, and the makespan.</summary>
    public static long SoftOf(Network network)
    {
        var cost = network.Problem.MakespanCost == 0 ? 0 : network.Problem.MakespanCost * EndOf(network);
        for (var task = 0; task < network.Problem.Count; task++)
        {
            cost += CheapestOf(network, task);
        }

        return cost;
    }

    /// <summary>The earliest end of all that lags, calendars and the capacity of each resource leave.</summary>
    public static int EndOf(Network network)
    {
        var end = 0;
        for (var task = 0; task < network.Problem.Count; task++)
        {
            end = Math.Max(end, network.Earliest[task] + network.Problem.Tasks[task].Length);
        }

        var tails = TailsOf(network);
        for (var resource = 0; resource < network.Problem.Resources.Length; resource++)
        {
            if (network.Problem.Resources[resource] is { Edges: null, Capacity: < int.MaxValue } bounded)
            {
                end = Math.Max(end, EnergyBound(network, tails, resource, bounded.Capacity));
            }
        }

        return end;
    }

    public static long CheapestOf(Network network, int task)
    {
        var it = network.Problem.Tasks[task];
        var cheapest = Math.Min(it.CostAt(network.Earliest[task]), it.CostAt(network.Latest[task]));
        foreach (var ramp in it.Ramps)
        {
            if (ramp.Pivot > network.Earliest[task] && ramp.Pivot < network.Latest[task])
            {
                // A sum of ramps is least at a pivot or an end, but for the step beside a pivot.
                cheapest = Math.Min(cheapest, Math.Min(it.CostAt(ramp.Pivot), Math.Min(it.CostAt(ramp.Pivot - 1), it.CostAt(ramp.Pivot + 1))));
            }
        }

        return cheapest;
    }

    private static int[] TailsOf(Network network)
    {
        var tails = network.Problem.Tasks.Select(task => task.Length).ToArray();
        foreach (var task in network.Order.Reverse())
        {
            foreach (var lag in network.From[task])
            {
                tails[task] = lag.Least >= 0 ? Math.Max(tails[task], lag.Least + tails[lag.Task]) : tails[task];
            }
        }

        return tails;
    }

    /// <summary>What must be done after some time cannot be over before its energy is spent, and the shortest of what follows it.</summary>
    private static int EnergyBound(Network network, int[] tails, int resource, int capacity)
    {
        var users = Users(network, tails, resource);
        users.Sort((left, right) => right.From.CompareTo(left.From));
        var (energy, bound, after) = (0L, 0, int.MaxValue);
        foreach (var (from, amount, tail) in users)
        {
            energy += amount;
            after = Math.Min(after, tail);
            bound = (int)Math.Max(bound, from + ((energy + capacity - 1) / Math.Max(1, capacity)) + after);
        }

        return bound;
    }

    private static List<(int From, long Energy, int Tail)> Users(Network network, int[] tails, int resource)
    {
        var users = new List<(int From, long Energy, int Tail)>();
        for (var task = 0; task < network.Problem.Count; task++)
        {
            foreach (var use in network.Problem.Tasks[task].Uses)
            {
                // What is used after the end of a task, a gap, need not be over when all is.
                if (use.Resource == resource && use.Until <= network.Problem.Tasks[task].Length)
                {
                    users.Add((network.Earliest[task] + use.From, (long)use.Amount * (use.Until - use.From), tails[task] - use.Until));
                }
            }
        }

        return users;
    }
}
