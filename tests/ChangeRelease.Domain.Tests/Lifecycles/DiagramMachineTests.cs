using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>What is drawn is what Stateless says of the machine that decides: arrow by arrow, as many times.</summary>
public sealed class DiagramMachineTests
{
    private const int Tables = 300;

    private static readonly Lifecycle<Trial> Elsewhere = Words.Straight("elsewhere");

    [Fact]
    public void The_built_in_models_are_drawn_as_their_machines_run()
    {
        var told = ChangeModelCatalog.BuiltIn.All.Select(model => AssertAlike(model.Lifecycle)).Append(AssertAlike(ReleaseModels.Ordinary.Lifecycle)).ToList();

        told.Should().HaveCount(6);
        told.SelectMany(edges => edges).Should().Contain("Draft on Annotate to Draft").And.Contain("Approved on FallBack to Assessing in normal");
    }

    [Fact]
    public void Random_tables_are_drawn_as_their_machines_run()
    {
        var told = Enumerable.Range(0, Tables).SelectMany(seed => AssertAlike(new SketchedTable(seed).Build(Elsewhere))).ToList();

        told.Should().HaveCountGreaterThan(10 * Tables);
        told.Count(edge => edge.EndsWith("in elsewhere", StringComparison.Ordinal)).Should().BeGreaterThan(Tables);
        told.Count(edge => edge.Split(" on ")[0] == edge.Split(" to ")[1]).Should().BeGreaterThan(Tables);
    }

    [GraphvizFact]
    public void Graphviz_draws_the_arrows_of_the_machines()
    {
        var lifecycles = Enumerable.Range(0, 50).Select(seed => new SketchedTable(seed).Build(Elsewhere)).ToList();
        var pictures = Graphviz.Draw([.. lifecycles.Select(lifecycle => Diagram.Dot(lifecycle.Description)), Diagram.Dot(ChangeModels.Normal.Lifecycle.Description)]);

        foreach (var (lifecycle, picture) in lifecycles.Zip(pictures))
        {
            Texts(picture.Edges).Should().Equal(DrawnEdge.Told(lifecycle).Order(StringComparer.Ordinal));
        }

        Texts(pictures[^1].Edges).Should().Equal(DrawnEdge.Told(ChangeModels.Normal.Lifecycle).Order(StringComparer.Ordinal));
    }

    private static List<string> AssertAlike<TAttempt>(Lifecycle<TAttempt> lifecycle)
    {
        var told = DrawnEdge.Told(lifecycle).Order(StringComparer.Ordinal).ToList();

        Texts(MermaidText.Read(Diagram.Mermaid(lifecycle.Description)).Edges).Should().Equal(told);
        Texts(DotText.Read(Diagram.Dot(lifecycle.Description)).Edges).Should().Equal(told);
        return told;
    }

    private static IEnumerable<string> Texts(IEnumerable<DrawnEdge> edges) => edges.SelectMany(edge => edge.ToTexts()).Order(StringComparer.Ordinal);
}
