using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>How many portfolios of a size are proved to have no better plan within a second, and how good the bound is where they are not.</summary>
internal static class PortfolioProofs
{
    /// <summary>Less than one, however little.</summary>
    public const double Tighter = 1 - 1e-9;

    private const int Seeds = 20;

    public static IEnumerable<Goal> Measure()
    {
        foreach (var releases in new[] { 10, 20, 30, 40, 50 })
        {
            yield return new Goal($"{releases} releases: not proved within a second, of {Seeds} seeds", 2, Spread.Of([Unproved(releases)]));
        }

        foreach (var releases in new[] { 200, 1_000 })
        {
            yield return new Goal($"{releases} releases: bound of the critical path / bound, after a second", Tighter, Spread.Of(Bounds(releases)));
        }
    }

    private static double Unproved(int releases)
    {
        var plans = Enumerable.Range(1, Seeds).Select(seed => Planned(releases, seed)).ToList();
        var open = plans.Where(plan => !plan.Plan.IsOptimal).ToList();
        Say($"{releases} releases: {plans.Count - open.Count} of {plans.Count} proved; the others: {string.Join(", ", open.Select(plan => FormattableString.Invariant($"{plan.Cost} above {plan.Bound}")))}");
        return open.Count;
    }

    private static double[] Bounds(int releases)
    {
        var plans = Enumerable.Range(1, 5).Select(seed => Planned(releases, seed)).ToList();
        Say($"{releases} releases: {string.Join(", ", plans.Select(plan => FormattableString.Invariant($"{plan.Cost} above {plan.Bound}, critical path {plan.CriticalPath}")))}");
        return [.. plans.Select(plan => (double)plan.CriticalPath / plan.Bound)];
    }

    private static CheckedPlan Planned(int releases, int seed)
    {
        var problem = Portfolio.Of(releases, seed);
        return CheckedPlan.Of(Planner.Plan(problem, new PlannerOptions { Budget = PlanningBudget.OfTime(Duration.FromSeconds(1), TimeProvider.System) }));
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
