using ChangeRelease.Domain.Scheduling.Solving;
using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving.Proving;

/// <summary>The exact search is the same each time, stops when it is told to, and takes no room by time.</summary>
public sealed class SearchLimitsTests
{
    private const int Far = 1_000_000_000;

    [Fact]
    public void The_same_problem_and_seed_give_the_same_plans_bounds_and_counts()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            Told(seed).Should().Equal(Told(seed));
        }
    }

    [Fact]
    public void A_search_that_is_run_in_slices_goes_on_with_what_it_knows()
    {
        var (search, problem) = (new ExactSearch(Crowd(9), 1), Crowd(9));
        var (runs, result) = (0, search.Run(new ExactOptions { Conflicts = 5 }, default));
        for (; result.Status is ExactStatus.Unknown or ExactStatus.Feasible; runs++)
        {
            var next = search.Run(new ExactOptions { Conflicts = 5 }, default);
            next.LowerBound.Should().BeGreaterThanOrEqualTo(result.LowerBound);
            next.Cost.Should().BeLessThanOrEqualTo(result.Cost);
            result = next;
        }

        runs.Should().BeGreaterThan(1);
        result.Cost.Should().Be(new ExactSearch(problem, 2).Run(new ExactOptions { Conflicts = 1_000_000 }, default).Cost);
    }

    [Fact]
    public void A_search_that_is_canceled_before_it_starts_knows_nothing_but_a_bound_that_holds()
    {
        var result = new ExactSearch(Crowd(8), 1).Run(new ExactOptions { Conflicts = 1_000_000 }, new CancellationToken(canceled: true));

        (result.Status, result.Starts, result.Conflicts, result.LowerBound).Should().Be((ExactStatus.Unknown, null, 0, 0));
    }

    [Fact]
    public void A_search_that_is_canceled_while_it_runs_keeps_the_plan_it_has()
    {
        using var source = new CancellationTokenSource();
        var result = new ExactSearch(Crowd(30), 1).Run(new ExactOptions { Conflicts = long.MaxValue / 2, Improved = (_, _) => source.Cancel() }, source.Token);

        result.Status.Should().Be(ExactStatus.Feasible);
        PlanCheck.IsPlan(Crowd(30), result.Starts!).Should().BeTrue();
    }

    [Fact]
    public void A_horizon_of_a_thousand_million_granules_takes_no_more_room_than_a_short_one()
    {
        var task = new CompactTask
        {
            Length = Far / 10,
            Starts = [0, 5, 1_000, Far / 2, (Far / 2) + 7, Far - (Far / 10)],
            Uses = [new CompactUse(0, 1, -3, (Far / 10) + 3)],
            Ramps = [new CompactRamp(Far / 4, 1_000_000, 3)],
            LeftOut = 0,
        };
        var problem = new CompactProblem { Horizon = Far, Tasks = [task, task, task], Resources = [new CompactResource { Capacity = 1 }], Lags = [new CompactLag(1, 0, -Far), new CompactLag(1, 2, -Far)], MakespanCost = 7 };
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = new ExactSearch(problem, 1).Run(new ExactOptions { Conflicts = 1_000 }, default);

        result.Status.Should().Be(ExactStatus.Optimal);
        // One at its pivot, the others right behind it; granule by granule that would take hours.
        var step = (Far / 10) + 6;
        result.Cost.Should().Be((7L * ((Far / 4) + (2 * step) + (Far / 10))) + (3L * step) + (3L * 2 * step));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(4_000_000);
    }

    [Fact]
    public void A_horizon_beyond_what_is_counted_in_is_refused()
    {
        var problem = new CompactProblem { Horizon = int.MaxValue, Tasks = [], Resources = [], Lags = [] };

        FluentActions.Invoking(() => new ExactSearch(problem, 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_problem_without_tasks_has_a_plan_that_costs_nothing()
    {
        var problem = new CompactProblem { Horizon = 10, Tasks = [], Resources = [], Lags = [], MakespanCost = 1 };

        var result = new ExactSearch(problem, 1).Run(new ExactOptions { Conflicts = 10 }, default);

        (result.Status, result.Cost, result.LowerBound).Should().Be((ExactStatus.Optimal, 0, 0));
    }

    // Tasks of many lengths, of which two go at a time, each wanted at once.
    private static CompactProblem Crowd(int count) => new()
    {
        Horizon = 10 * count,
        Resources = [new CompactResource { Capacity = 5 }],
        Lags = [],
        Tasks = [.. Enumerable.Range(0, count).Select(task => new CompactTask
        {
            Length = 1 + (task * 7 % 5),
            Starts = [0, 10 * count - 5],
            Uses = [new CompactUse(0, 1 + (task * 5 % 4), 0, 1 + (task * 7 % 5))],
            Ramps = [new CompactRamp(task % 3, 0, 1 + (task % 4))],
            LeftOut = 0,
        })],
    };

    private static List<long> Told(int seed)
    {
        var told = new List<long>();
        var result = new ExactSearch(SmallProblems.At(seed), seed).Run(new ExactOptions { Conflicts = 50, Improved = (starts, cost) => told.AddRange(starts.Select(start => (long)start).Append(cost)) }, default);
        told.AddRange([result.Cost, result.LowerBound, result.Conflicts, result.Steps, (long)result.Status]);
        return told;
    }
}
