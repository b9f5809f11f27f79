using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Foundation;

/// <summary>What a failure would reach.</summary>
public sealed class ServiceGraphTests
{
    [Fact]
    public void What_depends_on_a_service_is_reached_the_nearest_first_and_a_circle_ends()
    {
        var graph = Graph(["db", "ledger", "payments", "shop", "blog"], ("ledger", "db"), ("payments", "ledger"), ("shop", "payments"), ("ledger", "shop"), ("blog", "blog"));

        graph.Reach([new("db")]).Should().Be(new ServiceReach([new("ledger"), new("payments"), new("shop")], 3, IsWhole: true));
        graph.Reach([new("shop")]).Services.Select(service => service.Value).Should().Equal("ledger", "payments");
        graph.Reach([new("blog")]).Services.Should().BeEmpty();
        graph.Reach([new("payments"), new("db"), new("payments")]).Services.Select(service => service.Value).Should().Equal("ledger", "shop");
    }

    [Fact]
    public void Looking_further_ends_where_it_is_no_use()
    {
        var graph = ServiceGraph.Of("v1", [new(new("db"), 5), new(new("a"), 2), new(new("b"), 3), new(new("c"), 4)], [new(new("a"), new("db")), new(new("b"), new("db")), new(new("c"), new("b"))]);

        graph.Reach([new("db")]).Weight.Should().Be(9);
        graph.Reach([new("db")], enough: 5).Should().Be(new ServiceReach([new("a"), new("b")], 5, IsWhole: false));
        graph.Reach([new("db")], enough: 9).IsWhole.Should().BeTrue();
        FluentActions.Invoking(() => graph.Reach([], enough: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_is_reached_is_what_the_closure_of_the_dependencies_says()
    {
        var (random, circles, far) = (new Random(3), 0, 0);
        for (var sample = 0; sample < 300; sample++)
        {
            var size = random.Next(1, 9);
            var arrows = Enumerable.Range(0, random.Next(2 * size)).Select(_ => (From: random.Next(size), To: random.Next(size))).ToList();
            var affected = Enumerable.Range(0, size).Where(_ => random.Next(3) == 0).ToList();
            var reaches = Closure(size, arrows);

            var reach = ServiceGraph.Of("v", Enumerable.Range(0, size).Select(at => new ServiceNode(Name(at), at + 1)), arrows.Select(arrow => new ServiceDependency(Name(arrow.From), Name(arrow.To)))).Reach(affected.Select(Name));

            var expected = Enumerable.Range(0, size).Where(at => !affected.Contains(at) && affected.Exists(start => reaches[at, start])).ToList();
            reach.Services.Should().BeEquivalentTo(expected.Select(Name));
            reach.Weight.Should().Be(expected.Sum(at => at + 1));
            circles += Enumerable.Range(0, size).Any(at => reaches[at, at]) ? 1 : 0;
            far += expected.Any(at => !affected.Exists(start => arrows.Contains((at, start)))) ? 1 : 0;
        }

        circles.Should().BeGreaterThan(100);
        far.Should().BeGreaterThan(25);
    }

    [Fact]
    public void What_a_service_is_related_to_is_told_step_by_step_in_both_directions()
    {
        var graph = Graph(["db", "ledger", "payments", "shop", "blog"], ("ledger", "db"), ("payments", "ledger"), ("shop", "payments"), ("blog", "blog"));

        graph.Related(new("ledger"), 1).Services.Should().Equal(new RelatedService(new("db"), 1, IsDependency: true), new RelatedService(new("payments"), 1, IsDependency: false));
        graph.Related(new("ledger"), 2).Services[^1].Should().Be(new RelatedService(new("shop"), 2, IsDependency: false));
        graph.Related(new("db"), 9, most: 2).Should().Be(new ServiceRelations([new(new("ledger"), 1, IsDependency: false), new(new("payments"), 2, IsDependency: false)], IsWhole: false));
        graph.Related(new("db"), 9, most: 3).IsWhole.Should().BeTrue();
        graph.Related(new("blog"), 9).Services.Should().BeEmpty();
        graph.Related(new("unknown"), 9).Should().Be(new ServiceRelations([], IsWhole: true));
        FluentActions.Invoking(() => graph.Related(new("db"), 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => graph.Related(new("db"), 1, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void In_a_circle_the_shorter_way_is_told()
    {
        var graph = Graph(["a", "b", "c"], ("a", "b"), ("b", "c"), ("c", "a"));

        graph.Related(new("a"), 5).Services.Should().Equal(new RelatedService(new("b"), 1, IsDependency: true), new RelatedService(new("c"), 1, IsDependency: false));
        Graph(["a", "b"], ("a", "b"), ("b", "a")).Related(new("a"), 5).Services.Should().Equal(new RelatedService(new("b"), 1, IsDependency: true));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_graph_is_told_at_once() => FluentActions.Invoking(() => ServiceGraph.Of(
            "v1",
            [new(new("a")), new(new("a")), new(new("b"), 0), new(new("c"), 1_000_001)],
            [new(new("a"), new("x")), new(new("y"), new("b"))]))
        .Should().Throw<ArgumentException>().WithMessage("*'a' stands more than once.*'b' is 1 to 1000000, and not 0.*'c' is 1 to*'x', which is not*'y', which is not*");

    [Fact]
    public void A_graph_has_its_bounds()
    {
        FluentActions.Invoking(() => ServiceGraph.Of("v", Enumerable.Range(0, ServiceGraph.MostServices + 1).Select(at => new ServiceNode(Name(at))), [])).Should().Throw<ArgumentException>().WithMessage("*100000 services*");
        FluentActions.Invoking(() => ServiceGraph.Of(" ", [], [])).Should().Throw<ArgumentException>();
        Graph(["a"]).Knows(new("b")).Should().BeFalse();
        Graph(["a"]).Count.Should().Be(1);
    }

    [Fact]
    public void A_long_chain_is_walked_without_falling_off()
    {
        const int Length = 50_000;
        var graph = ServiceGraph.Of("v", Enumerable.Range(0, Length).Select(at => new ServiceNode(Name(at))), Enumerable.Range(1, Length - 1).Select(at => new ServiceDependency(Name(at), Name(at - 1))));

        graph.Reach([Name(0)]).Weight.Should().Be(Length - 1);
    }

    private static ServiceId Name(int at) => new(FormattableString.Invariant($"s{at:00000}"));

    private static ServiceGraph Graph(string[] services, params (string Service, string DependsOn)[] dependencies) => ServiceGraph.Of(
        "v1",
        services.Select(service => new ServiceNode(new ServiceId(service))),
        dependencies.Select(dependency => new ServiceDependency(new ServiceId(dependency.Service), new ServiceId(dependency.DependsOn))));

    private static bool[,] Closure(int size, List<(int From, int To)> arrows)
    {
        var reaches = new bool[size, size];
        arrows.ForEach(arrow => reaches[arrow.From, arrow.To] = true);
        for (var through = 0; through < size; through++)
        {
            for (var from = 0; from < size; from++)
            {
                for (var to = 0; to < size; to++)
                {
                    reaches[from, to] |= reaches[from, through] && reaches[through, to];
                }
            }
        }

        return reaches;
    }
}
