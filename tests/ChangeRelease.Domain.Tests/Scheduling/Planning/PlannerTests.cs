using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Planning.Plans;

namespace ChangeRelease.Domain.Tests.Scheduling.Planning;

public sealed class PlannerTests
{
    [Fact]
    public void An_item_waits_for_a_window_that_holds_all_of_it()
    {
        var plan = Draft(Item("A", 4) with { Times = [Nights()] }).Plan();

        plan.SlotOf("A").Should().Be(Between(2, 20, 3, 0));
        plan.IsOptimal.Should().BeTrue();
    }

    [Fact]
    public void Preparation_and_back_out_lie_within_the_window_too()
    {
        var item = new WorkItem(Id("A"), new Effort(Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(1))) { Times = [Open(Between(1, 0, 1, 2), Between(2, 0, 2, 3))] };

        var planned = Draft(item).Plan().Find(Id("A"))!;

        planned.Slot.Should().Be(Between(2, 0, 2, 3));
        planned.Work.Should().Be(Between(2, 1, 2, 2));
    }

    [Fact]
    public void What_depends_on_another_follows_it_and_may_touch_it()
    {
        var plan = (Draft(Item("A", 2), Item("B")) with { Precedences = [new Precedence(Id("B"), Id("A"))] }).Plan();

        plan.SlotOf("B").Should().Be(Between(1, 0, 1, 1));
        plan.SlotOf("A").Should().Be(Between(1, 1, 1, 3));
    }

    [Theory]
    [InlineData(PrecedenceKind.EndToStart, 4)]
    [InlineData(PrecedenceKind.StartToStart, 2)]
    [InlineData(PrecedenceKind.EndToEnd, 3)]
    [InlineData(PrecedenceKind.StartToEnd, 1)]
    public void A_distance_is_measured_between_the_ends_that_are_named(PrecedenceKind kind, int expectedHour)
    {
        var plan = (Draft(Item("A", 2), Item("B")) with { Precedences = [new Precedence(Id("A"), Id("B")) { Kind = kind, AtLeast = Duration.FromHours(2) }] }).Plan();

        plan.StartOf("B").Should().Be(At(1, expectedHour));
    }

    [Fact]
    public void A_greatest_distance_makes_the_first_wait_for_the_second()
    {
        var draft = Draft(Item("A"), Item("B") with { NotBefore = At(3, 0) }) with { Precedences = [new Precedence(Id("A"), Id("B")) { AtMost = Duration.FromHours(2) }] };

        var plan = draft.Plan();

        plan.StartOf("A").Should().Be(At(2, 21));
        plan.StartOf("B").Should().Be(At(3, 0));
    }

    [Fact]
    public void A_team_of_two_does_two_things_at_once_and_not_three()
    {
        var draft = Draft([.. new[] { "A", "B", "C" }.Select(name => Item(name, 2) with { Demands = [new Demand(Team)] })]) with { Resources = [new PlanningResource(Team, 2)] };

        draft.Plan().Items.Select(item => item.Slot.Start).Should().BeEquivalentTo([At(1, 0), At(1, 0), At(1, 2)]);
    }

    [Fact]
    public void A_team_that_prepares_is_free_while_another_works()
    {
        WorkItem Prepared(string name) => new(Id(name), new Effort(Duration.FromHours(1), Duration.FromHours(3), Duration.Zero)) { Demands = [new Demand(Team) { During = WorkParts.Preparation }] };

        var plan = (Draft(Prepared("A"), Prepared("B")) with { Resources = [new PlanningResource(Team, 1)] }).Plan();

        plan.StartOf("A").Should().Be(At(1, 0));
        plan.StartOf("B").Should().Be(At(1, 1));
    }

    [Fact]
    public void A_team_works_in_its_hours_alone()
    {
        var draft = Draft(Item("A", 3) with { Demands = [new Demand(Team)] }) with { Resources = [new PlanningResource(Team, 1) { Times = [Open(Between(1, 9, 1, 11), Between(2, 9, 2, 17))] }] };

        draft.Plan().StartOf("A").Should().Be(At(2, 9));
    }

    [Fact]
    public void What_excludes_one_another_keeps_its_gap()
    {
        var draft = Draft(Item("A"), Item("B")) with { Exclusions = [new Exclusion("one database", [Id("A"), Id("B")]) { Gap = Duration.FromHours(2) }] };

        draft.Plan().Items.Select(item => item.Slot.Start).Should().Equal(At(1, 0), At(1, 3));
    }

