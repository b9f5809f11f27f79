using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Matrices;

/// <summary>Every cell of the matrices, taken by the decider on a change that was really brought there.</summary>
public sealed class CellTests
{
    public static IEnumerable<object[]> Models => Matrix.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_legal_cell_is_taken_to_where_the_matrix_says(string model)
    {
        var taken = Matrix.Of[model].Cells.SelectMany(cell => cell.Answers.Select(answer => (cell, answer))).ToList();

        taken.Should().NotBeEmpty().And.AllSatisfy(step => Take(model, step.cell, step.answer));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_other_cell_is_refused_as_undefined_and_for_no_other_reason(string model)
    {
        var undefined = Matrix.Of[model].Cells.Where(cell => cell.Answers.Count == 0).ToList();

        undefined.Should().NotBeEmpty().And.AllSatisfy(cell =>
        {
            var traveler = Arrive(model, cell.State);
            var decision = traveler.Ask(traveler.Good(cell.Trigger));

            decision.Events.Should().BeEmpty();
            decision.Refusals.Select(refusal => refusal.Code).Should().Equal(["lifecycle.transition.undefined"], $"{cell} is refused");
            var blind = traveler.Good(cell.Trigger);
            traveler.Ask(blind with { Facts = new ChangeFacts(blind.Facts.Stamp, ChangeModelCatalog.BuiltIn) }).Refusals.Should().ContainSingle();
        });
    }

    private static void Take(string model, Matrix.Cell cell, Matrix.Answer answer)
    {
        var traveler = cell is { State: "OnHold", Trigger: "Resume" } && answer.Case is { } held
            ? Arrive(model, held).Go("Hold")
            : Arrive(model, cell.State);
        traveler.Prepare(cell.Trigger);
        traveler.State.Should().Be(cell.State, $"{cell} begins there");

        var decision = traveler.Do(traveler.Good(cell.Trigger, answer.Case));

        decision.Refusals.Should().BeEmpty($"{cell} is taken");
        decision.Events.Should().ContainSingle().Which.Header.Status.Name.Should().Be(answer.To, $"{cell} leads there");
        traveler.State.Should().Be(answer.To);
        traveler.Change.Model.Id.Should().Be(cell.Trigger == "ChangeType" ? (model == "normal" ? "standard" : "normal") : answer.Exit ?? model, $"{cell} lives on there");
    }

    /// <summary>Goes the shortest way that the matrix allows.</summary>
    private static Traveler Arrive(string model, string state)
    {
        var traveler = new Traveler(model);
        var ways = new Dictionary<string, string[]>(StringComparer.Ordinal) { [traveler.State] = [] };
        for (var open = new Queue<string>([traveler.State]); open.Count > 0 && !ways.ContainsKey(state);)
        {
            var from = open.Dequeue();
            foreach (var cell in Matrix.Of[model].Cells.Where(cell => cell.State == from && cell.Answers is [{ Exit: null }]))
            {
                if (ways.TryAdd(cell.Answers[0].To, [.. ways[from], cell.Trigger]))
                {
                    open.Enqueue(cell.Answers[0].To);
                }
            }
        }

        return traveler.Go(ways[state]);
    }
}
