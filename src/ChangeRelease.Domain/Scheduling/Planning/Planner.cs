using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Finds slots for what is to be planned (S-54).</summary>
/// <remarks>The same problem, seed and number of schedules give the same plan, in whatever order the problem was stated.</remarks>
public static class Planner
{
    /// <summary>Plans.</summary>
    /// <param name="problem">What is to be planned.</param>
    /// <param name="options">How to look for a plan; null for <see cref="PlannerOptions.Ordinary"/>.</param>
    /// <param name="progress">Told of whatever is better; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the search: the best that was found so far is the plan.</param>
    /// <returns>The plan: it breaks no rule, and may leave items out; each is explained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A rule of the host's own costs less than nothing, or too much.</exception>
    public static Plan Plan(PlanningProblem problem, PlannerOptions? options = null, IProgress<PlanningProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Solve(problem, null, options ?? PlannerOptions.Ordinary, progress, cancellation);
    }

    /// <summary>Plans again, from a plan that was there before: what can stay stays, and what moves counts (<see cref="PlanningObjective.Moved"/>, <see cref="PlanningObjective.Moving"/>).</summary>
    /// <remarks>Where the objective counts neither, an item that moves costs as much as ten days of waiting, tardiness and makespan together, of an item of weight one. What may not move and cannot be where it was is left out.</remarks>
    /// <param name="problem">What is to be planned now.</param>
    /// <param name="previous">The plan before; it may be of another problem. Items that it does not have are new.</param>
    /// <param name="options">How to look for a plan; null for <see cref="PlannerOptions.Ordinary"/>.</param>
    /// <param name="progress">Told of whatever is better; null when nobody wants to know.</param>
    /// <param name="cancellation">Ends the search: the best that was found so far is the plan.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> or <paramref name="previous"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A rule of the host's own costs less than nothing, or too much.</exception>
    public static Plan Replan(PlanningProblem problem, Plan previous, PlannerOptions? options = null, IProgress<PlanningProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(previous);
        return Solve(problem, Scheduling.PreviousStarts.Of(problem, previous), options ?? PlannerOptions.Ordinary, progress, cancellation);
    }

    /// <summary>Says why not everything can be planned: a set of items and demands that clash, from which nothing can be spared, and what would help.</summary>
    /// <param name="problem">What is to be planned.</param>
    /// <param name="options">How long to look each time; null for <see cref="PlannerOptions.Ordinary"/>. Many plans are tried.</param>
    /// <param name="cancellation">Ends the search: what was found is then not known to be minimal.</param>
    /// <returns>The clash; null when there is a plan of everything, or it is not proved that there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    public static PlanningClash? Clash(PlanningProblem problem, PlannerOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new ClashSearch(problem, options ?? PlannerOptions.Ordinary, cancellation).Run();
    }

    private static Plan Solve(PlanningProblem problem, PreviousStarts? previous, PlannerOptions options, IProgress<PlanningProgress>? progress, CancellationToken cancellation)
    {
        var compact = previous?.Compact ?? problem.Compiled.Compact;
        var size = Math.Max(1, compact.Count);
        var budget = new SearchBudget(Placements(options.Budget.Schedules, size), options.Budget.Begin(), cancellation);
        var outcome = Solver.Run(new SolverRequest(compact, problem.Compiled.Dependencies, HostRules.Of(problem), options.Seed, budget)
        {
            Previous = previous?.Starts,
            Cancellation = cancellation,
            WholeIsEnough = options.WholeIsEnough,
            Better = progress is null ? null : (worth, bound) => progress.Report(new PlanningProgress(budget.Spent / size, worth.Hard, worth.Soft, bound.Soft)),
        });
        return new Plan(problem, previous, outcome, options.Seed, outcome.Placements / size);
    }

    private static long Placements(long schedules, int size) => schedules > long.MaxValue / size ? long.MaxValue : schedules * size;
}
