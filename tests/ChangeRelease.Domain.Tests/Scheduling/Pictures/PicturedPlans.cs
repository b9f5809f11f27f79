using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Pictures;

/// <summary>Plans with but one solution, so that pictures of them do not hang on a search.</summary>
internal static class PicturedPlans
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>A week in which the clocks of Berlin go back.</summary>
    public static readonly Slot Week = new(Instant.FromUtc(2026, 10, 22, 22, 0), Instant.FromUtc(2026, 10, 29, 23, 0));

    private static readonly PlannerOptions _quick = new() { Budget = PlanningBudget.OfSchedules(1) };

    /// <summary>Three items in their places, one left out, a calendar with a freeze, a closure, a dependency, two teams.</summary>
    public static Plan Small(string suffix = "")
    {
        var (payments, ledger) = (new ResourceId($"payments{suffix}"), new ResourceId($"team ledger{suffix}"));
        var risky = new ChangeClass($"risky{suffix}");
        return Planner.Plan(Define(new PlanningDraft(Week)
        {
            Items =
            [
                Item($"REL-1{suffix}", Instant.FromUtc(2026, 10, 23, 8, 0), Hours(1, 4, 2)) with { Demands = [new Demand(payments)], Times = [PlanningTimes.Of(Calendar(suffix), Question)], Classes = [risky] },
                Item($"REL-2{suffix}", Instant.FromUtc(2026, 10, 24, 23, 30), Hours(0, 3, 0)) with { Demands = [new Demand(ledger), new Demand(payments)], Due = Instant.FromUtc(2026, 10, 25, 2, 0) },
                Item($"REL-3{suffix}", Instant.FromUtc(2026, 10, 29, 20, 0), Hours(0, 1, 1)) with { Classes = [risky] },
                Item($"REL-4{suffix}", Instant.FromUtc(2026, 10, 26, 8, 0), Hours(0, 1, 0)) with { Demands = [new Demand(ledger, 2)] },
            ],
            Resources = [new PlanningResource(payments, 1), new PlanningResource(ledger, 1) { Times = [PlanningTimes.Of($"shifts{suffix}", SlotSet.Of(new Slot(Instant.FromUtc(2026, 10, 24, 20, 0), Instant.FromUtc(2026, 10, 25, 6, 0))))] }],
            Precedences = [new Precedence(new WorkItemId($"REL-1{suffix}"), new WorkItemId($"REL-2{suffix}"))],
            Closures = [new Closure($"network audit{suffix}", new Slot(Instant.FromUtc(2026, 10, 28, 0, 0), Instant.FromUtc(2026, 10, 28, 12, 0)))],
        }));
    }

    /// <summary>So many items of a minute, an hour apart.</summary>
    public static Plan Many(int count, Slot horizon) => Planner.Plan(
        Define(new PlanningDraft(horizon)
        {
            Items = Enumerable.Range(0, count).Select(at => Item(FormattableString.Invariant($"I{at:D4}"), horizon.Start + Duration.FromHours(at + 1), new Effort(Duration.Zero, Duration.FromMinutes(1), Duration.Zero))).ToValueList(),
        }),
        _quick);

    /// <summary>One item, long enough to be told apart.</summary>
    public static Plan One(string name, Slot horizon) =>
        Planner.Plan(Define(new PlanningDraft(horizon) { Items = [Item(name, horizon.Start + Duration.FromHours(1), Hours(0, 1, 0))] }), _quick);

    public static PlanningProblem Define(PlanningDraft draft) => PlanningProblem.Define(draft, DateTimeZoneProviders.Tzdb);

    public static CalendarQuestion Question { get; } = CalendarQuestion.For(new Target(new ServiceId("payments"), new EnvironmentId("production")));

    public static ChangeCalendar Calendar(string suffix = "") => ChangeCalendar.Define(
        new CalendarId($"web{suffix}"), 1, CalendarDefault.ClosedByDefault,
        [
            new Window(
                new RuleId("days"), $"Working days{suffix}", "Europe/Berlin", Recurrence.Weekly(new LocalTime(9, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday),
                RuleLength.Until(new LocalTime(18, 0)), Scope.Everything),
            new Freeze(
                new RuleId("books"), $"Books{suffix}", "Europe/Berlin", Recurrence.Once(new LocalDateTime(2026, 10, 26, 0, 0)), RuleLength.Until(1, LocalTime.Midnight), Scope.Everything, "closed"),
        ],
        DateTimeZoneProviders.Tzdb);

    private static WorkItem Item(string id, Instant at, Effort effort) => new(new WorkItemId(id), effort) { Fixed = at };

    private static Effort Hours(int preparation, int work, int backOut) => new(Duration.FromHours(preparation), Duration.FromHours(work), Duration.FromHours(backOut));
}
