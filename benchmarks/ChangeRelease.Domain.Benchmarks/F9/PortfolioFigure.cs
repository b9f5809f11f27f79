using System.Diagnostics;
using System.Globalization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>F9: planning portfolios of releases.</summary>
internal static class PortfolioFigure
{
    private const int Large = 10_000;
    private const int GreedyRules = 8;
    private const int Seeds = 5;

    private static readonly PlannerOptions First = new() { Budget = PlanningBudget.OfSchedules(1) };
    private static readonly PlannerOptions Greedy = new() { Budget = PlanningBudget.OfSchedules(GreedyRules) };

    public static Figure Measure()
    {
        _ = Planner.Plan(Portfolio.Of(200, 1), Greedy);
        var goals = new List<Goal>();
        goals.AddRange(OfLarge(Portfolio.Of(Large, 1)));
        goals.Add(Growth());
        goals.AddRange(PortfolioProofs.Measure());
        return new Figure("F9: portfolios of releases in three stages, real zones, windows, freezes and holidays", [], goals);
    }

    private static IEnumerable<Goal> OfLarge(PlanningProblem problem)
    {
        yield return new Goal("10,000 releases: first plan, in units of 0.25 s", 1, Spread.Of(Enumerable.Range(0, 9).Select(_ => Seconds(() => Planner.Plan(problem, First)) / 0.25)));
        var greedy = Planner.Plan(problem, Greedy);
        var tenSeconds = Planner.Plan(problem, new PlannerOptions { Budget = Time(10) });
        var held = CheckedPlan.Of(tenSeconds);
        Say($"best of {GreedyRules} greedy rules: {greedy.Score.Hard}, {greedy.Score.Soft}; after ten seconds: {tenSeconds.Score.Hard}, {tenSeconds.Score.Soft}; {tenSeconds.Gap}; {tenSeconds.Schedules} schedules");
        yield return new Goal("after ten seconds / best greedy rule", 0.92, Spread.Of([(double)tenSeconds.Score.Soft / greedy.Score.Soft]));
        yield return new Goal("10,000 releases: bound of the critical path / bound", PortfolioProofs.Tighter, Spread.Of([(double)held.CriticalPath / held.Bound]));
        foreach (var goal in OfReplan(problem, tenSeconds))
        {
            yield return goal;
        }
    }

    // A freeze of an afternoon and evening in the middle of the year, for all.
    private static IEnumerable<Goal> OfReplan(PlanningProblem problem, Plan before)
    {
        var middle = Instant.FromUtc(2026, 5, 12, 12, 0);
        var changed = problem.With(draft => draft with { Closures = [new Closure("outage", new Slot(middle, middle + Duration.FromHours(12))) { Items = Touching(before, middle) }] });
        Plan? after = null;
        var seconds = Seconds(() => after = Planner.Replan(changed, before, First));
        var moved = before.Compare(after!).Moves.Select(move => move.Item.ToString()[..13]).Distinct().Count();
        Say($"replan: {moved} releases elsewhere, {seconds:F2} s, {after}");
        yield return new Goal("replan: releases that move / all", 0.02, Spread.Of([(double)moved / Large]));
        yield return new Goal("replan / a full plan of ten seconds", 0.05, Spread.Of([seconds / 10]));
    }

    // One team's releases, as when it is called away.
    private static ValueList<WorkItemId> Touching(Plan before, Instant middle) => before.Items
        .Where(item => item.Slot.Contains(middle + Duration.FromHours(3)))
        .Select(item => item.Item.Id)
        .Take(20)
        .ToValueList();

    private static Goal Growth()
    {
        var sizes = new[] { 1_000, 3_000, Large };
        var seconds = Array.ConvertAll(sizes, size => Spread.Of(Enumerable.Range(1, Seeds).Select(seed => Portfolio.Of(size, seed)).Select(problem => Seconds(() => Planner.Plan(problem, Greedy)))).Median);
        Say($"greedy rules on {string.Join(", ", sizes)} releases: {string.Join(", ", seconds.Select(one => one.ToString("F3", CultureInfo.InvariantCulture)))} s");
        return new Goal("growth exponent, 1,000 to 10,000 releases", 1.1, Spread.Of([Math.Log(seconds[2] / seconds[0]) / Math.Log((double)sizes[2] / sizes[0])]));
    }

    private static PlanningBudget Time(int seconds) => PlanningBudget.OfTime(Duration.FromSeconds(seconds), TimeProvider.System);

    private static double Seconds(Func<Plan> plan)
    {
        var begun = Stopwatch.GetTimestamp();
        _ = plan();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
