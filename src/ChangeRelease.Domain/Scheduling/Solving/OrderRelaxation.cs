using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Lets go of the order of some tasks at a time, keeps that of the others, and lets the exact search find what is better then.</summary>
/// <remarks>
/// The order of a schedule is kept as lags from what gives a resource back to what takes it next (Godard, Laborie and Nuijten 2005).
/// How many tasks are let go follows from how hard it was before.
/// </remarks>
internal sealed class OrderRelaxation
{
    private const int Conflicts = 150;
    private const long Steps = 60_000;
    private const long StepsOfPlacement = 20;
    private const int Least = 8;

    private readonly CompactProblem _problem;
    private readonly Chance _chance;
    private readonly SearchBudget _budget;
    private readonly CancellationToken _cancellation;
    private readonly bool[] _isFree;
    private double _size;

    public OrderRelaxation(CompactProblem problem, Chance chance, SearchBudget budget, CancellationToken cancellation)
    {
        (_problem, _chance, _budget, _cancellation) = (problem, chance, budget, cancellation);
        (_isFree, _size) = (new bool[_problem.Count], Math.Min(16, _problem.Count));
    }

    /// <summary>Goes on from a schedule of all tasks until some part of the budget is spent, or nothing can be better.</summary>
    /// <returns>The best schedule, and what the exact search says that it costs.</returns>
    public (int[] Starts, long Cost) Run(int[] starts, long cost, long bound, double until)
    {
        var best = (Starts: (int[])starts.Clone(), Cost: cost);
        while (!_budget.IsSpent && _budget.Share < until && best.Cost > bound)
        {
            Choose(best.Starts);
            if (Better(best.Starts, best.Cost) is { Starts: { } found } result)
            {
                best = (found, result.Cost);
            }
        }

        return best;
    }

    private ExactResult Better(int[] starts, long cost)
    {
        var search = new ExactSearch(Ordered(starts), _chance.Below(int.MaxValue));
        var result = search.Run(new ExactOptions { UpperBound = cost, Hint = starts, Conflicts = Conflicts, Steps = Steps }, _cancellation);
        _budget.Spend(Math.Max(result.Conflicts * _problem.Count, result.Steps / StepsOfPlacement) + _problem.Count);
        var isEasy = result.Status is ExactStatus.Optimal or ExactStatus.Infeasible;
        _size = Math.Clamp(_size * (isEasy ? 1.03 : 0.97), Math.Min(Least, _problem.Count), _problem.Count);
        return result;
    }

    /// <summary>Those that run about some time, or some of each part of the schedule.</summary>
    private void Choose(int[] starts)
    {
        Array.Clear(_isFree);
        var size = (int)_size;
        if (_chance.Below(4) == 0)
        {
            for (var at = 0; at < size; at++)
            {
                _isFree[_chance.Below(_problem.Count)] = true;
            }

            return;
        }

        var middle = starts[_chance.Below(_problem.Count)];
        var near = new (long Distance, int Task)[_problem.Count];
        for (var task = 0; task < near.Length; task++)
        {
            near[task] = ((2L * Math.Abs((2 * (long)starts[task]) + _problem.Tasks[task].Length - (2L * middle))) + _chance.Below(1 + _problem.Tasks[task].Length), task);
        }

        Array.Sort(near);
        for (var at = 0; at < size; at++)
        {
            _isFree[near[at].Task] = true;
        }
    }

    private CompactProblem Ordered(int[] starts) => new()
    {
        Horizon = _problem.Horizon,
        Tasks = _problem.Tasks,
        Resources = _problem.Resources,
        MakespanCost = _problem.MakespanCost,
        Lags = [.. _problem.Lags, .. Enumerable.Range(0, _problem.Resources.Length).Where(resource => _problem.Resources[resource].Edges is null).SelectMany(resource => Handovers(starts, resource))],
    };

    /// <summary>From what gives a resource back to what takes it next, units by units, but for those that are let go.</summary>
    private IEnumerable<CompactLag> Handovers(int[] starts, int resource)
    {
        var uses = UsesOf(starts, resource);
        var given = new List<(int Task, int Until, int Left)>();
        foreach (var (task, use) in uses)
        {
            var needed = use.Amount - Spare(given, resource);
            for (var at = given.Count - 1; at >= 0 && needed > 0; at--)
            {
                var (giver, until, left) = given[at];
                if (starts[giver] + until <= starts[task] + use.From)
                {
                    var taken = Math.Min(left, needed);
                    needed -= taken;
                    given[at] = (giver, until, left - taken);
                    if (!_isFree[giver] && !_isFree[task] && giver != task)
                    {
                        yield return new CompactLag(giver, task, until - use.From);
                    }
                }
            }

            given.RemoveAll(one => one.Left == 0);
            given.Add((task, use.Until, use.Amount));
        }
    }

    // What nobody has had yet.
    private int Spare(List<(int Task, int Until, int Left)> given, int resource) =>
        (int)Math.Clamp(_problem.Resources[resource].Capacity - given.Sum(one => (long)one.Left), 0, int.MaxValue);

    private List<(int Task, CompactUse Use)> UsesOf(int[] starts, int resource)
    {
        var uses = new List<(int Task, CompactUse Use)>();
        for (var task = 0; task < _problem.Count; task++)
        {
            foreach (var use in _problem.Tasks[task].Uses)
            {
                if (use.Resource == resource)
                {
                    uses.Add((task, use));
                }
            }
        }

        uses.Sort((left, right) => (starts[left.Task] + left.Use.From, left.Task).CompareTo((starts[right.Task] + right.Use.From, right.Task)));
        return uses;
    }
}
