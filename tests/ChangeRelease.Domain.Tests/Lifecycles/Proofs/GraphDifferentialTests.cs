using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Graph questions against the naive way: take something away, and see whether a state is still reached.</summary>
public sealed class GraphDifferentialTests
{
    private const int Tables = 100;

    [Fact]
    public void Every_question_about_random_tables_is_answered_as_the_naive_search_answers_it()
    {
        var (reached, missed, passed, always) = (0, 0, 0, 0);
        for (var seed = 0; seed < Tables; seed++)
        {
            var table = new RandomFamily(seed).First;
            var (graph, reading) = (LifecycleGraph.Of(table), new NaiveReading([table], []));
            foreach (var (from, to) in table.States.SelectMany(from => table.States.Select(to => (from, to))))
            {
                var length = Length(reading, from, to);
                CheckPath(graph, reading, from, to, length);
                (reached, missed) = length is null ? (reached, missed + 1) : (reached + 1, missed);
                always += CheckRequirements(graph, reading, from, to);
                passed += from == table.Start ? CheckPassed(graph, reading, table, to) : 0;
            }
        }

        (reached, missed, passed, always).Should().Match<(int, int, int, int)>(counts => counts.Item1 > 1_500 && counts.Item2 > 300 && counts.Item3 > 500 && counts.Item4 > 500);
    }

    private static void CheckPath(LifecycleGraph graph, NaiveReading reading, State from, State to, int? length)
    {
        var path = graph.ShortestPath(from, to);

        (path?.Moves.Count).Should().Be(length);
        graph.Reaches(from, to).Should().Be(length is not null);
        if (path is not null)
        {
            reading.Follow(reading.Anywhere(from), path.Moves).Should().Contain(stand => stand.State == to && stand.Table == 0);
        }
    }

    private static int CheckPassed(LifecycleGraph graph, NaiveReading reading, LifecycleDescription table, State to)
    {
        var isReached = Length(reading, table.Start, to) is not null;
        bool IsReachedWithout(Func<NaiveStep, bool> parts) => Length(reading, table.Start, to, step => !parts(step)) is not null;
        var states = table.States.Where(state => isReached && to != table.Start && state != to && (state == table.Start || !IsReachedWithout(step => step.To.State == state && step.To.Table == 0)));
        var rows = table.Transitions.Where(row => isReached && to != table.Start && !IsReachedWithout(step => step.Row == row));

        graph.MustPass(to).Should().BeEquivalentTo(states);
        graph.MustTake(to).Should().BeEquivalentTo(rows);
        graph.MustPass(to).Should().BeSubsetOf(graph.ShortestPath(table.Start, to)?.Moves.Select(move => move.From) ?? []);
        return graph.MustPass(to).Count;
    }

    private static int CheckRequirements(LifecycleGraph graph, NaiveReading reading, State from, State to)
    {
        var needs = graph.RequirementsOnTheWay(from, to);
        if (Length(reading, from, to) is null)
        {
            needs.Should().BeNull();
            return 0;
        }

        var always = RandomFamily.Codes.Where(code => Length(reading, from, to, step => step.Row.Requirements.All(need => need.Code != code)) is null);
        needs!.Always.Select(need => need.Code).Should().BeEquivalentTo(always);
        needs.Shortest.Should().Be(graph.ShortestPath(from, to));
        return needs.Always.Count;
    }

    private static int? Length(NaiveReading reading, State from, State to, Func<NaiveStep, bool>? mayTake = null) =>
        reading.Distances(reading.Anywhere(from), mayTake).Where(reached => reached.Key.Table == 0 && reached.Key.State == to).Select(reached => (int?)reached.Value).Min();
}
