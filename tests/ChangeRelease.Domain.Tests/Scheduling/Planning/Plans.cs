using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Scheduling.Planning;

/// <summary>A small world to plan in: two weeks from Monday, the second of March 2026, in UTC; the day of that Monday is one.</summary>
internal static class Plans
{
    public static ResourceId Team { get; } = new("payments");

    public static Instant At(int day, int hour, int minute = 0) => Instant.FromUtc(2026, 3, 1, 0, 0) + Duration.FromMinutes((((day * 24) + hour) * 60) + minute);

    public static Slot Between(int day, int hour, int endDay, int endHour) => new(At(day, hour), At(endDay, endHour));

    public static WorkItemId Id(string name) => new(name);

    public static WorkItem Item(string name, int hours = 1) => new(Id(name), new Effort(Duration.Zero, Duration.FromHours(hours), Duration.Zero));

    public static PlanningDraft Draft(params WorkItem[] items) => new(Between(1, 0, 15, 0)) { Items = items.ToValueList() };

    public static PlanningProblem Define(this PlanningDraft draft) => PlanningProblem.Define(draft, DateTimeZoneProviders.Tzdb);

    public static Plan Plan(this PlanningDraft draft, PlannerOptions? options = null) => Planner.Plan(draft.Define(), options ?? new PlannerOptions { Budget = PlanningBudget.OfSchedules(200) });

    public static Slot SlotOf(this Plan plan, string name) => plan.Find(Id(name))!.Slot;

    public static Instant StartOf(this Plan plan, string name) => plan.SlotOf(name).Start;

    public static PlanningTimes Open(params Slot[] slots) => PlanningTimes.Of("the hours", SlotSet.Of(slots));

    /// <summary>Production changes on Tuesdays and Thursdays from eight to midnight, but not on the fifth and sixth of March.</summary>
    public static PlanningTimes Nights() => PlanningTimes.Of(
        ChangeCalendar.Define(
            new CalendarId("main"),
            1,
            CalendarDefault.ClosedByDefault,
            [
                new Window(new RuleId("nights"), "Nights", "UTC", Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday), RuleLength.For(Duration.FromHours(4)), Scope.Everything),
                new Freeze(new RuleId("close"), "Close of books", "UTC", Recurrence.Once(new LocalDateTime(2026, 3, 5, 0, 0)), RuleLength.For(Duration.FromDays(2)), Scope.Everything, "the books are closed"),
            ],
            DateTimeZoneProviders.Tzdb),
        CalendarQuestion.For(new Target(new ServiceId("shop"), new EnvironmentId("production"))));
}
