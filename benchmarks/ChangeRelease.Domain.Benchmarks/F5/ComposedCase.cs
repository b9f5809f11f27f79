using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F5;

/// <summary>The composed question: a weekly window less freezes, and a hundred thousand scheduled within a year, on two thousand services by five hundred people.</summary>
internal static class ComposedCase
{
    public const int Asked = 1_024;

    private const int Scheduled = 100_000;
    private const int Services = 2_000;
    private const int People = 500;

    private static readonly Random Chance = new(10);
    private static readonly EnvironmentId Production = new("production");
    private static readonly Slot Year = new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0));
    private static readonly Duration Gap = Duration.FromMinutes(15);
    private static readonly ServiceGraph Graph = SomeGraph();
    private static readonly ChangeCalendar Calendar = SomeCalendar();

    private static readonly ConflictPolicy Policy = ConflictPolicy.Define(new PolicyId("production"), 1,
    [
        ConflictRule.SameService(new RuleId("same-service"), ConflictSeverity.Hard) with { Gap = Gap },
        ConflictRule.RelatedServices(new RuleId("related"), ConflictSeverity.Hard),
        ConflictRule.SamePerson(new RuleId("people"), ConflictSeverity.Hard),
    ]);

    private static readonly ScheduledWork[] All = [.. Enumerable.Range(0, Scheduled).Select(number => SomeWork($"CHG-{number}", Year.Start + Duration.FromMinutes(Chance.Next(525_000))))];
    private static readonly ConflictIndex Index = ConflictIndex.Of(Policy, All, Graph);
    private static readonly SlotCheck[] Checks = [.. Enumerable.Range(0, Asked).Select(number => SlotCheckOf(SomeWork($"NEW-{number}", Year.Start)))];
    private static readonly HashSet<ServiceId>[] Related = [.. Checks.Select(check => Graph.Related(check.Work.Targets[0].Service, 1).Services.Select(other => other.Service).ToHashSet())];
    private static readonly Instant[] Starts = [.. Checks.Select(SomeStart)];

    public static int MayStart(int at) => Checks[at].MayStart(Starts[at]) ? 1 : 0;

    /// <summary>The calendar judges, and everything scheduled is looked through.</summary>
    public static int Naive(int at)
    {
        var (work, related, slot) = (Checks[at].Work, Related[at], new Slot(Starts[at], Starts[at] + Checks[at].Work.Slot.Length));
        return Calendar.Judge(slot, Checks[at].Calendar.Question).IsOpen && !All.Any(other => IsInTheWay(work, related, slot, other)) ? 1 : 0;
    }

    private static bool IsInTheWay(ScheduledWork work, HashSet<ServiceId> related, Slot slot, ScheduledWork other) =>
        (other.Targets.Any(work.Targets.Contains) && other.Slot.Start < slot.End + Gap && slot.Start < other.Slot.End + Gap)
        || (other.Slot.Overlaps(slot) && (other.People.Any(work.People.Contains) || other.Targets.Any(target => related.Contains(target.Service))));

    private static ScheduledWork SomeWork(string holder, Instant start) => new(new HolderId(holder), new Slot(start, start + Duration.FromMinutes(15 * Chance.Next(1, 9))))
    {
        Targets = [new Target(SomeService(), Production)],
        People = [new ActorId(FormattableString.Invariant($"person-{Chance.Next(People)}"))],
    };

    private static ServiceId SomeService() => new(FormattableString.Invariant($"service-{Chance.Next(Services)}"));

    private static SlotCheck SlotCheckOf(ScheduledWork work) => SlotCheck.Of(Calendar.Compile(new CalendarQuestion(work.Targets, []), Year), Index, work);

    // Mostly where it is open, so that the others have to be looked at.
    private static Instant SomeStart(SlotCheck check)
    {
        var slot = check.Calendar.Open[Chance.Next(check.Calendar.Open.Count)];
        return slot.Start + Duration.FromMinutes(Chance.Next((int)slot.Length.TotalMinutes));
    }

    private static ServiceGraph SomeGraph() => ServiceGraph.Of(
        "v1",
        Enumerable.Range(0, Services).Select(number => new ServiceNode(new ServiceId(FormattableString.Invariant($"service-{number}")))),
        Enumerable.Range(0, 2 * Services).Select(_ => new ServiceDependency(SomeService(), SomeService())));

    private static ChangeCalendar SomeCalendar()
    {
        var window = new Window(
            new RuleId("nights"), "Nights", "America/New_York", Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Saturday), RuleLength.For(Duration.FromHours(8)), Scope.Everything);
        var freezes = Enumerable.Range(0, 20).Select(number => new Freeze(
            new RuleId(FormattableString.Invariant($"freeze-{number}")), "Freeze", "Etc/UTC",
            Recurrence.Once(Year.Start.InUtc().LocalDateTime.PlusMinutes(Chance.Next(525_000))), RuleLength.For(Duration.FromHours(Chance.Next(4, 60))), Scope.Everything, string.Empty));
        return ChangeCalendar.Define(new CalendarId("main"), 1, CalendarDefault.ClosedByDefault, [window, .. freezes], DateTimeZoneProviders.Tzdb);
    }
}