    [Fact]
    public void Two_high_risk_changes_a_day_are_two_and_not_three()
    {
        var risky = new ChangeClass("high-risk");
        var draft = Draft([.. new[] { "A", "B", "C" }.Select(name => Item(name) with { Classes = [risky] }), Item("D")]) with { Limits = [new PlacementLimit("two a day", 2, "UTC") { Classes = [risky] }] };

        var plan = draft.Plan();

        plan.Items.Where(item => item.Item.Classes.Count > 0).Select(item => item.Slot.Start).Should().Equal(At(1, 0), At(1, 0), At(2, 0));
        plan.StartOf("D").Should().Be(At(1, 0));
    }

    [Fact]
    public void A_day_begins_at_midnight_where_the_limit_says()
    {
        var draft = Draft(Item("A"), Item("B")) with { Limits = [new PlacementLimit("one a day", 1, "America/New_York")] };

        draft.Plan().Items.Select(item => item.Slot.Start).Should().Equal(At(1, 0), At(1, 5));
    }

    [Fact]
    public void Risk_is_spread_where_too_much_a_day_costs()
    {
        var draft = Draft([.. new[] { "A", "B", "C" }.Select(name => Item(name) with { Risk = 5 })]) with
        {
            Limits = [new PlacementLimit("spread", 5, "UTC") { Counts = LimitCount.Risk, Penalty = 10_000 }],
        };

        var plan = draft.Plan();

        plan.Items.Select(item => item.Slot.Start).Should().BeEquivalentTo([At(1, 0), At(2, 0), At(3, 0)]);
        plan.Score.Parts.Should().NotContain(part => part.Name == "spread");
    }

    [Fact]
    public void What_is_due_comes_before_what_is_not()
    {
        var draft = Draft(Item("A", 8) with { Demands = [new Demand(Team)] }, Item("B", 8) with { Demands = [new Demand(Team)], Due = At(1, 8) }) with { Resources = [new PlanningResource(Team, 1)] };

        var plan = draft.Plan();

        plan.StartOf("B").Should().Be(At(1, 0));
        plan.Score.Soft.Should().Be(8 * 60);
        plan.IsOptimal.Should().BeTrue();
    }

    [Fact]
    public void A_fixed_item_stays_and_others_go_round_it()
    {
        var draft = Draft(Item("A", 2) with { Demands = [new Demand(Team)], Fixed = At(1, 1) }, Item("B", 2) with { Demands = [new Demand(Team)] }) with { Resources = [new PlanningResource(Team, 1)] };

        var plan = draft.Plan();

        plan.StartOf("A").Should().Be(At(1, 1));
        plan.StartOf("B").Should().Be(At(1, 3));
    }

    [Fact]
    public void A_preferred_start_is_taken_where_it_is_free()
    {
        var draft = Draft(Item("A") with { Preferred = At(4, 10) }) with { Objective = new PlanningObjective { Preference = 1 } };

        draft.Plan().StartOf("A").Should().Be(At(4, 10));
    }

    [Fact]
    public void Being_early_can_cost_as_well()
    {
        var draft = Draft(Item("A", 2) with { Due = At(4, 10) }) with { Objective = new PlanningObjective { Earliness = 1, Tardiness = 5 } };

        draft.Plan().SlotOf("A").End.Should().Be(At(4, 10));
    }

    [Fact]
    public void The_host_forbids_starts_and_pairs()
    {
        var draft = Draft(Item("A"), Item("B")) with
        {
            Rules =
            [
                PlacementRule.Hard("not on Mondays", (_, slot) => slot.Start.InUtc().DayOfWeek != IsoDayOfWeek.Monday),
                PlacementRule.HardPair("not on one day", (_, first, _, second) => first.Start.InUtc().Date != second.Start.InUtc().Date),
            ],
        };

        draft.Plan().Items.Select(item => item.Slot.Start).Should().BeEquivalentTo([At(2, 0), At(3, 0)]);
    }

