using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A bound from groups, and better schedules: each group is planned alone, and joined with another only where they get in each other's way.</summary>
/// <remarks>
/// No task is in two groups, and none costs less among others than alone; so the sum of what the groups cost holds for the whole. At first each task is a
/// group. Where the cheapest starts of a group fit among the others, the schedule is better by them. Where they do not, the group takes in the smallest of those
/// that stand in its way. When no group costs more in the schedule than alone, the schedule is the cheapest.
/// The makespan and soft limits are not counted.
/// </remarks>
internal sealed class GroupSearch
{
    private const int MostTasks = 400;
    private const int LeastTasks = 4;
    private const int Slice = 100;
    private const int Tries = 200;
    private const long StepsOfConflict = 400;
    private const long StepsOfPlacement = 20;

    private readonly Network _network;
    private readonly CompactProblem _problem;
    private readonly SearchBudget _budget;
    private readonly Func<int[], long, bool> _isBetter;
    private readonly CancellationToken _cancellation;
    private readonly GroupRivals _schedule;
    private readonly TaskGroup[] _groupOf;
    private readonly CompactResource[] _resources;
    private readonly int[] _places;
    private readonly PriorityQueue<TaskGroup, (long Effort, int Task)> _open = new();

    /// <param name="network">The problem.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="isBetter">Told of starts, and of how much less they cost than those before; answers whether the schedule is better as a whole.</param>
    /// <param name="cancellation">Ends the search.</param>
    public GroupSearch(Network network, SearchBudget budget, Func<int[], long, bool> isBetter, CancellationToken cancellation)
    {
        (_network, _problem, _budget, _isBetter, _cancellation) = (network, network.Problem, budget, isBetter, cancellation);
        _schedule = new GroupRivals(network);
        _groupOf = [.. Enumerable.Range(0, _problem.Count).Select(task => new TaskGroup([task], Bounds.CheapestOf(network, task), []))];
        _resources = Array.ConvertAll(_problem.Resources, resource => new CompactResource { Capacity = resource.Capacity, Edges = resource.Edges });
        _places = new int[_problem.Count];
        Bound = _groupOf.Sum(group => group.Bound);
    }

    /// <summary>What all starts cost at least.</summary>
    public long Bound { get; private set; }

    /// <summary>Goes on until some part of the budget is spent, or nothing is left to be done.</summary>
    /// <param name="starts">The best schedule; some tasks may be nowhere, and are not looked at.</param>
    /// <param name="until">The part.</param>
    public void Run(int[] starts, double until)
    {
        _schedule.Load(starts);
        _open.Clear();
        foreach (var group in _groupOf.Where((group, task) => group.Tasks[0] == task))
        {
            Open(group);
        }

        while (!_budget.IsSpent && _budget.Share < until && _open.TryDequeue(out var group, out _))
        {
            // Those that another has taken in since are no more.
            if (_groupOf[group.Tasks[0]] == group)
            {
                Work(group);
            }
        }
    }

    private void Open(TaskGroup group)
    {
        if (Array.TrueForAll(group.Tasks, task => _schedule.Starts[task] != Timetable.Nowhere) && CostOf(group) > group.Bound)
        {
            _open.Enqueue(group, ((group.Conflicts + 1) * group.Tasks.Length, group.Tasks[0]));
        }
    }

    private long CostOf(TaskGroup group) => CostOf(group.Tasks, _schedule.Of(group.Tasks));

    private long CostOf(int[] tasks, int[] starts)
    {
        var cost = 0L;
        for (var at = 0; at < tasks.Length; at++)
        {
            cost += _problem.Tasks[tasks[at]].CostAt(starts[at]);
        }

        return cost;
    }

    private void Work(TaskGroup group)
    {
        if (!group.IsSolved && !IsCheapestEarly(group))
        {
            Search(group);
        }

        var rival = CostOf(group.Tasks, group.Alone) < CostOf(group) ? SmallestInTheWay(group) : null;
        if (!group.IsSolved)
        {
            Open(group);
        }
        else if (rival is not null && group.Tasks.Length + rival.Tasks.Length <= MostTasks && !(IsBetterAmongOthers(group) && CostOf(group) <= group.Bound))
        {
            Open(Joined(group, rival));
        }
    }

    // A task by itself mostly costs least where it starts first, and nothing has to be looked for.
    private bool IsCheapestEarly(TaskGroup group)
    {
        var first = _network.Earliest[group.Tasks[0]];
        if (group.Tasks.Length > 1 || CostOf(group.Tasks, [first]) > group.Bound || !FitsByItself(_problem.Tasks[group.Tasks[0]]))
        {
            return false;
        }

        (group.Alone, group.IsSolved) = ([first], true);
        return true;
    }

    private bool FitsByItself(CompactTask task) =>
        task.Uses.DistinctBy(use => use.Resource).Count() == task.Uses.Length && Array.TrueForAll(task.Uses, use => use.Amount <= _problem.Resources[use.Resource].Capacity);

