// snippet: conflicts-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to conflicts.</summary>
internal sealed class ConflictsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        var (policy, graph) = (Policy(), Graph());
        var (index, change) = Schedule(console, policy, graph);
        Candidate(console, index, change);
        Changing(console, policy, graph, change);
        Composed(console, index, change);
        Wrong(console);
        return Task.CompletedTask;
    }

    private static ConflictPolicy Policy()
    {
        // snippet: conflicts-policy
        var policy = ConflictPolicy.Define(new PolicyId("production"), version: 1,
        [
            ConflictRule.SameService(new RuleId("same-service"), ConflictSeverity.Hard) with { Gap = Duration.FromMinutes(30) },
            ConflictRule.RelatedServices(new RuleId("neighbors"), ConflictSeverity.Hard),
            ConflictRule.RelatedServices(new RuleId("farther"), ConflictSeverity.Soft, farthest: 3, nearest: 2),
            ConflictRule.SamePerson(new RuleId("people"), ConflictSeverity.Hard),
            ConflictRule.ExclusiveEnvironment(new RuleId("alone"), ConflictSeverity.Hard),
            ConflictRule.SameEnvironment(new RuleId("places"), ConflictSeverity.Soft, atOnce: 3),
            ConflictRule.Limit(new RuleId("risk"), ConflictSeverity.Hard, ConflictKey.Class(new ChangeClass("high-risk")), atOnce: 2),
            ConflictRule.Exclusion(
                new RuleId("network"), ConflictSeverity.Hard,
                ConflictKey.Class(new ChangeClass("network")), ConflictKey.Environment(new EnvironmentId("production"))),
        ]);
        // end
        return policy;
    }

    private static ServiceGraph Graph()
    {
        // snippet: conflicts-graph
        var graph = ServiceGraph.Of(
            "2026-11-01",
            [new ServiceNode(new ServiceId("shop")), new ServiceNode(new ServiceId("payments")), new ServiceNode(new ServiceId("ledger"))],
            [new ServiceDependency(new ServiceId("shop"), new ServiceId("payments")), new ServiceDependency(new ServiceId("payments"), new ServiceId("ledger"))]);
        // end
        return graph;
    }

    private static (ConflictIndex Index, ScheduledWork Change) Schedule(Transcript console, ConflictPolicy policy, ServiceGraph graph)
    {
        console.Turn("conflicts-schedule");
        // snippet: conflicts-schedule
        var production = new EnvironmentId("production");
        var evening = Instant.FromUtc(2026, 11, 17, 20, 0);
        Slot At(int minute, int minutes) => new(evening + Duration.FromMinutes(minute), evening + Duration.FromMinutes(minute + minutes));

        var ledger = new ScheduledWork(new HolderId("CHG-1"), At(0, 60)) { Targets = [new Target(new ServiceId("ledger"), production)], People = [new ActorId("ann")] };
        var payments = new ScheduledWork(new HolderId("CHG-2"), At(60, 60)) { Targets = [new Target(new ServiceId("payments"), production)], People = [new ActorId("ben")] };
        var shop = new ScheduledWork(new HolderId("CHG-3"), At(90, 60)) { Targets = [new Target(new ServiceId("shop"), production)], People = [new ActorId("ann")] };

        var index = ConflictIndex.Of(policy, [ledger, payments, shop], graph);
        var all = index.All();

        Console.WriteLine(all);
        Console.WriteLine(string.Join('\n', all.Conflicts));
        // end
        return (index, new ScheduledWork(new HolderId("CHG-4"), At(30, 45)) { Targets = [new Target(new ServiceId("payments"), production)], People = [new ActorId("cid")] });
    }

    private static void Candidate(Transcript console, ConflictIndex index, ScheduledWork change)
    {
        console.Turn("conflicts-against");
        // snippet: conflicts-against
        foreach (var conflict in index.Against(change).Conflicts)
        {
            Console.WriteLine($"{conflict.Kind} of {conflict.Work.Holder} with {conflict.Others[0].Holder}, by {conflict.Key}, in {conflict.Span}");
            Console.WriteLine($"  {conflict}");
            Console.WriteLine($"  {string.Join("; or: ", conflict.Remedies)}");
        }
        // end
    }

    private static void Changing(Transcript console, ConflictPolicy policy, ServiceGraph graph, ScheduledWork change)
    {
        console.Turn("conflicts-live");
        // snippet: conflicts-live
        var live = new LiveConflictIndex(policy, graph);
        live.Add(change);
        var other = change.MovedTo(new Slot(change.Slot.End, change.Slot.End + Duration.FromHours(1))) with { People = [new ActorId("dora")] };
        var rival = new ScheduledWork(new HolderId("CHG-5"), other.Slot) { Targets = other.Targets, People = other.People };

        Console.WriteLine(live.Against(rival));
        live.Move(change.Holder, new Slot(change.Slot.Start - Duration.FromMinutes(30), change.Slot.End - Duration.FromMinutes(30)));
        Console.WriteLine(live.Against(rival));
        // end
    }

    private static void Composed(Transcript console, ConflictIndex index, ScheduledWork change)
    {
        console.Turn("conflicts-check");
        // snippet: conflicts-check
        var evenings = new Window(
            new RuleId("evenings"), "Evenings", "Europe/London", Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday),
            RuleLength.For(Duration.FromHours(3)), Scope.Everything);
        var sale = new Freeze(
            new RuleId("sale"), "Sale", "Europe/London", Recurrence.Once(new LocalDateTime(2026, 11, 17, 22, 0)),
            RuleLength.For(Duration.FromHours(1)), Scope.Everything, reason: "the shop is busy");
        var calendar = ChangeCalendar.Define(new CalendarId("main"), version: 1, CalendarDefault.ClosedByDefault, [evenings, sale], DateTimeZoneProviders.Tzdb);
        var november = new Slot(Instant.FromUtc(2026, 11, 1, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0));
        var check = SlotCheck.Of(calendar.Compile(new CalendarQuestion(change.Targets, []), november), index, change);

        var start = Instant.FromUtc(2026, 11, 17, 21, 30);
        Console.WriteLine($"may it start at 21:30? {check.MayStart(start)}");
        Console.WriteLine(string.Join('\n', check.Explain(start).Refusals));
        Console.WriteLine($"the earliest: {check.EarliestStart(start)}");
        // end
    }

    private static void Wrong(Transcript console)
    {
        console.Turn("conflicts-faults");
        // snippet: conflicts-faults
        var faults = ConflictPolicy.Verify(
        [
            ConflictRule.SamePerson(new RuleId("people"), ConflictSeverity.Hard) with { Gap = Duration.FromMinutes(-5) },
            ConflictRule.RelatedServices(new RuleId("people"), ConflictSeverity.Soft, farthest: 1, nearest: 2) with { AtOnce = 3 },
        ]);

        Console.WriteLine(string.Join('\n', faults));
        // end
    }
}
