using System.Reflection;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>The compiled tables against the matrices that were written by hand (S-10, S-14).</summary>
public sealed class MatrixTests
{
    public static IEnumerable<object[]> Models => Matrix.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void The_matrix_asks_for_every_trigger_in_every_state(string model)
    {
        var matrix = Matrix.Of[model];
        var triggers = typeof(ChangeTriggers).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.Name);

        matrix.Rows.Select(row => row.Trigger).Should().BeEquivalentTo(triggers);
        matrix.Rows.Should().OnlyContain(row => row.Cells == matrix.States.Count);
        matrix.States.Should().BeEquivalentTo(Described(model).States.Select(state => state.Name));
        matrix.States.Should().OnlyContain(state => Matrix.State(state).Name == state);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_cell_of_the_matrix_is_the_one_of_the_compiled_table(string model)
    {
        var described = Described(model);
        var rows = described.Transitions.ToDictionary(row => (row.From.Name, row.Trigger.Value));
        var mismatches = Matrix.Of[model].Cells
            .Select(cell => (Expected: cell, Found: new Matrix.Cell(cell.State, cell.Trigger, Answers(rows.GetValueOrDefault((cell.State, cell.Trigger))))))
            .Where(pair => !Same(pair.Expected, pair.Found))
            .Select(pair => $"expected {pair.Expected}; found {pair.Found}");

        mismatches.Should().BeEmpty();
        rows.Should().HaveCount(Matrix.Of[model].Cells.Count(cell => cell.Answers.Count > 0));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_state_stands_in_the_phase_that_the_rules_give_it(string model) =>
        Described(model).States.Should().AllSatisfy(state => state.Phase.Name.Should().Be(state.Name switch
        {
            "Draft" or "Recorded" or "Assessing" => "Preparation",
            "Authorizing" => "Authorization",
            "Approved" or "Scheduled" => "Ready",
            "Implementing" or "BackingOut" => "Realization",
            "Ratifying" or "Reviewing" => "Review",
            "Rejected" or "Deferred" or "OnHold" => "Paused",
            "Closed" or "Canceled" => "Ended",
            _ => "none",
        }));

    private static LifecycleDescription Described(string model) => ChangeModelCatalog.BuiltIn.Latest(model)!.Lifecycle.Description;

    private static bool Same(Matrix.Cell expected, Matrix.Cell found) => expected.Answers.ToHashSet().SetEquals(found.Answers);

    private static ValueList<Matrix.Answer> Answers(Transition? row) =>
        row?.Outcomes.Select(outcome => new Matrix.Answer(outcome.Case, outcome.To.Name, outcome.Exit?.Id)).ToValueList() ?? [];
}
