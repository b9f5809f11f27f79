using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Promises;
using ChangeRelease.Domain.Tests.Scheduling.Planning;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling;

/// <summary>Problems that explode where a planner multiplies: granules by items, rules by items, ways by ways.</summary>
internal static class HardProblems
{
    private const int Many = 100;

    private static readonly PlannerOptions _once = new() { Budget = PlanningBudget.OfSchedules(1) };

    public static IEnumerable<HardCase> Cases() => Drafts().SelectMany(hard => (HardCase[])
    [
        new HardCase("problem verified", hard.Name, () => PlanningProblem.Verify(hard.Draft, DateTimeZoneProviders.Tzdb).Count == 0),
        new HardCase("problem planned once", hard.Name, () => IsFit(hard.Draft) && Planner.Plan(hard.Draft.Define(), _once) is not null),
    ]);

    private static IEnumerable<(string Name, PlanningDraft Draft)> Drafts()
    {
        var items = Items(Many);
        var year = new PlanningDraft(new Slot(Plans.At(1, 0), Plans.At(366, 0))) { Items = items };
        var team = new PlanningResource(Plans.Team, 1);
        return
        [
            ("a grid of microseconds", Plans.Draft(Plans.Item("a"), Plans.Item("b")) with { Grid = Duration.FromNanoseconds(1_000), Horizon = new Slot(Plans.At(1, 0), Plans.At(1, 0) + Duration.FromMinutes(17)) }),
            ("a horizon of too many granules", Plans.Draft(Plans.Item("a")) with { Grid = Duration.FromNanoseconds(1_000) }),
            ("a thousand years by the minute", Plans.Draft(Plans.Item("a"), Plans.Item("b")) with { Horizon = new Slot(Plans.At(1, 0), Plans.At(365_000, 0)) }),
            ("a chain", year with { Precedences = Pairs(Many - 1, at => (at, at + 1)) }),
            ("a circle", year with { Precedences = Pairs(Many, at => (at, (at + 1) % Many)) }),
            ("circles everywhere", year with { Items = Items(60), Precedences = Pairs(60 * 60, at => (at / 60, at % 60)) }),
            ("everything after everything earlier", year with { Items = Items(80), Precedences = Ordered(80) }),
            ("distances that contradict each other", year with { Precedences = [.. Pairs(Many - 1, at => (at, at + 1)), new Precedence(Id(0), Id(Many - 1)) { AtLeast = null, AtMost = Duration.FromHours(1) }] }),
            ("distances that leave no choice", year with { Precedences = Pairs(Many - 1, at => (at, at + 1), Duration.Zero) }),
            ("nothing beside anything", year with { Exclusions = [new Exclusion("alone", items.Select(item => item.Id).ToValueList()) { Gap = Duration.FromHours(1) }] }),
            ("exclusions of two, as many as items", year with { Exclusions = Enumerable.Range(0, Many).Select(at => new Exclusion(FormattableString.Invariant($"x{at}"), [Id(at), Id((at + 7) % Many)])).ToValueList() }),
            ("everything on one team", year with { Resources = [team], Items = Demanding(items, Plans.Team) }),
            ("a team without anybody", year with { Resources = [team with { Capacity = 0 }], Items = Demanding(items, Plans.Team) }),
            ("fifty teams for each", year with { Items = Items(40).Select(item => item with { Demands = Teams(50).Select(one => new Demand(one.Id)).ToValueList() }).ToValueList(), Resources = Teams(50) }),
            ("two hundred limits", year with { Items = Items(40), Limits = Enumerable.Range(0, 200).Select(at => new PlacementLimit(FormattableString.Invariant($"l{at}"), 1, "Europe/London")).ToValueList() }),
            ("limits that allow nothing", year with { Limits = [new PlacementLimit("none", 0, "UTC")] }),
            ("two thousand closures", year with { Items = Items(40), Closures = Closures(2_000, at => Plans.At(1, 0) + Duration.FromHours(4 * at), 3) }),
            ("closures over each other", year with { Items = Items(40), Closures = Closures(2_000, at => Plans.At(1, 0) + Duration.FromHours(at), 700) }),
            ("closed all the time", year with { Closures = [new Closure("all", year.Horizon)] }),
            ("longer than the horizon", year with { Items = [Plans.Item("long", 24 * 400)] }),
            ("as long as the horizon, twice", year with { Items = Demanding([Plans.Item("a", 24 * 365), Plans.Item("b", 24 * 365)], Plans.Team), Resources = [team] }),
            ("all promised for the same start", year with { Items = Demanding(items.Select(item => item with { Fixed = Plans.At(3, 0) }).ToValueList(), Plans.Team), Resources = [team] }),
            ("the greatest numbers", year with { Items = items.Select(item => item with { Weight = WorkItem.Most, Priority = WorkItem.Most, Risk = WorkItem.Most, Due = Plans.At(1, 0) }).ToValueList(), Objective = new PlanningObjective { Tardiness = PlanningObjective.Most, Waiting = PlanningObjective.Most, Makespan = PlanningObjective.Most } }),
            ("the same item again and again", year with { Items = Enumerable.Repeat(Plans.Item("a"), Many).ToValueList() }),
            ("hours of a minute, two thousand of them", year with { Items = Items(40).Select(item => item with { Times = [Plans.Open([.. Enumerable.Range(0, 2_000).Select(at => new Slot(Plans.At(1, at), Plans.At(1, at, 1)))])] }).ToValueList() }),
        ];
    }

    private static bool IsFit(PlanningDraft draft) => PlanningProblem.Verify(draft, DateTimeZoneProviders.Tzdb).Count == 0;

    private static WorkItemId Id(int number) => Plans.Id(FormattableString.Invariant($"i{number}"));

    private static ValueList<WorkItem> Items(int count) => Enumerable.Range(0, count).Select(at => Plans.Item(Id(at).Value)).ToValueList();

    private static ValueList<WorkItem> Demanding(ValueList<WorkItem> items, ResourceId resource) => items.Select(item => item with { Demands = [new Demand(resource)] }).ToValueList();

    private static ValueList<PlanningResource> Teams(int count) => Enumerable.Range(0, count).Select(at => new PlanningResource(new ResourceId(FormattableString.Invariant($"t{at}")), 1)).ToValueList();

    private static ValueList<Closure> Closures(int count, Func<int, Instant> start, int hours) =>
        Enumerable.Range(0, count).Select(at => new Closure(FormattableString.Invariant($"c{at}"), new Slot(start(at), start(at) + Duration.FromHours(hours)))).ToValueList();

    private static ValueList<Precedence> Pairs(int count, Func<int, (int First, int Second)> of, Duration? atMost = null) =>
        Enumerable.Range(0, count).Select(of).Select(pair => new Precedence(Id(pair.First), Id(pair.Second)) { AtMost = atMost }).ToValueList();

    private static ValueList<Precedence> Ordered(int items) =>
        Enumerable.Range(0, items).SelectMany(first => Enumerable.Range(first + 1, items - first - 1).Select(second => new Precedence(Id(first), Id(second)))).ToValueList();
}
