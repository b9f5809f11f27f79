using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using static ChangeRelease.Domain.Tests.Scheduling.Planning.Plans;

namespace ChangeRelease.Domain.Tests.Scheduling.Planning;

public sealed class ClashTests
{
    private static readonly PlannerOptions Quick = new() { Budget = PlanningBudget.OfSchedules(300) };

    [Fact]
    public void Two_items_for_one_night_clash_and_each_cure_is_named()
    {
        var draft = Draft(Night("A"), Night("B"), Item("C")) with { Resources = [new PlanningResource(Team, 1)] };

        var clash = Planner.Clash(draft.Define(), Quick)!;

        clash.IsMinimal.Should().BeTrue();
        clash.Items.Should().Equal(Id("A"), Id("B"));
        clash.Constraints.Select(constraint => (constraint.Kind, constraint.Name)).Should().BeEquivalentTo(
            [(PlanningConstraintKind.Capacity, "payments"), (PlanningConstraintKind.Times, "A"), (PlanningConstraintKind.Times, "B")]);
        clash.Relaxations.Should().HaveCount(3).And.AllSatisfy(relaxation => relaxation.Plan.IsComplete.Should().BeTrue());
        clash.ToString().Should().StartWith("A, B cannot both be planned: There is 1 of payments.").And.Contain("Have more of payments");
    }

    [Fact]
    public void Nothing_of_a_clash_can_be_spared()
    {
        var draft = Draft(Night("A"), Night("B") with { Deadline = At(14, 0) }, Night("C")) with { Resources = [new PlanningResource(Team, 1)], Closures = [new Closure("far away", Between(13, 0, 14, 0))] };
        var clash = Planner.Clash(draft.Define(), Quick)!;
        var alone = draft with { Items = draft.Items.Where(item => clash.Items.Contains(item.Id)).ToValueList() };

        clash.Constraints.Should().NotContain(constraint => constraint.Kind == PlanningConstraintKind.Closure || constraint.Kind == PlanningConstraintKind.Deadline);
        clash.Constraints.Should().AllSatisfy(constraint => constraint.Without(alone).Plan().IsComplete.Should().BeTrue());
        clash.Items.Should().AllSatisfy(gone => (alone with { Items = alone.Items.Where(item => item.Id != gone).ToValueList() }).Plan().IsComplete.Should().BeTrue());
    }

    [Fact]
    public void A_relaxation_shows_by_how_much()
    {
        var draft = Draft(Item("A", 5), Item("B", 5) with { Deadline = At(1, 6) }) with { Precedences = [new Precedence(Id("A"), Id("B"))] };

        var clash = Planner.Clash(draft.Define(), Quick)!;

        clash.Relaxations.Single(relaxation => relaxation.Constraint.Kind == PlanningConstraintKind.Deadline).Plan.SlotOf("B").End.Should().Be(At(1, 10));
    }

    [Fact]
    public void Where_there_is_a_plan_nothing_clashes() => Planner.Clash(Draft(Item("A"), Item("B")).Define(), Quick).Should().BeNull();

    [Fact]
    public void The_end_of_the_horizon_can_be_what_clashes()
    {
        var clash = Planner.Clash(Draft(Item("A", 300), Item("B", 300)).Define().With(draft => draft with { Precedences = [new Precedence(Id("A"), Id("B"))] }), Quick)!;

        clash.Constraints.Should().Contain(constraint => constraint.Kind == PlanningConstraintKind.Horizon);
        clash.Relaxations.Should().Contain(relaxation => relaxation.Constraint.Remedy.Text == "Plan further ahead");
    }

    private static WorkItem Night(string name) => Item(name, 3) with { Times = [Open(Between(3, 20, 4, 0))], Demands = [new Demand(Team)] };
}