    [Fact]
    public void What_the_host_lets_cost_is_avoided_and_counted()
    {
        var draft = Draft(Item("A")) with
        {
            Grid = Duration.FromHours(1),
            Rules = [PlacementRule.Soft("only in the afternoon", (_, slot) => slot.Start.InUtc().Hour < 12 ? 7 : 0)],
            Objective = new PlanningObjective { Waiting = 1 },
        };

        var plan = draft.Plan();

        plan.Score.Soft.Should().Be(7, "twelve hours of waiting would cost more");
        plan.Score.Parts.Should().ContainSingle().Which.Name.Should().Be("only in the afternoon");
    }

    [Fact]
    public void What_does_not_fit_is_left_out_by_priority_with_what_depends_on_it()
    {
        var only = Open(Between(1, 0, 1, 2));
        WorkItem Short(string name, int priority) => Item(name, 2) with { Times = [only], Demands = [new Demand(Team)], Priority = priority };
        var draft = Draft(Short("A", 1), Short("B", 5), Item("C")) with { Resources = [new PlanningResource(Team, 1)], Precedences = [new Precedence(Id("A"), Id("C"))] };

        var plan = draft.Plan();

        plan.Leftovers.Select(leftover => leftover.Item.Id).Should().Equal(Id("A"), Id("C"));
        plan.Score.Hard.Should().Be(2);
        plan.Leftovers[1].Obstacles.Should().ContainSingle().Which.Kind.Should().Be(PlanObstacleKind.DependencyLeftOut);
    }

    [Fact]
    public void A_problem_without_items_has_an_empty_plan_and_none_is_better()
    {
        var plan = Draft().Plan();

        plan.Items.Should().BeEmpty();
        plan.IsComplete.Should().BeTrue();
        plan.IsOptimal.Should().BeTrue();
    }

    [Fact]
    public void Starts_and_lengths_are_whole_granules()
    {
        var item = new WorkItem(Id("A"), new Effort(Duration.Zero, Duration.FromMinutes(50), Duration.Zero)) { NotBefore = At(1, 0, 7) };

        var plan = (Draft(item) with { Grid = Duration.FromMinutes(15) }).Plan();

        plan.SlotOf("A").Should().Be(new Slot(At(1, 0, 15), At(1, 1, 15)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan_in_whatever_order_it_was_asked()
    {
        var items = Enumerable.Range(0, 40).Select(number => Item($"item-{number:D2}", 1 + (number % 5)) with { Demands = [new Demand(Team)], Due = At(1 + (number % 7), 0), Weight = 1 + (number % 3) }).ToArray();
        var draft = Draft(items) with { Resources = [new PlanningResource(Team, 2)] };
        var options = new PlannerOptions { Seed = 7, Budget = PlanningBudget.OfSchedules(300) };

        var plans = new[] { draft, draft with { Items = draft.Items.Reverse().ToValueList() } }.Select(one => one.Plan(options)).ToArray();

        plans[1].Items.Should().Equal(plans[0].Items);
        plans[1].Score.Should().Be(plans[0].Score);
    }

    [Fact]
    public void A_search_that_is_ended_gives_the_best_that_it_had()
    {
        var draft = Draft([.. Enumerable.Range(0, 30).Select(number => Item($"item-{number:D2}", 3) with { Demands = [new Demand(Team)], Due = At(2, 0) })]) with { Resources = [new PlanningResource(Team, 1)] };
        using var ended = new CancellationTokenSource();
        ended.Cancel();

        var plan = Planner.Plan(draft.Define(), new PlannerOptions { Budget = PlanningBudget.OfSchedules(1_000_000_000) }, cancellation: ended.Token);

        plan.IsComplete.Should().BeTrue();
    }

    [Fact]
    public void Whoever_asks_is_told_of_each_better_plan()
    {
        var told = new List<PlanningProgress>();
        var draft = Draft([.. Enumerable.Range(0, 12).Select(number => Item($"item-{number:D2}", 1 + (number % 4)) with { Demands = [new Demand(Team)], Due = At(1, 9) })]) with { Resources = [new PlanningResource(Team, 1)] };

        var plan = Planner.Plan(draft.Define(), progress: new Listener(told));

        told.Should().NotBeEmpty();
        told[^1].Soft.Should().Be(plan.Score.Soft);
        told.Select(one => (one.Hard, one.Soft)).Should().BeInDescendingOrder();
    }

    private sealed class Listener(List<PlanningProgress> told) : IProgress<PlanningProgress>
    {
        public void Report(PlanningProgress value) => told.Add(value);
    }
}
