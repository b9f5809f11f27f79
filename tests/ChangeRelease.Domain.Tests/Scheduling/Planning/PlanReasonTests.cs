using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Planning.Plans;

namespace ChangeRelease.Domain.Tests.Scheduling.Planning;

public sealed class PlanReasonTests
{
    [Fact]
    public void Windows_freezes_and_others_are_told_in_order_of_time()
    {
        WorkItem Night(string name, int priority) => Item(name, 3) with { Times = [Nights()], Demands = [new Demand(Team)], Weight = priority };
        var plan = (Draft(Night("A", 9), Night("B", 1)) with { Resources = [new PlanningResource(Team, 1)] }).Plan();

        plan.WhyNotEarlier(Id("B")).Select(obstacle => (obstacle.Kind, obstacle.Span)).Should().Equal(
            (PlanObstacleKind.Closed, Between(1, 0, 2, 20)),
            (PlanObstacleKind.ResourceBusy, Between(2, 20, 2, 23)),
            (PlanObstacleKind.Closed, Between(2, 23, 3, 0)),
            (PlanObstacleKind.Closed, Between(3, 0, 4, 0)),
            (PlanObstacleKind.Frozen, Between(4, 0, 6, 0)),
            (PlanObstacleKind.Closed, Between(6, 0, 9, 20)));
        plan.WhyNotEarlier(Id("B"))[1].Sentence.Should().Be("payments is busy with A until 2026-03-03T23:00:00Z.");
    }

    [Fact]
    public void What_follows_another_is_told_that_it_does()
    {
        var plan = (Draft(Item("A", 5), Item("B")) with { Precedences = [new Precedence(Id("A"), Id("B")) { AtLeast = Duration.FromHours(1) }] }).Plan();

        plan.WhyNotEarlier(Id("B")).Should().ContainSingle().Which.Should().Match<PlanObstacle>(it =>
            it.Kind == PlanObstacleKind.Dependency && it.Span == Between(1, 0, 1, 6) && it.Sentence == "B after A by at least 1 h, and A is planned at [2026-03-02T00:00:00Z, 2026-03-02T05:00:00Z).");
    }

    [Theory]
    [InlineData("a closure", PlanObstacleKind.Closure, "Closed by holiday [2026-03-02T00:00:00Z, 2026-03-03T00:00:00Z).")]
    [InlineData("hours", PlanObstacleKind.ResourceAway, "payments is not there, outside of the hours until 2026-03-03T09:00:00Z.")]
    [InlineData("a lost team", PlanObstacleKind.ResourceAway, "payments is not there: holiday [2026-03-02T00:00:00Z, 2026-03-03T00:00:00Z).")]
    [InlineData("an exclusion", PlanObstacleKind.Excluded, "Excluded by one database with B until 2026-03-02T05:00:00Z.")]
    [InlineData("a limit", PlanObstacleKind.LimitReached, "The limit one a day is reached with B until 2026-03-03T00:00:00Z.")]
    [InlineData("a rule", PlanObstacleKind.Rule, "The rule not on Mondays does not allow it until 2026-03-03T00:00:00Z.")]
    [InlineData("a fixed start", PlanObstacleKind.Fixed, "Its start is fixed at 2026-03-04T00:00:00Z.")]
    public void Every_kind_of_obstacle_is_told_by_name(string what, PlanObstacleKind kind, string sentence)
    {
        var plan = With(what).Plan();

        plan.WhyNotEarlier(Id("A"))[0].Should().Match<PlanObstacle>(it => it.Kind == kind && it.Sentence == sentence && it.Span.Start == At(1, 0) && it.Span.End == plan.StartOf("A"));
    }

    [Theory]
    [InlineData("too long", PlanObstacleKind.TooLong)]
    [InlineData("too much", PlanObstacleKind.DemandTooGreat)]
    [InlineData("never open", PlanObstacleKind.Closed)]
    [InlineData("too late", PlanObstacleKind.TooLate)]
    [InlineData("a full last day", PlanObstacleKind.LimitReached)]
    public void What_is_left_out_is_told_all_that_is_in_its_way(string what, PlanObstacleKind kind)
    {
        var leftover = LeavingOut(what).Plan().Leftovers.Should().ContainSingle().Subject;

        leftover.Obstacles.Should().Contain(obstacle => obstacle.Kind == kind);
        leftover.Obstacles.Zip(leftover.Obstacles.Skip(1)).Where(pair => pair.First.Span.End != pair.Second.Span.Start).Should().BeEmpty();
        leftover.ToString().Should().StartWith("A: ");
    }

    [Fact]
    public void Where_nothing_is_in_the_way_that_is_told_too()
    {
        var plan = (Draft(Item("A") with { Preferred = At(2, 0) }) with { Objective = new PlanningObjective { Preference = 1 } }).Plan();

        plan.WhyNotEarlier(Id("A")).Should().ContainSingle().Which.Kind.Should().Be(PlanObstacleKind.Free);
    }

    [Fact]
    public void Nobody_is_told_of_an_item_that_there_is_not()
    {
        var ask = () => Draft(Item("A")).Plan().WhyNotEarlier(Id("B"));

        ask.Should().Throw<ArgumentException>().WithMessage("The problem has no item 'B'.*");
    }

    private static PlanningDraft With(string what)
    {
        var team = Item("A") with { Demands = [new Demand(Team)] };
        var draft = Draft(team) with { Resources = [new PlanningResource(Team, 1)] };
        var holiday = new Closure("holiday", Between(1, 0, 2, 0));
        var other = Item("B", 5) with { Weight = 9 };
        return what switch
        {
            "a closure" => draft with { Closures = [holiday] },
            "hours" => draft with { Resources = [new PlanningResource(Team, 1) { Times = [Open(Between(2, 9, 2, 17))] }] },
            "a lost team" => draft with { Closures = [holiday with { Resources = [Team] }] },
            "an exclusion" => draft with { Items = [Item("A"), other], Exclusions = [new Exclusion("one database", [Id("A"), Id("B")])] },
            "a limit" => draft with { Items = [Item("A"), other], Limits = [new PlacementLimit("one a day", 1, "UTC")] },
            "a rule" => draft with { Rules = [PlacementRule.Hard("not on Mondays", (_, slot) => slot.Start.InUtc().DayOfWeek != IsoDayOfWeek.Monday)] },
            "a fixed start" => draft with { Items = [team with { Fixed = At(3, 0) }] },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such obstacle."),
        };
    }

    private static PlanningDraft LeavingOut(string what) => what switch
    {
        "too long" => Draft(Item("A", 400)),
        "too much" => Draft(Item("A") with { Demands = [new Demand(Team, 2)] }) with { Resources = [new PlanningResource(Team, 1)] },
        "never open" => Draft(Item("A", 5) with { Times = [Nights()] }),
        "too late" => Draft(Item("A", 5) with { NotBefore = At(2, 0), Deadline = At(2, 4) }),
        "a full last day" => Draft(Item("A") with { NotBefore = At(14, 0) }, Item("B") with { NotBefore = At(14, 0), Priority = 9 }) with { Limits = [new PlacementLimit("one a day", 1, "UTC")] },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such leftover."),
    };
}
