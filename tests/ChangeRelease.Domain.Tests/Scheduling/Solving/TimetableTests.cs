using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Tests.Scheduling.Solving;

public sealed class TimetableTests
{
    private const int Horizon = 60;

    [Fact]
    public void The_earliest_and_the_latest_fit_are_those_that_counting_granule_by_granule_finds()
    {
        var (found, none) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var problem = Problem(random);
            var table = new Timetable(problem, null);
            var starts = new int?[problem.Count];
            for (var step = 0; step < 60; step++)
            {
                var task = random.Next(problem.Count);
                if (starts[task] is not null)
                {
                    table.Remove(task);
                    starts[task] = null;
                    continue;
                }

                var (from, to) = (random.Next(Horizon), random.Next(Horizon));
                var fits = Enumerable.Range(from, Math.Max(0, to - from + 1)).Where(start => Fits(problem, starts, task, start)).ToList();
                var earliest = table.Earliest(task, from, to);
                earliest.Should().Be(fits.Count > 0 ? fits[0] : Timetable.Nowhere);
                table.Latest(task, from, to).Should().Be(fits.Count > 0 ? fits[^1] : Timetable.Nowhere);
                (found, none) = fits.Count > 0 ? (found + 1, none) : (found, none + 1);
                if (earliest != Timetable.Nowhere)
                {
                    table.Place(task, earliest);
                    starts[task] = earliest;
                }
            }
        }

        found.Should().BeGreaterThan(2_000);
        none.Should().BeGreaterThan(2_000);
    }

    [Fact]
    public void What_is_too_much_in_a_bucket_costs()
    {
        var problem = new CompactProblem
        {
            Horizon = Horizon,
            Resources = [new CompactResource { Capacity = int.MaxValue, Edges = [10, 20], Free = 1, OverCost = 7 }],
            Tasks = [Task(5, [new CompactUse(0, 1, 0, 5)]), Task(5, [new CompactUse(0, 2, 0, 5)])],
            Lags = [],
        };
        var table = new Timetable(problem, null);

        table.Place(0, 2);
        table.Place(1, 8);

        table.OverCost().Should().Be(7 * ((3 - 1) + (2 - 1)), "the second touches two buckets, and the first is in one of them");
    }

    private static CompactTask Task(int length, CompactUse[] uses) => new() { Length = length, Starts = [0, Horizon - length + 1], Uses = uses, Ramps = [], LeftOut = 1 };

    private static CompactProblem Problem(Random random)
    {
        CompactResource[] resources =
        [
            new CompactResource { Capacity = random.Next(1, 4) },
            new CompactResource { Capacity = random.Next(1, 4), Edges = [.. Enumerable.Range(1, Horizon - 1).Where(_ => random.Next(8) == 0)] },
        ];
        return new CompactProblem
        {
            Horizon = Horizon,
            Resources = resources,
            Lags = [],
            Tasks = [.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => RandomTask(random))],
        };
    }

    private static CompactTask RandomTask(Random random)
    {
        var length = random.Next(1, 12);
        var open = Enumerable.Range(0, Horizon - length + 1).Where(start => (start / 7) % 3 != random.Next(3)).ToList();
        return new CompactTask
        {
            Length = length,
            Starts = Edges.Joined(open.SelectMany(start => new[] { start, start + 1 }).ToList()),
            Uses = [.. Enumerable.Range(0, 2).Where(_ => random.Next(3) > 0).Select(resource => Use(random, resource, length))],
            Ramps = [],
            LeftOut = 1,
        };
    }

    private static CompactUse Use(Random random, int resource, int length)
    {
        var from = random.Next(length);
        return new CompactUse(resource, random.Next(1, 4), from, from + 1 + random.Next(length + 2));
    }

    private static bool Fits(CompactProblem problem, int?[] starts, int task, int start) =>
        problem.Tasks[task].Starts.Chunk(2).Any(range => range[0] <= start && start < range[1])
        && problem.Tasks[task].Uses.All(use => Cells(problem, use, start).All(cell =>
            Taken(problem, starts, use.Resource, cell) + use.Amount <= problem.Resources[use.Resource].Capacity));

    private static int Taken(CompactProblem problem, int?[] starts, int resource, int cell) => starts
        .Select((start, task) => start is { } at ? problem.Tasks[task].Uses.Where(use => use.Resource == resource && Cells(problem, use, at).Contains(cell)).Sum(use => use.Amount) : 0)
        .Sum();

    // A granule, or where buckets count, how many edges lie at or before it.
    private static IEnumerable<int> Cells(CompactProblem problem, CompactUse use, int start) => Enumerable.Range(start + use.From, use.Until - use.From)
        .Select(granule => problem.Resources[use.Resource].Edges is { } edges ? edges.Count(edge => edge <= granule) : granule)
        .Distinct();
}
