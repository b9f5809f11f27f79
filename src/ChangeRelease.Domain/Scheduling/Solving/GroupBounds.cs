using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A bound from parts: tasks that wait for one another are planned alone, as if there were no others, and what they cost then at least is added up.</summary>
/// <remarks>No task is in two groups, and none costs less among others than alone; so the sum holds for the whole. The makespan and soft limits are not counted.</remarks>
internal sealed class GroupBounds
{
    private const long StepsOfConflict = 400;
    private const long StepsOfPlacement = 20;

    private readonly Network _network;
    private readonly CompactProblem _problem;
    private readonly SearchBudget _budget;
    private readonly CancellationToken _cancellation;
    private readonly long[] _single;
    private readonly int[][] _users;
    private readonly int[] _places;
    private readonly bool[] _isTaken;

    public GroupBounds(Network network, SearchBudget budget, CancellationToken cancellation)
    {
        (_network, _problem, _budget, _cancellation) = (network, network.Problem, budget, cancellation);
        _single = [.. Enumerable.Range(0, _problem.Count).Select(task => Bounds.CheapestOf(network, task))];
        var users = _problem.Tasks.SelectMany((task, index) => task.Uses.Select(use => (use.Resource, index))).Distinct().ToLookup(pair => pair.Resource, pair => pair.index);
        _users = [.. Enumerable.Range(0, _problem.Resources.Length).Select(resource => users[resource].ToArray())];
        (_places, _isTaken) = (new int[_problem.Count], new bool[_problem.Count]);
    }

    /// <summary>What all starts cost at least.</summary>
    /// <param name="starts">A schedule that shows who waits for whom; some tasks may be nowhere.</param>
    /// <param name="size">How many tasks a group has at most.</param>
    /// <param name="conflicts">How many conflicts the exact search may have with each group.</param>
    /// <param name="until">Up to which part of the budget to look; groups that are not looked at count each task for itself.</param>
    public long Of(int[] starts, int size, int conflicts, double until)
    {
        var bound = _single.Sum();
        Array.Clear(_isTaken);
        foreach (var group in _users)
        {
            Array.Sort(group, (left, right) => (starts[left], left).CompareTo((starts[right], right)));
        }

        foreach (var seed in Waiting(starts))
        {
            if (_budget.IsSpent || _budget.Share >= until)
            {
                break;
            }

            if (!_isTaken[seed])
            {
                bound += GainOf(GroupOf(seed, starts, size), starts, conflicts);
            }
        }

        return bound;
    }

    /// <summary>Those that cost more than alone, the most first.</summary>
    private IEnumerable<int> Waiting(int[] starts) => Enumerable.Range(0, _problem.Count)
        .Where(task => starts[task] != Timetable.Nowhere)
        .Select(task => (Task: task, Excess: _problem.Tasks[task].CostAt(starts[task]) - _single[task]))
        .Where(one => one.Excess > 0)
        .OrderByDescending(one => one.Excess)
        .Select(one => one.Task);

    private List<int> GroupOf(int seed, int[] starts, int size)
    {
        var group = new List<int>();
        Take(seed);
        for (var at = 0; at < group.Count && group.Count < size; at++)
        {
            foreach (var lag in _network.To[group[at]])
            {
                Take(lag.Task);
            }

            foreach (var use in _problem.Tasks[group[at]].Uses)
            {
                TakeThoseBefore(group[at], _users[use.Resource]);
            }

            foreach (var lag in _network.From[group[at]])
            {
                Take(lag.Task);
            }
        }

        return group;

        void Take(int task)
        {
            if (group.Count < size && !_isTaken[task] && starts[task] != Timetable.Nowhere)
            {
                _isTaken[task] = true;
                group.Add(task);
            }
        }

        // Those that had the resource while the task could already have started.
        void TakeThoseBefore(int task, int[] users)
        {
            var place = Array.BinarySearch(users, task, Comparer<int>.Create((left, right) => (starts[left], left).CompareTo((starts[right], right))));
            for (var at = place - 1; at >= 0 && starts[users[at]] + _problem.Tasks[users[at]].Length > _network.Earliest[task] && group.Count < size; at--)
            {
                Take(users[at]);
            }
        }
    }

    /// <summary>By how much a group costs more than its tasks each alone.</summary>
    private long GainOf(List<int> group, int[] starts, int conflicts)
    {
        var (alone, cost) = (group.Sum(task => _single[task]), group.Sum(task => _problem.Tasks[task].CostAt(starts[task])));
        if (group.Count < 2 || cost <= alone)
        {
            return 0;
        }

        var result = new ExactSearch(Only(group), 1).Run(
            new ExactOptions { UpperBound = cost, Hint = [.. group.Select(task => starts[task])], Conflicts = conflicts, Steps = StepsOfConflict * conflicts }, _cancellation);
        _budget.Spend(Math.Max(result.Conflicts * group.Count, result.Steps / StepsOfPlacement) + group.Count);
        return result.Status == ExactStatus.Infeasible ? 0 : Math.Max(0, Math.Min(result.LowerBound, cost) - alone);
    }

    private CompactProblem Only(List<int> group)
    {
        Array.Fill(_places, -1);
        for (var at = 0; at < group.Count; at++)
        {
            _places[group[at]] = at;
        }

        return new CompactProblem
        {
            Horizon = _problem.Horizon,
            Resources = _problem.Resources,
            Tasks = [.. group.Select(Narrowed)],
            Lags = [.. group.SelectMany(task => _network.To[task].Where(lag => _places[lag.Task] >= 0).Select(lag => new CompactLag(_places[lag.Task], _places[task], lag.Least)))],
        };
    }

    // What lags to tasks outside of the group leave.
    private CompactTask Narrowed(int task) => new()
    {
        Length = _problem.Tasks[task].Length,
        Starts = Edges.Within(_problem.Tasks[task].Starts, _network.Earliest[task], _network.Latest[task] + 1),
        Uses = _problem.Tasks[task].Uses,
        Ramps = _problem.Tasks[task].Ramps,
        LeftOut = _problem.Tasks[task].LeftOut,
    };
}
