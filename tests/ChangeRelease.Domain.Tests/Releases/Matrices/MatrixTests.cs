using System.Reflection;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Matrices;

/// <summary>The compiled table against the matrix that was written by hand (S-10, S-14).</summary>
public sealed class MatrixTests
{
    private static LifecycleDescription Described => ReleaseModels.Ordinary.Lifecycle.Description;

    [Fact]
    public void The_matrix_asks_for_every_trigger_in_every_state()
    {
        var triggers = typeof(ReleaseTriggers).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name);
        var states = typeof(ReleaseStates).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name);

        ReleaseMatrix.Triggers.Select(Plain).Distinct().Should().BeEquivalentTo(triggers);
        ReleaseMatrix.States.Should().BeEquivalentTo(states).And.BeEquivalentTo(Described.States.Select(state => state.Name));
        ReleaseMatrix.Cells.Should().HaveCount(ReleaseMatrix.Triggers.Count * ReleaseMatrix.States.Count);
        ReleaseMatrix.States.Should().OnlyContain(state => ReleaseMatrix.State(state).Name == state);
    }

    [Fact]
    public void Each_cell_of_the_matrix_is_the_one_of_the_compiled_table()
    {
        var rows = Described.Transitions.ToDictionary(row => (row.From.Name, row.Trigger.Value), row => row.Outcomes);

        ReleaseMatrix.Cells
            .Select(cell => (Expected: cell, Found: rows.GetValueOrDefault((cell.State, Plain(cell.Trigger)))?.Single(outcome => outcome.Case is null || outcome.Case == Case(cell.Trigger))))
            .Where(pair => pair.Expected.To != pair.Found?.To.Name || pair.Found?.Exit is not null)
            .Select(pair => $"expected {pair.Expected}; found {pair.Found}")
            .Should().BeEmpty();
        rows.Should().HaveCount(ReleaseMatrix.Cells.Where(cell => cell.To is not null).Select(cell => (cell.State, Plain(cell.Trigger))).Distinct().Count());
        rows.Values.SelectMany(outcomes => outcomes).Where(outcome => outcome.Case is not null).Should().HaveCount(2);
    }

    private static string Plain(string trigger) => trigger.Split(':')[0];

    private static string Case(string trigger) => trigger.EndsWith(":failed", StringComparison.Ordinal) ? "failed" : "not failed";

    [Fact]
    public void A_release_begins_planned_and_ends_completed_closed_or_canceled()
    {
        Described.Start.Should().Be(ReleaseStates.Planned);
        Described.Ends.Should().BeEquivalentTo([ReleaseStates.Completed, ReleaseStates.Closed, ReleaseStates.Canceled]);
        ReleaseMatrix.Legal.Where(pair => pair.Value.Count == 0).Select(pair => pair.Key).Should().BeEquivalentTo("Completed", "Closed", "Canceled");
    }
}
