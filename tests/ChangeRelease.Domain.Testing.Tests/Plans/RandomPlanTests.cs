using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing.Tests.Plans;

public sealed class Probe(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Run()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("PROBE") ?? "200", System.Globalization.CultureInfo.InvariantCulture);
        var kinds = new SortedDictionary<string, int>();
        var told = new Dictionary<string, int>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        void Count(string kind) => kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        void Tell(string kind, string what)
        {
            Count("BAD " + kind);
            if ((told[kind] = told.GetValueOrDefault(kind) + 1) <= 6)
            {
                output.WriteLine($"{kind}: {what}");
            }
        }

        for (var seed = 0; seed < count; seed++)
        {
            var isSmall = seed % 4 != 0;
            using var ending = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            File.WriteAllText("/tmp/t/checker-seed", $"{seed}");
            RandomProblem problem;
            try
            {
                problem = isSmall ? RandomProblems.Small(seed) : RandomProblems.Medium(seed);
            }
            catch (PlanningDefinitionException thrown)
            {
                Tell("definition", $"{seed}: {thrown.Message}");
                continue;
            }

            if (Environment.GetEnvironmentVariable("TAME") is not null)
            {
                problem = problem.With(draft => draft with
                {
                    Items = draft.Items.Select(item => item with
                    {
                        MayMove = true,
                        Demands = item.Demands.Where(demand => demand.Amount <= draft.Resources.First(one => one.Id == demand.Resource).Capacity || new WorkLayout(item.Effort, new TimeGrid(draft.Horizon, draft.Grid)).Of(demand.During, draft.Horizon.Start) is not null).ToValueList(),
                    }).ToValueList(),
                });
            }

            try
            {
                Plan plan = Planner.Plan(problem.Problem, new PlannerOptions { Seed = seed, Budget = PlanningBudget.OfSchedules(isSmall ? 50 : 5) }, cancellation: ending.Token);
                File.WriteAllText("/tmp/t/checker-seed", $"{seed} planned");
                if (ending.IsCancellationRequested) { Tell("endless", $"{problem}"); }
                Count(isSmall ? "small" : "medium");
                Count(plan.IsOptimal ? "optimal" : "open");
                Count(plan.IsInfeasible ? "infeasible" : "not known infeasible");
                Count(plan.IsComplete ? "complete" : "with leftovers");
                var checker = problem.Checker();
                ValueList<PlanViolation> found;
                try
                {
                    found = checker.Check(plan);
                }
                catch (IndexOutOfRangeException)
                {
                    Count("BAD index");
                    found = checker.Check(PlanClaims.WithoutReasons(plan));
                }

                foreach (var violation in found.DistinctBy(one => one.Code + (one.Code.Contains("untrue") ? one.Message.Split("Kind = ")[1].Split(',')[0] : "")))
                {
                    Tell(violation.Code + (violation.Code.Contains("untrue") ? violation.Message.Split("Kind = ")[1].Split(",")[0] : ""), $"{problem}: {violation}");
                }

                if (isSmall && BruteForce.Search(checker, 100_000) is { } best)
                {
                    Count("searched");
                    var (hard, soft) = (best.Score.Hard, best.Score.Soft);
                    Count(best.Score.Hard == 0 ? "feasible" : "truly infeasible");
                    Count(plan.Score.Hard == hard && plan.Score.Soft == soft ? "best found" : "not best");
                    if ((plan.Score.Hard, plan.Score.Soft).CompareTo((hard, soft)) < 0)
                    {
                        Tell("better than best", $"{problem}: {plan} against {best.Score}");
                    }

                    if ((plan.Gap.HardBound, plan.Gap.SoftBound).CompareTo((hard, soft)) > 0)
                    {
                        Tell("bound", $"{problem}: {plan.Gap.HardBound} {plan.Gap.SoftBound} against {best.Score}");
                    }
                }
            }
            catch (Exception thrown)
            {
                Tell("thrown", $"{problem}: {thrown}");
            }
        }

        output.WriteLine($"{watch.Elapsed}");
        foreach (var (kind, times) in kinds)
        {
            output.WriteLine($"{times,8} {kind}");
        }

        kinds.Keys.Where(kind => kind.StartsWith("BAD", StringComparison.Ordinal)).Should().BeEmpty();
    }
}
