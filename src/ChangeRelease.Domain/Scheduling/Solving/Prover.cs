using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Lets the exact search go on in slices, and keeps what it has proved.</summary>
/// <remarks>The exact search places every task. It knows neither the rules of the host nor soft limits: what it proves without them holds with them, and what it finds is looked at again.</remarks>
internal sealed class Prover(Network network, long seed, SearchBudget budget, CancellationToken cancellation)
{
    /// <summary>Larger problems are not tried.</summary>
    public const int MostTasks = 400;

    private const int Slice = 200;
    private const long StepsOfSlice = 60_000;
    private const long StepsOfTask = 400;
    private const long StepsOfPlacement = 20;

    private readonly ExactSearch _search = new(network.Problem, (int)seed);
    private long _conflicts;
    private long _steps;

    /// <summary>Whether there is nothing more to prove.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether it is proved that not all tasks can be placed.</summary>
    public bool IsInfeasible { get; private set; }

    /// <summary>What a schedule of all tasks costs at least.</summary>
    public long SoftBound { get; private set; }

    /// <summary>Goes on until some part of the budget is spent.</summary>
    /// <param name="until">The part.</param>
    /// <param name="cost">What the best schedule of all tasks costs; null when there is none.</param>
    /// <param name="starts">The best schedule; some tasks may be nowhere.</param>
    /// <param name="improved">Told of each schedule that is better.</param>
    public void Run(double until, long? cost, int[] starts, Action<int[]> improved)
    {
        var hint = Array.TrueForAll(starts, start => start != Timetable.Nowhere) ? starts : null;
        for (var options = Options(cost, hint, improved); !IsDone && !budget.IsSpent && budget.Share < until; options = Options(null, null, improved))
        {
            Judge(_search.Run(options, cancellation));
        }
    }

    private ExactOptions Options(long? cost, int[]? hint, Action<int[]> improved) => new()
    {
        UpperBound = cost,
        Hint = hint,
        Conflicts = Slice,
        // A slice that is too short for a dive would come to nothing, over and over.
        Steps = StepsOfSlice + (StepsOfTask * network.Problem.Count),
        Improved = (found, _) => improved(found),
    };

    private void Judge(ExactResult result)
    {
        budget.Spend(Math.Max((result.Conflicts - _conflicts) * network.Problem.Count, (result.Steps - _steps) / StepsOfPlacement) + 1);
        (_conflicts, _steps) = (result.Conflicts, result.Steps);
        SoftBound = result.Status == ExactStatus.Infeasible ? SoftBound : Math.Max(SoftBound, result.LowerBound);
        IsInfeasible = result.Status == ExactStatus.Infeasible;
        IsDone = result.Status is ExactStatus.Optimal or ExactStatus.Infeasible;
    }
}
