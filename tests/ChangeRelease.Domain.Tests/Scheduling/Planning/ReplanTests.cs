using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Planning.Plans;

namespace ChangeRelease.Domain.Tests.Scheduling.Planning;

public sealed class ReplanTests
{
    private static readonly PlannerOptions Quick = new() { Budget = PlanningBudget.OfSchedules(300) };

    [Fact]
    public void Only_what_a_new_freeze_touches_moves()
    {
        var before = Ten().Plan();
        var problem = before.Problem.With(draft => draft with { Closures = [new Closure("outage", Between(1, 4, 1, 5))] });

        var after = Planner.Replan(problem, before, Quick);

        before.Compare(after).Moves.Should().ContainSingle().Which.From.Should().Be(Between(1, 4, 1, 6));
        after.IsComplete.Should().BeTrue();
    }

    [Fact]
    public void Nothing_moves_where_nothing_changed()
    {
        var before = Ten().Plan();

        var after = Planner.Replan(before.Problem, before, Quick);

        before.Compare(after).ToString().Should().Be("Nothing moves.");
        after.Score.Parts.Should().NotContain(part => part.Name == "moved");
    }

    [Fact]
    public void What_may_not_move_stays_or_is_left_out()
    {
        var before = Ten().Plan();
        var problem = before.Problem.With(draft => draft with
        {
            Items = draft.Items.Select(item => item with { MayMove = false }).ToValueList(),
            Closures = [new Closure("outage", Between(1, 4, 1, 5))],
        });

        var after = Planner.Replan(problem, before, Quick);

        after.Leftovers.Should().ContainSingle().Which.Obstacles.Should().Contain(obstacle => obstacle.Sentence == "It may not move from where the plan before had it.");
        before.Compare(after).Moves.Should().ContainSingle().Which.To.Should().BeNull();
    }

    [Fact]
    public void What_may_not_move_is_free_while_there_is_no_plan_before()
    {
        var plan = Draft(Item("A") with { MayMove = false, Times = [Open(Between(2, 0, 2, 5))] }).Plan();

        plan.WhyNotEarlier(Id("A")).Should().ContainSingle().Which.Kind.Should().Be(PlanObstacleKind.Closed);
    }

    [Fact]
    public void A_new_item_finds_its_place_among_those_that_stay()
    {
        var before = Ten().Plan();
        var problem = before.Problem.With(draft => draft with { Items = draft.Items.With(Item("new", 2) with { Demands = [new Demand(Team)] }) });

        var moves = before.Compare(Planner.Replan(problem, before, Quick)).Moves;

        moves.Should().ContainSingle().Which.ToString().Should().Be("new is planned at [2026-03-02T20:00:00Z, 2026-03-02T22:00:00Z)");
    }

    [Fact]
    public void What_moving_costs_is_part_of_the_score()
    {
        var draft = Draft(Item("A", 2)) with { Objective = new PlanningObjective { Moving = 3, Moved = 100 } };
        var before = draft.Plan();
        var problem = before.Problem.With(it => it with { Closures = [new Closure("outage", new ChangeRelease.Domain.Calendars.Slot(before.SlotOf("A").Start, before.SlotOf("A").Start + Duration.FromMinutes(10)))] });

        var after = Planner.Replan(problem, before, Quick);

        after.Score.Parts.Select(part => (part.Name, part.Cost)).Should().Equal(("moving", 30L), ("moved", 100L));
    }

    private static PlanningDraft Ten() => Draft([.. Enumerable.Range(0, 10).Select(number => Item($"item-{number}", 2) with { Demands = [new Demand(Team)] })]) with { Resources = [new PlanningResource(Team, 1)] };
}
