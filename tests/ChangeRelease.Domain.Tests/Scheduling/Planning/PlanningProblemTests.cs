using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Planning.Plans;

namespace ChangeRelease.Domain.Tests.Scheduling.Planning;

public sealed class PlanningProblemTests
{
    public static TheoryData<string, string, string> Nonsense { get; } = new()
    {
        { "planning.item.twice", "A", "an id stands twice" },
        { "planning.resource.twice", "payments", "a resource stands twice" },
        { "planning.rule.twice", "night", "two rules have one name" },
        { "planning.rule.unnamed", "rules", "a rule has no name" },
        { "planning.resource.unknown", "A", "a resource that there is not is taken" },
        { "planning.demand.twice", "payments", "a resource is taken twice by one item" },
        { "planning.demand.in-pieces", "A", "a resource is taken before and after, and not between" },
        { "planning.number.out-of-range", "A", "a priority of zero" },
        { "planning.number.out-of-range", "objective", "a cost below zero" },
        { "planning.item.unknown", "B after A", "what follows is not there" },
        { "planning.precedence.itself", "A after A", "an item follows itself" },
        { "planning.precedence.empty", "B after A by at least 2 h by at most 1 h", "at least more than at most" },
        { "planning.precedence.too-long", "B after A by at least 40000 d", "a distance of centuries" },
        { "planning.precedence.circle", "A", "each follows the other" },
        { "planning.exclusion.too-few", "night", "an item excludes itself" },
        { "planning.exclusion.gap", "night", "a gap below zero" },
        { "planning.limit.unknown-zone", "night", "a zone that there is not" },
        { "planning.limit.off-grid", "night", "days that begin between granules" },
        { "planning.grid.too-fine", "grid", "a granule of nothing" },
        { "planning.horizon.wrong-size", "horizon", "a granule longer than the horizon" },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void What_means_nothing_is_refused_by_name(string code, string place, string what)
    {
        var faults = PlanningProblem.Verify(Spoilt(what), DateTimeZoneProviders.Tzdb);

        faults.Should().ContainSingle().Which.Should().Match<PlanningFault>(fault => fault.Code == code && fault.Place == place);
        faults[0].ToString().Should().StartWith($"{code} ({place}): ").And.EndWith(".");
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var draft = Draft(Item("A") with { Priority = 0 }, Item("A") with { Demands = [new Demand(Team)] });

        var define = () => draft.Define();

        define.Should().Throw<PlanningDefinitionException>().Which.Faults.Select(fault => fault.Code)
            .Should().BeEquivalentTo("planning.item.twice", "planning.number.out-of-range", "planning.resource.unknown");
    }

    [Fact]
    public void A_hundred_faults_are_told_of_thousands()
    {
        var draft = Draft([.. Enumerable.Range(0, 5_000).Select(number => Item($"item-{number}") with { Priority = 0 })]);

        PlanningProblem.Verify(draft, DateTimeZoneProviders.Tzdb).Should().HaveCount(100);
    }

    [Fact]
    public void A_long_way_round_is_told_with_its_items()
    {
        var items = Enumerable.Range(0, 2_000).Select(number => Item($"item-{number:D4}")).ToArray();
        var draft = Draft(items) with { Precedences = items.Select((item, at) => new Precedence(item.Id, items[(at + 1) % items.Length].Id)).ToValueList() };

        PlanningProblem.Verify(draft, DateTimeZoneProviders.Tzdb).Should().ContainSingle().Which.Message.Should().Contain("item-0000, item-0001").And.EndWith("item-0000.");
    }

    [Fact]
    public void The_order_of_what_is_given_does_not_matter()
    {
        var draft = Draft(Item("B", 3), Item("A", 2), Item("C")) with
        {
            Resources = [new PlanningResource(Team, 1), new PlanningResource(new ResourceId("ledger"), 1)],
            Closures = [new Closure("y", Between(1, 0, 1, 5)), new Closure("x", Between(2, 0, 2, 5))],
        };
        var turned = draft with { Items = draft.Items.Reverse().ToValueList(), Resources = draft.Resources.Reverse().ToValueList(), Closures = draft.Closures.Reverse().ToValueList() };

        draft.Define().Draft.Should().Be(turned.Define().Draft);
    }

    private static PlanningDraft Spoilt(string what)
    {
        var draft = Draft(Item("A"), Item("B")) with { Resources = [new PlanningResource(Team, 1)] };
        var after = new Precedence(Id("A"), Id("B"));
        return what switch
        {
            "an id stands twice" => draft with { Items = draft.Items.With(Item("A")) },
            "a resource stands twice" => draft with { Resources = draft.Resources.With(new PlanningResource(Team, 2)) },
            "two rules have one name" => draft with { Closures = [new Closure("night", Between(1, 0, 1, 1))], Limits = [new PlacementLimit("night", 1, "UTC")] },
            "a rule has no name" => draft with { Closures = [new Closure(" ", Between(1, 0, 1, 1))] },
            "a resource that there is not is taken" => draft with { Items = [Item("A") with { Demands = [new Demand(new ResourceId("none"))] }] },
            "a resource is taken twice by one item" => draft with { Items = [Item("A") with { Demands = [new Demand(Team), new Demand(Team, 2)] }] },
            "a resource is taken before and after, and not between" => draft with { Items = [Item("A") with { Demands = [new Demand(Team) { During = WorkParts.Preparation | WorkParts.BackOut }] }] },
            "a priority of zero" => draft with { Items = [Item("A") with { Priority = 0 }] },
            "a cost below zero" => draft with { Objective = new PlanningObjective { Waiting = -1 } },
            "what follows is not there" => draft with { Items = [Item("A")], Precedences = [after] },
            "an item follows itself" => draft with { Precedences = [new Precedence(Id("A"), Id("A"))] },
            "at least more than at most" => draft with { Precedences = [after with { AtLeast = Duration.FromHours(2), AtMost = Duration.FromHours(1) }] },
            "a distance of centuries" => draft with { Precedences = [after with { AtLeast = Duration.FromDays(40_000) }] },
            "each follows the other" => draft with { Precedences = [after, new Precedence(Id("B"), Id("A"))] },
            "an item excludes itself" => draft with { Exclusions = [new Exclusion("night", [Id("A"), Id("A")])] },
            "a gap below zero" => draft with { Exclusions = [new Exclusion("night", [Id("A"), Id("B")]) { Gap = Duration.FromHours(-1) }] },
            "a zone that there is not" => draft with { Limits = [new PlacementLimit("night", 1, "Europe/Nowhere")] },
            "days that begin between granules" => draft with { Grid = Duration.FromHours(1), Limits = [new PlacementLimit("night", 1, "Asia/Kolkata")] },
            "a granule of nothing" => draft with { Grid = Duration.Zero },
            "a granule longer than the horizon" => draft with { Grid = Duration.FromDays(15) },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such nonsense."),
        };
    }
}
