using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving;

public sealed class SolverTests
{
    [Fact]
    public void What_must_be_left_out_is_no_more_than_what_every_schedule_leaves_out()
    {
        // Two pairs, each of which contradicts itself; leaving out the second of each is enough.
        var problem = Problem(10, [Task(1, [0, 1]), Task(1, [5, 6]), Task(1, [0, 1]), Task(1, [5, 6])], [new(0, 1, 1), new(1, 0, -2), new(2, 3, 1), new(3, 2, -2)]);

        var outcome = Solve(problem, [[], [0], [], [2]]);

        outcome.Bound.Hard.Should().BeInRange(1, 2);
        outcome.Worth.Hard.Should().BeInRange(2, 4);
    }

    [Fact]
    public void A_circle_of_distances_is_impossible_however_long_the_horizon_is()
    {
        var problem = Problem(1 << 29, [Task(1, [0, 1 << 29]), Task(1, [0, 1 << 29])], [new(0, 1, 1), new(1, 0, 0)]);

        new Network(problem).Impossible.Should().NotBeNull();
    }

    [Fact]
    public void Tasks_that_hang_together_many_times_over_are_put_back_in_bounded_time()
    {
        var random = new Random(3);
        var tasks = Enumerable.Range(0, 60).Select(_ => Task(3, [0, 200])).ToArray();
        var lags = Enumerable.Range(0, 400).Select(_ => (random.Next(60), random.Next(60))).Where(pair => pair.Item1 < pair.Item2)
            .SelectMany(pair => new[] { new CompactLag(pair.Item1, pair.Item2, 3), new CompactLag(pair.Item2, pair.Item1, -150) }).ToArray();

        var outcome = Solve(Problem(210, tasks, lags), Enumerable.Repeat(Array.Empty<int>(), 60).ToArray());

        outcome.Worth.Hard.Should().BeGreaterThanOrEqualTo(0);
    }

    private static SolverOutcome Solve(CompactProblem problem, int[][] dependencies) =>
        Solver.Run(new SolverRequest(problem, dependencies, null, 1, new SearchBudget(100L * problem.Count, null, default)));

    private static CompactTask Task(int length, int[] starts) => new() { Length = length, Starts = starts, Uses = [new CompactUse(0, 1, 0, length)], Ramps = [new CompactRamp(0, 0, 1)], LeftOut = 1 };

    private static CompactProblem Problem(int horizon, CompactTask[] tasks, CompactLag[] lags) =>
        new() { Horizon = horizon, Tasks = tasks, Lags = lags, Resources = [new CompactResource { Capacity = 2 }] };
}
