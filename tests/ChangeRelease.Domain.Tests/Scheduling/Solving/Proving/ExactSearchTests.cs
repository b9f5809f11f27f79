using ChangeRelease.Domain.Scheduling.Solving;
using ChangeRelease.Domain.Scheduling.Solving.Proving;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;

/// <summary>The exact search against trying all starts (S-54).</summary>
public sealed class ExactSearchTests(ITestOutputHelper output)
{
    private const int Seed = 4_711;
    private const int Problems = 2_000;

    [Fact]
    public void Every_small_problem_is_settled_as_trying_all_starts_settles_it()
    {
        var seen = new Dictionary<string, int>();
        for (var seed = Seed; seed < Seed + Problems; seed++)
        {
            var (problem, told) = (SmallProblems.At(seed), new List<long>());
            var plans = SmallProblems.Plans(problem);

            var result = new ExactSearch(problem, seed).Run(new ExactOptions { Conflicts = 10_000, Improved = (starts, cost) => told.Add(Checked(problem, starts, cost)) }, default);

            result.Status.Should().Be(plans.Count == 0 ? ExactStatus.Infeasible : ExactStatus.Optimal, "seed {0}", seed);
            told.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems("seed {0}", seed);
            if (plans.Count > 0)
            {
                Checked(problem, result.Starts!, result.Cost).Should().Be(plans.Min(plan => plan.Cost), "seed {0}", seed);
                result.LowerBound.Should().Be(result.Cost, "seed {0}", seed);
                told[^1].Should().Be(result.Cost, "seed {0}", seed);
            }

            Count(seen, problem, result);
        }

        output.WriteLine(string.Join(", ", seen.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => FormattableString.Invariant($"{kind.Key} {kind.Value}"))));
        seen.Should().HaveCount(9).And.OnlyContain(kind => kind.Value >= 100);
    }

    [Fact]
    public void Bounds_hold_however_early_the_search_stops()
    {
        var stopped = 0;
        for (var seed = Seed; seed < Seed + (Problems / 2); seed++)
        {
            var problem = SmallProblems.At(seed);
            var (plans, search, result, runs) = (SmallProblems.Plans(problem), new ExactSearch(problem, seed), (ExactResult?)null, 0);
            while (result?.Status is not (ExactStatus.Optimal or ExactStatus.Infeasible))
            {
                result = search.Run(new ExactOptions { Conflicts = 1, Steps = 40 + runs++ }, default);
                stopped += result.Status is ExactStatus.Feasible or ExactStatus.Unknown ? 1 : 0;
                result.LowerBound.Should().BeLessThanOrEqualTo(plans.Count == 0 ? long.MaxValue : plans.Min(plan => plan.Cost), "seed {0}", seed);
                result.Cost.Should().BeGreaterThanOrEqualTo(plans.Count == 0 ? long.MaxValue : plans.Min(plan => plan.Cost), "seed {0}", seed);
            }

            result.Status.Should().Be(plans.Count == 0 ? ExactStatus.Infeasible : ExactStatus.Optimal, "seed {0}", seed);
        }

        stopped.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void What_parts_are_known_to_cost_changes_no_answer()
    {
        var (known, fewer) = (0, 0L);
        for (var seed = Seed; seed < Seed + Problems; seed++)
        {
            var (problem, dice) = (SmallProblems.At(seed), new Random(seed));
            var plans = SmallProblems.Plans(problem);
            if (plans.Count == 0)
            {
                continue;
            }

            var tasks = Enumerable.Range(0, problem.Count).OrderBy(_ => dice.Next()).ToArray();
            CostFloor[] floors = [.. new[] { tasks[..1], tasks[..2], tasks[2..], tasks }.Where(part => part.Length > 0 && dice.Next(4) > 0).Select(part => FloorOf(problem, plans, part, dice))];
            var search = new ExactSearch(problem, seed, floors);

            var result = search.Run(new ExactOptions { Conflicts = 10_000 }, default);

            result.Status.Should().Be(ExactStatus.Optimal, "seed {0}", seed);
            Checked(problem, result.Starts!, result.Cost).Should().Be(plans.Min(plan => plan.Cost), "seed {0}", seed);
            known += floors.Any(floor => floor.Least > 0) ? 1 : 0;
            fewer += new ExactSearch(problem, seed).Run(new ExactOptions { Conflicts = 10_000 }, default).Conflicts - result.Conflicts;
        }

        known.Should().BeGreaterThan(500);
        fewer.Should().BePositive();
    }

    [Fact]
    public void What_is_learned_holds_in_every_plan_that_costs_less_than_the_best_known()
    {
        var clauses = 0;
        for (var seed = Seed; seed < Seed + (2 * Problems); seed++)
        {
            var problem = SmallProblems.At(seed);
            var (plans, search) = (SmallProblems.Plans(problem), new ExactSearch(problem, seed));
            for (var run = 0; run < 4; run++)
            {
                var result = search.Run(new ExactOptions { Conflicts = 3 }, default);
                foreach (var clause in search.Learned)
                {
                    var better = plans.Where(plan => plan.Cost < result.Cost).ToList();
                    clauses += better.Count > 0 ? 1 : 0;
                    better.Count(plan => !clause.Any(bound => Holds(search.Model, problem, bound, plan.Starts, plan.Cost))).Should().Be(0, "seed {0}", seed);
                }
            }
        }

        output.WriteLine(FormattableString.Invariant($"{clauses} clauses looked at"));
        clauses.Should().BeGreaterThan(1_000);
    }

    [Fact]
    public void A_bound_that_the_caller_gives_is_beaten_or_proven()
    {
        var (beaten, proven) = (0, 0);
        for (var seed = Seed; seed < Seed + (Problems / 2); seed++)
        {
            var problem = SmallProblems.At(seed);
            var plans = SmallProblems.Plans(problem);
            if (plans.Count == 0)
            {
                continue;
            }

            var (least, plan) = (plans.Min(plan => plan.Cost), plans[seed % plans.Count]);
            var result = new ExactSearch(problem, seed).Run(new ExactOptions { Conflicts = 10_000, UpperBound = plan.Cost, Hint = plan.Starts }, default);

            (result.Status, result.Cost, result.LowerBound).Should().Be((ExactStatus.Optimal, least, least), "seed {0}", seed);
            (result.Starts is null).Should().Be(plan.Cost == least, "seed {0}", seed);
            (beaten, proven) = result.Starts is null ? (beaten, proven + 1) : (beaten + 1, proven);
        }

        output.WriteLine(FormattableString.Invariant($"{beaten} beaten, {proven} proven"));
        new[] { beaten, proven }.Should().OnlyContain(times => times > 100);
    }

    private static CostFloor FloorOf(CompactProblem problem, List<(int[] Starts, long Cost)> plans, int[] part, Random dice)
    {
        var least = plans.Min(plan => part.Sum(task => problem.Tasks[task].CostAt(plan.Starts[task])));
        return new CostFloor(part, dice.Next(3) == 0 ? dice.NextInt64(least + 1) : least);
    }

    private static long Checked(CompactProblem problem, int[] starts, long cost)
    {
        PlanCheck.IsPlan(problem, starts).Should().BeTrue();
        PlanCheck.CostOf(problem, starts).Should().Be(cost);
        return cost;
    }

    private static bool Holds(Model model, CompactProblem problem, Bound bound, int[] starts, long cost)
    {
        var number = bound.View >> 1;
        var value = number < model.Tasks ? starts[number]
            : bound.View >> 1 == model.Tasks ? Enumerable.Range(0, problem.Count).Max(task => starts[task] + problem.Tasks[task].Length)
            : number == model.Tasks + 1 ? (cost + model.Unit - 1) / model.Unit
            : model.Pairs.All[number - model.Tasks - 2] is var pair && starts[pair.Other] - starts[pair.One] >= pair.Before ? 1 : 0;
        return ((bound.View & 1) == 0 ? value : -value) >= bound.Value;
    }

    private static void Count(Dictionary<string, int> seen, CompactProblem problem, ExactResult result)
    {
        Seen("infeasible", result.Status == ExactStatus.Infeasible);
        Seen("with conflicts", result.Conflicts > 3);
        Seen("holes", problem.Tasks.Any(task => task.Starts.Length > 2));
        Seen("maximum lags", problem.Lags.Any(lag => lag.Least < 0));
        Seen("buckets", problem.Resources.Any(resource => resource.Edges is not null));
        Seen("soft", problem.Resources.Any(resource => resource.OverCost > 0 && resource.Free < int.MaxValue));
        Seen("offsets", problem.Tasks.Any(task => task.Uses.Any(use => use.From != 0 || use.Until != task.Length)));
        Seen("ramps", problem.Tasks.Any(task => task.Ramps.Length > 1));
        Seen("makespan", problem.MakespanCost > 0);

        void Seen(string kind, bool isSo) => seen[kind] = seen.GetValueOrDefault(kind) + (isSo ? 1 : 0);
    }
}
