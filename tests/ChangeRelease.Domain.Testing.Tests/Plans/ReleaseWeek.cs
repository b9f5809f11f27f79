using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing.Tests.Plans;

/// <summary>A week with one item, or two, for every rule that there is, and where they may be; no two rules meet in an item.</summary>
internal static class ReleaseWeek
{
    public const string Nights = "calendar nights";

    public static PlacementRule NotAtLunch { get; } = PlacementRule.Hard("not at lunch", (item, slot) => item.Id != Id("ruled") || slot.Start != At(2, 12));

    public static PlacementRule NotTogether { get; } = PlacementRule.HardPair(
        "not together", (one, slot, other, others) => (one.Id, other.Id) != (Id("left"), Id("right")) || slot.Start != others.Start);

    public static PlanningDraft Draft { get; } = new(new Slot(At(2, 0), At(6, 0)))
    {
        Grid = Duration.FromHours(1),
        Items =
        [
            Hour("free"),
            new WorkItem(Id("parted"), new Effort(Duration.FromMinutes(30), Duration.FromMinutes(90), Duration.FromMinutes(10))),
            Hour("early") with { NotBefore = At(2, 6) },
            Hour("late") with { Deadline = At(2, 12) },
            Hour("fixed") with { Fixed = At(2, 10) },
            Hour("kept") with { MayMove = false },
            Hour("windowed") with { Times = [PlanningTimes.Of(NightCalendar(), CalendarQuestion.For(new Target(new ServiceId("ledger"), new EnvironmentId("production"))))] },
            Hour("closed"),
            Hour("manned") with { Demands = [new Demand(new ResourceId("team"))] },
            Hour("one") with { Demands = [new Demand(new ResourceId("database"), 2)] },
            Hour("two") with { Demands = [new Demand(new ResourceId("database"), 2)] },
            Hour("first"),
            Hour("second"),
            Hour("here"),
            Hour("there"),
            Hour("risky") with { Classes = [new ChangeClass("high-risk")] },
            Hour("riskier") with { Classes = [new ChangeClass("high-risk")] },
            Hour("ruled"),
            Hour("left"),
            Hour("right"),
        ],
        Resources =
        [
            new PlanningResource(new ResourceId("team"), 1) { Times = [PlanningTimes.Of("shift", SlotSet.Of(new Slot(At(2, 8), At(2, 16))))] },
            new PlanningResource(new ResourceId("database"), 3),
        ],
        Precedences = [new Precedence(Id("first"), Id("second")) { AtLeast = Duration.FromHours(1), AtMost = Duration.FromHours(5) }],
        Exclusions = [new Exclusion("apart", [Id("here"), Id("there")]) { Gap = Duration.FromHours(2) }],
        Limits = [new PlacementLimit("one a day", 1, "Europe/Berlin") { Classes = [new ChangeClass("high-risk")] }],
        Closures = [new Closure("audit", new Slot(At(3, 0), At(4, 0))) { Items = [Id("closed")] }],
        Rules = [NotAtLunch, NotTogether],
    };

    public static PlanningProblem Problem { get; } = PlanningProblem.Define(Draft, DateTimeZoneProviders.Tzdb);

    /// <summary>Where everything may be; 22:00 in Berlin is 21:00 in UTC, and the third of the month begins at 23:00.</summary>
    public static ValueList<PlacedItem> Right { get; } =
    [
        Put("free", At(2, 0)),
        new PlacedItem(Id("parted"), new Slot(At(2, 0), At(2, 4))) { Work = new Slot(At(2, 1), At(2, 3)) },
        Put("early", At(2, 6)),
        Put("late", At(2, 11)),
        Put("fixed", At(2, 10)),
        Put("kept", At(2, 3)),
        Put("windowed", At(2, 21)),
        Put("closed", At(2, 23)),
        Put("manned", At(2, 8)),
        Put("one", At(2, 0)),
        Put("two", At(2, 1)),
        Put("first", At(2, 0)),
        Put("second", At(2, 2)),
        Put("here", At(2, 0)),
        Put("there", At(2, 3)),
        Put("risky", At(2, 22)),
        Put("riskier", At(2, 23)),
        Put("ruled", At(2, 0)),
        Put("left", At(2, 0)),
        Put("right", At(2, 1)),
    ];

    public static PlanChecker Checker() => PlanChecker.For(Problem, DateTimeZoneProviders.Tzdb).After(Put("kept", At(2, 3)));

    public static WorkItemId Id(string name) => new(name);

    public static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 11, day, hour, minute);

    public static PlacedItem Put(string name, Instant start, int minutes = 60) => new(Id(name), new Slot(start, start + Duration.FromMinutes(minutes)));

    /// <summary>The right placements with one item elsewhere.</summary>
    public static PlanClaims With(PlacedItem moved) => new() { Placed = Right.Select(placed => placed.Item == moved.Item ? moved : placed).ToValueList() };

    private static WorkItem Hour(string name) => new(Id(name), new Effort(Duration.Zero, Duration.FromHours(1), Duration.Zero));

    private static ChangeCalendar NightCalendar() => ChangeCalendar.Define(
        new CalendarId("nights"),
        1,
        CalendarDefault.ClosedByDefault,
        [new Window(new RuleId("night"), "Night", "Europe/Berlin", Recurrence.Weekly(new LocalTime(22, 0), [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]), RuleLength.For(Duration.FromHours(2)), Scope.Everything)],
        DateTimeZoneProviders.Tzdb);
}
