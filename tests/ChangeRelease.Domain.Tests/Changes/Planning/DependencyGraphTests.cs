using System.Globalization;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>Circles and unknown changes are found as a table of who reaches whom finds them.</summary>
public sealed class DependencyGraphTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_graph_of_up_to_four_changes_has_the_circles_that_it_has(int size)
    {
        for (var bits = 0; bits < 1 << (size * size); bits++)
        {
            var edges = bits;
            Check(new Drawn(size, (from, to) => (edges >> ((from * size) + to) & 1) == 1, _ => true, _ => false));
        }
    }

    [Fact]
    public void Random_graphs_of_up_to_thirty_changes_have_the_circles_and_gaps_that_they_have()
    {
        var (random, seen) = (new Random(61), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var sample = 0; sample < 3_000; sample++)
        {
            var (size, density) = (random.Next(1, 31), random.Next(1, 4));
            var table = Enumerable.Range(0, size).Select(_ => new bool[size]).ToArray();
            var order = Enumerable.Range(0, size).OrderBy(_ => random.Next()).ToArray();
            var isOrdered = random.Next(2) == 0;
            for (var edge = 0; edge < size * density / 2; edge++)
            {
                var (from, to) = (random.Next(size), random.Next(size));
                table[from][to] |= !isOrdered || order[from] < order[to];
            }

            var (gap, done) = (random.Next(3) == 0 ? random.Next(size) : -1, random.Next(size));
            var kind = Check(new Drawn(size, (from, to) => table[from][to], id => id != gap, id => id == done || (id == done - 1 && isOrdered)));
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
        }

        output.WriteLine(string.Join(", ", seen.Select(kind => $"{kind.Value} {kind.Key}")));
        seen.Should().HaveCount(5).And.OnlyContain(kind => kind.Value >= 25);
    }

    [Fact]
    public void A_long_way_is_no_deep_way()
    {
        const int Long = 20_000;
        var chain = Enumerable.Range(1, Long).Select(at => new DependencyStanding(Name(at), 1, ChangeStates.Draft, false, [Name((at + 1) % (Long + 1))])).ToList();

        new DependencyGraph(Name(0), [Name(1)], chain).Circle()!.Count.Should().Be(Long + 2);
        new DependencyGraph(Name(0), [Name(1)], chain[..^1]).Circle().Should().BeNull();
        new DependencyGraph(Name(0), [Name(1)], chain[..^1]).Unknown().Should().Equal(Name(Long));
    }

    [Fact]
    public void What_could_not_be_looked_up_is_unknown() =>
        new DependencyGraph(Name(0), [Name(1), Name(2), Name(1), Name(0)], null).Unknown().Should().Equal(Name(1), Name(2));

    private static string Check(Drawn drawn)
    {
        var standings = Enumerable.Range(1, drawn.Size - 1).Where(drawn.IsKnown)
            .Select(at => new DependencyStanding(Name(at), 1, ChangeStates.Draft, drawn.IsMade(at), drawn.Others(at).Select(Name).ToValueList()));
        var graph = new DependencyGraph(Name(0), drawn.Others(0).Select(Name), standings);
        var reaches = drawn.Reaches(isWaiting: false);
        var unknown = Enumerable.Range(1, drawn.Size - 1).Where(at => reaches[0][at] && !drawn.IsKnown(at)).Select(Name);

        graph.Unknown().Should().BeEquivalentTo(unknown);
        var hasCircle = Circle(drawn, graph, isWaiting: false);
        var hasWaiting = Circle(drawn, graph, isWaiting: true);
        return graph.Unknown().Count > 0 ? "unknown" : hasWaiting ? "waiting in a circle" : hasCircle ? "a circle that is broken by what is made" : drawn.Others(0).Any() ? "in order" : "alone";
    }

    private static bool Circle(Drawn drawn, DependencyGraph graph, bool isWaiting)
    {
        var reaches = drawn.Reaches(isWaiting);
        var expected = Enumerable.Range(0, drawn.Size).Any(at => reaches[at][at] && (at == 0 || reaches[0][at]));
        var circle = graph.Circle(isWaiting);

        (circle is not null).Should().Be(expected);
        if (circle is not null)
        {
            var places = circle.Select(Place).ToList();
            places[^1].Should().Be(places[0]);
            places.Should().HaveCountGreaterThan(1);
            places.SkipLast(1).Should().OnlyHaveUniqueItems();
            places.Zip(places.Skip(1)).Should().OnlyContain(step => drawn.Leads(step.First, step.Second, isWaiting));
            (places[0] == 0 || reaches[0][places[0]]).Should().BeTrue();
        }

        return expected;
    }

    private static ChangeId Name(int at) => new(FormattableString.Invariant($"CHG-{at}"));

    private static int Place(ChangeId id) => int.Parse(id.Value[4..], CultureInfo.InvariantCulture);

    /// <summary>A graph as a table; the change in question is 0, and that it depends on itself is judged elsewhere.</summary>
    private sealed record Drawn(int Size, Func<int, int, bool> Edge, Func<int, bool> IsKnown, Func<int, bool> IsMade)
    {
        public IEnumerable<int> Others(int from) => Enumerable.Range(0, Size).Where(to => Edge(from, to));

        public bool Leads(int from, int to, bool isWaiting) =>
            Edge(from, to) && (from == 0 ? to != 0 : IsKnown(from) && !(isWaiting && IsMade(from)));

        public bool[][] Reaches(bool isWaiting)
        {
            var reaches = Enumerable.Range(0, Size).Select(from => Enumerable.Range(0, Size).Select(to => Leads(from, to, isWaiting)).ToArray()).ToArray();
            for (var by = 0; by < Size; by++)
            {
                for (var from = 0; from < Size; from++)
                {
                    for (var to = 0; to < Size; to++)
                    {
                        reaches[from][to] |= reaches[from][by] && reaches[by][to];
                    }
                }
            }

            return reaches;
        }
    }
}
