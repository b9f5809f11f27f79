using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases.Matrices;

/// <summary>Every cell of the matrix, taken by the decider on a release that was really brought there.</summary>
public sealed class CellTests
{
    [Fact]
    public void Every_legal_cell_is_taken_to_where_the_matrix_says() =>
        ReleaseMatrix.Cells.Where(cell => cell.To is not null).Should().HaveCount(84).And.AllSatisfy(cell =>
        {
            var voyage = IsPromotion(cell) ? new Voyage().Go("StartBuild", "Built", "TestsFailed").Go(cell.State == "Testing" ? ["Built"] : []) : Arrive(cell.State);
            voyage.Prepare(cell.Trigger);
            voyage.State.Should().Be(cell.State, $"{cell} begins there");

            var decision = voyage.Do(voyage.Good(cell.Trigger));

            decision.Refusals.Should().BeEmpty($"{cell} is taken");
            decision.Events.Should().ContainSingle().Which.Header.Status.Name.Should().Be(cell.To, $"{cell} leads there");
            voyage.State.Should().Be(cell.To);
        });

    [Fact]
    public void Every_other_cell_is_refused_as_undefined_and_for_no_other_reason() =>
        ReleaseMatrix.Cells.Where(cell => cell.To is null).Should().NotBeEmpty().And.AllSatisfy(cell =>
        {
            var voyage = Arrive(cell.State);
            var leg = voyage.Good(cell.Trigger);
            var blind = leg with { Facts = new ReleaseFacts(leg.Facts.Stamp, [ReleaseModels.Ordinary]) };

            voyage.Ask(leg).Events.Should().BeEmpty();
            voyage.Ask(leg).Refusals.Select(refusal => refusal.Code).Should().Equal(["lifecycle.transition.undefined"], $"{cell} is refused");
            voyage.Ask(blind).Refusals.Select(refusal => refusal.Code).Should().Equal("lifecycle.transition.undefined");
        });

    // While it is built for the first time there is no package to promote.
    private static bool IsPromotion(ReleaseMatrix.Cell cell) => cell.Trigger is "Promote" or "DeploymentDone" or "RecordPromotion" or "ExemptStep";

    /// <summary>Goes the shortest way that the matrix allows.</summary>
    private static Voyage Arrive(string state)
    {
        var voyage = new Voyage();
        var ways = new Dictionary<string, string[]>(StringComparer.Ordinal) { [voyage.State] = [] };
        for (var open = new Queue<string>([voyage.State]); open.Count > 0 && !ways.ContainsKey(state);)
        {
            var from = open.Dequeue();
            foreach (var cell in ReleaseMatrix.Legal[from].Where(cell => ways.TryAdd(cell.To!, [.. ways[from], cell.Trigger])))
            {
                open.Enqueue(cell.To!);
            }
        }

        return voyage.Go(ways[state]);
    }
}
