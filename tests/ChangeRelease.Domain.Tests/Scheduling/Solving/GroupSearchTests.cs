using ChangeRelease.Domain.Scheduling.Solving;
using ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving;

/// <summary>Groups that are planned alone, against trying all starts (S-54).</summary>
public sealed class GroupSearchTests(ITestOutputHelper output)
{
    private const int Seed = 815;
    private const int Problems = 3_000;

    [Fact]
    public void Joined_until_none_is_in_the_way_of_another_groups_find_the_cheapest_starts_and_prove_it_whatever_schedule_comes_between()
    {
        var seen = new Dictionary<string, int>();
        foreach (var (seed, problem, plans) in Solvable())
        {
            var (cheapest, dearest) = (plans.Min(plan => CostOf(problem, plan)), plans.MaxBy(plan => CostOf(problem, plan))!);
            var board = new Judge(problem, dearest, seed);
            var groups = new GroupSearch(new Network(problem), new SearchBudget(10_000_000, null, default), board.IsBetter, default);
            var alone = groups.Bound;

            groups.Run(dearest, seed % 30 * 1e-7);
            board.Starts = plans[seed % plans.Count];
            groups.Run(board.Starts, 1);

            board.Cost.Should().Be(cheapest, "seed {0}", seed);
            groups.Bound.Should().Be(cheapest, "seed {0}", seed);
            Count(seen, alone < cheapest ? "groups cost more than tasks" : "tasks cost as much alone");
            Count(seen, cheapest < CostOf(problem, dearest) ? "better" : "as good");
        }

        output.WriteLine(string.Join(", ", seen.Select(kind => FormattableString.Invariant($"{kind.Key} {kind.Value}"))));
        seen.Should().HaveCount(4).And.OnlyContain(kind => kind.Value >= 100);
    }

    [Fact]
    public void The_bound_holds_and_every_schedule_is_one_however_early_the_search_stops_and_whatever_is_refused()
    {
        var early = 0;
        foreach (var (seed, problem, plans) in Solvable())
        {
            var (cheapest, dearest) = (plans.Min(plan => CostOf(problem, plan)), plans.MaxBy(plan => CostOf(problem, plan))!);
            var board = new Judge(problem, dearest, seed) { RefusesEach = 1 + (seed % 3) };
            var groups = new GroupSearch(new Network(problem), new SearchBudget(10_000_000, null, default), board.IsBetter, default);
            for (var placements = 1; placements < 60; placements++)
            {
                groups.Run(board.Starts, placements * 1e-7);
                groups.Bound.Should().BeLessThanOrEqualTo(cheapest, "seed {0}", seed);
                early += groups.Bound < cheapest ? 1 : 0;
            }
        }

        early.Should().BeGreaterThan(1_000);
    }

    private static IEnumerable<(int Seed, CompactProblem Problem, List<int[]> Plans)> Solvable() => Enumerable.Range(Seed, Problems)
        .Select(seed => (seed, SmallProblems.At(seed)))
        .Select(pair => (pair.seed, pair.Item2, SmallProblems.Plans(pair.Item2).ConvertAll(plan => plan.Starts)))
        .Where(one => one.Item3.Count > 0);

    private static long CostOf(CompactProblem problem, int[] starts) => problem.Tasks.Zip(starts, (task, start) => task.CostAt(start)).Sum();

    private static void Count(Dictionary<string, int> seen, string kind) => seen[kind] = seen.GetValueOrDefault(kind) + 1;

    /// <summary>Keeps the best schedule, and checks each of them.</summary>
    private sealed class Judge(CompactProblem problem, int[] starts, int seed)
    {
        private int _told;

        public int RefusesEach { get; init; } = int.MaxValue;

        public int[] Starts { get; set; } = starts;

        public long Cost => CostOf(problem, Starts);

        public bool IsBetter(int[] starts, long gain)
        {
            PlanCheck.IsPlan(problem, starts).Should().BeTrue("seed {0}", seed);
            gain.Should().Be(Cost - CostOf(problem, starts), "seed {0}", seed).And.BePositive("seed {0}", seed);
            if (++_told % RefusesEach == 0)
            {
                return false;
            }

            Starts = [.. starts];
            return true;
        }
    }
}
