namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>The lags of a problem, and how early and how late each task can start for their sake.</summary>
internal sealed class Network
{
    public Network(CompactProblem problem)
    {
        Problem = problem;
        To = Ends(problem, lag => lag.To, lag => new LagEnd(lag.From, lag.Least));
        From = Ends(problem, lag => lag.From, lag => new LagEnd(lag.To, lag.Least));
        (Earliest, Latest) = (new int[problem.Count], new int[problem.Count]);
        Impossible = Settle();
        Order = Ordered();
        HasGreatest = problem.Lags.Any(lag => lag.Least < 0) || Order.Length < problem.Count;
    }

    public CompactProblem Problem { get; }

    /// <summary>For each task the lags that end at it.</summary>
    public LagEnd[][] To { get; }

    /// <summary>For each task the lags that begin at it.</summary>
    public LagEnd[][] From { get; }

    /// <summary>The first start that lags and calendars leave, resources not counted.</summary>
    public int[] Earliest { get; }

    /// <summary>The last.</summary>
    public int[] Latest { get; }

    /// <summary>A task that lags and calendars leave no start; null when they leave every task one.</summary>
    public int? Impossible { get; }

    /// <summary>Whether some distance is bounded from above, so that placing one task after the other may lead nowhere.</summary>
    public bool HasGreatest { get; }

    /// <summary>Tasks so that none comes before one that it must not start before; those in a circle are missing.</summary>
    public int[] Order { get; }

    private static LagEnd[][] Ends(CompactProblem problem, Func<CompactLag, int> at, Func<CompactLag, LagEnd> end)
    {
        var byTask = problem.Lags.ToLookup(at, end);
        return Enumerable.Range(0, problem.Count).Select(task => byTask[task].ToArray()).ToArray();
    }

    private int? Settle()
    {
        for (var task = 0; task < Problem.Count; task++)
        {
            var starts = Problem.Tasks[task].Starts;
            (Earliest[task], Latest[task]) = starts.Length > 0 ? (starts[0], starts[^1] - 1) : (0, -1);
        }

        var homeless = Array.FindIndex(Problem.Tasks, task => task.Starts.Length == 0);
        return homeless >= 0 ? homeless : Push();
    }

    // In each round every lag is looked at; where nothing is impossible, they come to rest before there were more rounds than tasks and holes of calendars.
    private int? Push()
    {
        var rounds = Problem.Count + Problem.Tasks.Sum(task => task.Starts.Length / 2L) + 2;
        for (var round = 0L; round < rounds; round++)
        {
            var moved = false;
            foreach (var lag in Problem.Lags)
            {
                moved |= PushLater(lag) | PushEarlier(lag);
                if (Earliest[lag.To] > Latest[lag.To])
                {
                    return lag.To;
                }

                if (Earliest[lag.From] > Latest[lag.From])
                {
                    return lag.From;
                }
            }

            if (!moved)
            {
                return null;
            }
        }

        return Problem.Lags[0].To;
    }

    private bool PushLater(CompactLag lag)
    {
        var bound = Earliest[lag.From] + lag.Least;
        if (bound <= Earliest[lag.To])
        {
            return false;
        }

        Earliest[lag.To] = Edges.AtOrAfter(Problem.Tasks[lag.To].Starts, bound);
        return true;
    }

    private bool PushEarlier(CompactLag lag)
    {
        var bound = Latest[lag.To] - lag.Least;
        if (bound >= Latest[lag.From])
        {
            return false;
        }

        Latest[lag.From] = Edges.AtOrBefore(Problem.Tasks[lag.From].Starts, bound);
        return true;
    }

    private int[] Ordered()
    {
        var waiting = new int[Problem.Count];
        foreach (var lag in Problem.Lags.Where(lag => lag.Least >= 0))
        {
            waiting[lag.To]++;
        }

        var order = new List<int>(Problem.Count);
        var open = new PriorityQueue<int, (int, int)>();
        for (var task = 0; task < Problem.Count; task++)
        {
            if (waiting[task] == 0)
            {
                open.Enqueue(task, (Earliest[task], task));
            }
        }

        while (open.TryDequeue(out var task, out _))
        {
            order.Add(task);
            foreach (var next in From[task].Where(end => end.Least >= 0 && --waiting[end.Task] == 0))
            {
                open.Enqueue(next.Task, (Earliest[next.Task], next.Task));
            }
        }

        return [.. order];
    }
}
