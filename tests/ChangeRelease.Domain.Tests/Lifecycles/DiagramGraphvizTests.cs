using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>DOT is what Graphviz says it is: drawn by it, and read back from its pictures.</summary>
public sealed class DiagramGraphvizTests
{
    [GraphvizFact]
    public void Hostile_names_come_out_of_Graphviz_as_they_are()
    {
        var names = HostileNames.All.ToList();
        var drawn = names.ConvertAll(HostileNames.Drawn);
        var pictures = Graphviz.Draw([.. drawn.Select(one => Diagram.Dot(one.Lifecycle, one.Drawing))]);

        foreach (var (name, lifecycle, picture) in names.Zip(drawn.Select(one => one.Lifecycle), pictures))
        {
            var (shown, codes) = (Shown(name), lifecycle.Transitions[0].Requirements.Select(need => Shown(need.ToString())));
            picture.Nodes.Values.Select(Shown).Should().BeEquivalentTo([shown, $"{shown}.", $"{shown} in {shown}", string.Empty], "of {0}", name);
            picture.Clusters.Select(Shown).Should().BeEquivalentTo([shown, $"{shown}."], "of {0}", name);
            picture.Edges.Select(edge => string.Join('\n', edge.Lines.Select(Shown))).Should().BeEquivalentTo(
                [$"✓ {shown}\n{string.Join('\n', codes)}", $"1 ▸ {shown}?", $"{shown}! [{shown}]", $"{shown}! [LR]", $"{shown}! [fork]]]"], "of {0}", name);
        }
    }

    [GraphvizFact]
    public void A_life_is_colored_as_it_was_lived()
    {
        var lifecycle = ChangeModels.Normal.Lifecycle.Description;
        var (start, hold, back) = (ChangeStates.Draft, ChangeStates.OnHold, ChangeStates.Assessing);
        var picture = Graphviz.Draw([Diagram.Dot(lifecycle, new Drawing
        {
            Current = back,
            Path = [new PathStep(start, ChangeTriggers.Submit, back), new PathStep(back, Hold, hold), new PathStep(hold, Resume, back)],
            Available = [ChangeTriggers.Cancel],
        })])[0];

        picture.NodesIn("gold").Should().Equal("Assessing");
        picture.NodesIn("lightskyblue").Should().BeEquivalentTo("Draft", "OnHold");
        picture.NodesIn("seagreen").Should().Equal("Canceled");
        picture.EdgesIn("dodgerblue").Should().BeEquivalentTo("1 ▸ Submit", "2 ▸ Hold", "3 ▸ Resume [Assessing]");
        picture.EdgesIn("seagreen").Should().Equal("✓ Cancel");
        picture.Nodes.Should().HaveCount(lifecycle.States.Count + 1);
        picture.Clusters.Should().HaveCount(lifecycle.States.Select(state => state.Phase).Distinct().Count());
    }

    // A picture cannot tell blanks of several kinds apart, and one picture drops what has no width.
    private static string Shown(string text) => string.Concat(text.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter));
}