    private void Search(TaskGroup group)
    {
        var cost = CostOf(group);
        group.Alone = group.Alone.Length > 0 && CostOf(group.Tasks, group.Alone) <= cost ? group.Alone : _schedule.Of(group.Tasks);
        group.Search ??= SearchOf(group, group.Floors, task => Edges.Within(_problem.Tasks[task].Starts, _network.Earliest[task], _network.Latest[task] + 1));
        var result = group.Search.Run(new ExactOptions { UpperBound = cost, Hint = _schedule.Of(group.Tasks), Conflicts = Slice, Steps = (Slice + group.Tasks.Length) * StepsOfConflict }, _cancellation);
        Spend(result.Conflicts - group.Conflicts, result.Steps - group.Steps, group.Tasks.Length);
        (group.Conflicts, group.Steps, group.Alone) = (result.Conflicts, result.Steps, result.Starts ?? group.Alone);
        Bound -= group.Bound;
        group.Bound = Math.Max(group.Bound, Math.Min(result.LowerBound, cost));
        Bound += group.Bound;
        if (result.Status == ExactStatus.Optimal)
        {
            (group.IsSolved, group.Search) = (true, null);
        }
    }

    private void Spend(long conflicts, long steps, int tasks) => _budget.Spend(Math.Max(conflicts * tasks, steps / StepsOfPlacement) + tasks);

    /// <summary>The smallest group that the cheapest starts of another clash with; null when there is none, and the schedule has them now if it is better so.</summary>
    private TaskGroup? SmallestInTheWay(TaskGroup group)
    {
        var (before, cost) = (_schedule.Of(group.Tasks), CostOf(group));
        _schedule.Move(group.Tasks, group.Alone);
        _budget.Spend(group.Tasks.Length);
        TaskGroup? smallest = null;
        foreach (var rival in _schedule.To(group.Tasks))
        {
            var other = _groupOf[rival];
            if (other != group && (smallest is null || (other.Tasks.Length, other.Tasks[0]).CompareTo((smallest.Tasks.Length, smallest.Tasks[0])) < 0))
            {
                smallest = other;
            }
        }

        if (smallest is not null || !_isBetter(_schedule.Starts, cost - CostOf(group)))
        {
            _schedule.Move(group.Tasks, before);
        }

        return smallest;
    }

    /// <summary>Looks for cheaper starts of a group while the others stay where they are; a few tasks are moved by tries as well.</summary>
    private bool IsBetterAmongOthers(TaskGroup group)
    {
        if (group.Tasks.Length < LeastTasks)
        {
            return false;
        }

        var (before, cost) = (_schedule.Of(group.Tasks), CostOf(group));
        _schedule.Remove(group.Tasks);
        var result = SearchOf(group, group.AllFloors, task => _schedule.Openings(task, before.Max())).Run(new ExactOptions { UpperBound = cost, Hint = group.Alone, Conflicts = Tries, Steps = Tries * StepsOfConflict }, _cancellation);
        Spend(result.Conflicts, result.Steps, group.Tasks.Length);
        _schedule.Place(group.Tasks, result.Starts ?? before);
        if (result.Starts is null)
        {
            return false;
        }

        // Each of them fits beside the others, but perhaps not all of them.
        var isBetter = _schedule.To(group.Tasks).Count == 0 && _isBetter(_schedule.Starts, cost - CostOf(group));
        if (!isBetter)
        {
            _schedule.Move(group.Tasks, before);
        }

        return isBetter;
    }

    private TaskGroup Joined(TaskGroup one, TaskGroup other)
    {
        var joined = new TaskGroup([.. one.Tasks, .. other.Tasks], one.Bound + other.Bound, [.. one.AllFloors, .. other.AllFloors]);
        foreach (var task in joined.Tasks)
        {
            _groupOf[task] = joined;
        }

        return joined;
    }

    private ExactSearch SearchOf(TaskGroup group, IEnumerable<CostFloor> floors, Func<int, int[]> starts)
    {
        Array.Fill(_places, -1);
        for (var at = 0; at < group.Tasks.Length; at++)
        {
            _places[group.Tasks[at]] = at;
        }

        var problem = new CompactProblem
        {
            Horizon = _problem.Horizon,
            Resources = _resources,
            Tasks = Array.ConvertAll(group.Tasks, task => With(_problem.Tasks[task], starts(task))),
            Lags = [.. group.Tasks.SelectMany(task => _network.To[task].Where(lag => _places[lag.Task] >= 0).Select(lag => new CompactLag(_places[lag.Task], _places[task], lag.Least)))],
        };
        return new ExactSearch(problem, 1, [.. floors.Select(floor => new CostFloor(Array.ConvertAll(floor.Tasks, task => _places[task]), floor.Least))]);
    }

    private static CompactTask With(CompactTask task, int[] starts) => new()
    {
        Length = task.Length,
        Starts = starts,
        Uses = task.Uses,
        Ramps = task.Ramps,
        LeftOut = task.LeftOut,
    };
}
