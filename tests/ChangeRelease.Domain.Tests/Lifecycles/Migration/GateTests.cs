using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>The gates that maps are held to are those that questions about the table name: two ways to find them, one answer.</summary>
public sealed class GateTests
{
    private const int Tables = 200;

    private static readonly Lifecycle<Trial> Elsewhere = Words.Straight("elsewhere");

    [Fact]
    public void A_gate_of_a_map_is_what_every_path_must_pass()
    {
        var tables = ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Description)
            .Append(ReleaseModels.Ordinary.Lifecycle.Description)
            .Append(Given.Later.Lifecycle.Description)
            .Concat(Enumerable.Range(0, Tables).Select(seed => new SketchedTable(seed).Build(Elsewhere).Description));

        tables.Sum(Compare).Should().BeGreaterThan(1_000, "there are gates");
    }

    private static int Compare(LifecycleDescription table)
    {
        var (graph, places) = (LifecycleGraph.Of(table), new TableGraph(table));
        var (before, nothing) = (new MustPass(places).Before(state => state, places.States), StateSet.Empty(places.States));
        for (var state = 0; state < places.States; state++)
        {
            before[state].Except(nothing).Where(number => !places.LeadsBack(number)).Select(number => table.States[number])
                .Should().BeEquivalentTo(graph.MustPass(table.States[state]).Where(gate => !places.LeadsBack(places.NumberOf(gate)!.Value)), $"of {table.States[state]} in {table.Id}");
        }

        return Enumerable.Range(0, places.States).Sum(state => before[state].Except(nothing).Count());
    }
}
