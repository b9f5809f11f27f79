// snippet: planning-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to planning.</summary>
internal sealed class PlanningProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var problem = Problem(console);
        var plan = Plans(console, problem);
        Clashes(console, problem);
        WhatIf(console, problem, plan);
        Pictures(console, plan);
        await DeskAsync(console);
    }

    // The guide goes on with changes that are approved; how they came there is told by other guides.
    private static async Task DeskAsync(Transcript console)
    {
        var (store, clock, settings) = (new InMemoryEventStore(), new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)), new DeskSettings(new TenantId("acme")));
        var changes = new ChangeDesk(store, House.Facts, clock, settings);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await House.BringAsync(changes, new ChangeId(FormattableString.Invariant($"CHG-{number}")), "normal", House.Bob);
        }

        console.Turn("planning-desk");
        // snippet: planning-desk
        var desk = new PlanningDesk(store, House.Facts, clock, settings);
        var order = new PlanningOrder(new Slot(Instant.FromUtc(2026, 11, 2, 0, 0), Instant.FromUtc(2026, 11, 16, 0, 0)))
        {
            Changes = [new ChangeId("CHG-1"), new ChangeId("CHG-2"), new ChangeId("CHG-3"), new ChangeId("CHG-4")],
        };
        var sheet = (await desk.PlanAsync(order, DateTimeZoneProviders.Tzdb))!;

        foreach (var (change, command) in sheet.ChangeCommands)
        {
            var outcome = await changes.HandleAsync(change, command, House.Otto, new CommandId($"planned {change}"));
            Console.WriteLine($"{change} {outcome.Subject!.Slots[0]}: {outcome.Subject.Status}");
        }

        foreach (var one in sheet.Unplannable)
        {
            Console.WriteLine(one);
        }
        // end
    }

    private static PlanningProblem Problem(Transcript console)
    {
        // snippet: planning-items
        var nights = new Window(
            new RuleId("nights"), "Nights", "Europe/London",
            Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday),
            RuleLength.Until(new LocalTime(23, 0)), Scope.Everything);
        var books = new Freeze(
            new RuleId("books"), "Books", "Europe/London",
            Recurrence.Once(new LocalDateTime(2026, 11, 4, 0, 0)), RuleLength.Until(1, LocalTime.Midnight), Scope.Everything, reason: "the month is closed");
        var calendar = ChangeCalendar.Define(new CalendarId("shop"), version: 1, CalendarDefault.ClosedByDefault, [nights, books], DateTimeZoneProviders.Tzdb);
        var production = PlanningTimes.Of(calendar, CalendarQuestion.For(new Target(new ServiceId("shop"), new EnvironmentId("production"))));

        var team = new ResourceId("team shop");
        var effort = new Effort(preparation: Duration.FromMinutes(30), work: Duration.FromHours(1), backOut: Duration.FromMinutes(30));
        var first = new WorkItem(new WorkItemId("REL-1"), effort) { Times = [production], Demands = [new Demand(team)] };
        var second = new WorkItem(new WorkItemId("REL-2"), effort) { Times = [production], Demands = [new Demand(team)], Due = Instant.FromUtc(2026, 11, 5, 0, 0) };
        var third = new WorkItem(new WorkItemId("REL-3"), effort) { Times = [production], Demands = [new Demand(team)], Weight = 2 };
        var large = new WorkItem(
            new WorkItemId("REL-4"), new Effort(preparation: Duration.Zero, work: Duration.FromHours(3), backOut: Duration.FromHours(1)))
        { Times = [production] };
        // end

        // snippet: planning-problem
        var draft = new PlanningDraft(new Slot(Instant.FromUtc(2026, 11, 2, 0, 0), Instant.FromUtc(2026, 11, 9, 0, 0)))
        {
            Grid = Duration.FromMinutes(15),
            Items = [first, second, third, large],
            Resources = [new PlanningResource(team, Capacity: 1)],
            Precedences = [new Precedence(first.Id, second.Id) { AtLeast = Duration.FromHours(12) }],
        };
        var problem = PlanningProblem.Define(draft, DateTimeZoneProviders.Tzdb);
        // end

        console.Turn("planning-faults");
        // snippet: planning-faults
        var wrong = draft with { Resources = [], Precedences = [new Precedence(first.Id, second.Id), new Precedence(second.Id, first.Id)] };
        foreach (var fault in PlanningProblem.Verify(wrong, DateTimeZoneProviders.Tzdb))
        {
            Console.WriteLine(fault);
        }
        // end

        return problem;
    }

    private static Plan Plans(Transcript console, PlanningProblem problem)
    {
        console.Turn("planning-plan");
        // snippet: planning-plan
        var plan = Planner.Plan(problem);

        foreach (var item in plan.Items)
        {
            Console.WriteLine(item);
        }

        Console.WriteLine(plan.Score);
        Console.WriteLine($"{plan.Items.Count} of {problem.Items.Count}, complete: {plan.IsComplete}");
        // end

        console.Turn("planning-why");
        // snippet: planning-why
        foreach (var obstacle in plan.WhyNotEarlier(new WorkItemId("REL-2")))
        {
            Console.WriteLine($"{obstacle.Kind} {obstacle.Span}\n  {obstacle.Sentence}");
        }
        // end

        console.Turn("planning-leftover");
        // snippet: planning-leftover
        foreach (var leftover in plan.Leftovers)
        {
            Console.WriteLine($"{leftover.Item} is left out; {leftover.Obstacles.Count} stretches of time, first:");
            Console.WriteLine($"  {leftover.Obstacles[0].Sentence}");
        }
        // end

        console.Turn("planning-budget");
        // snippet: planning-budget
        var options = new PlannerOptions { Seed = 7, Budget = PlanningBudget.OfSchedules(200) };
        var (once, again) = (Planner.Plan(problem, options), Planner.Plan(problem, options));

        Console.WriteLine(once.Items.Equals(again.Items) ? "The same plan." : "Another one.");
        // end
        return plan;
    }

    private static void Clashes(Transcript console, PlanningProblem problem)
    {
        console.Turn("planning-clash");
        // snippet: planning-clash
        var tight = problem.With(draft => draft with
        {
            Items = draft.Items.Select(item => item.Id == new WorkItemId("REL-2") ? item with { Deadline = Instant.FromUtc(2026, 11, 3, 12, 0) } : item)
                .Where(item => item.Id != new WorkItemId("REL-4")).ToValueList(),
        });
        var clash = Planner.Clash(tight)!;
        foreach (var constraint in clash.Constraints)
        {
            Console.WriteLine(constraint);
        }

        foreach (var relaxation in clash.Relaxations)
        {
            Console.WriteLine($"{relaxation.Constraint.Remedy}: then REL-2 is planned at {relaxation.Plan.Find(new WorkItemId("REL-2"))!.Slot}");
        }
        // end
    }

    private static void WhatIf(Transcript console, PlanningProblem problem, Plan plan)
    {
        console.Turn("planning-what-if");
        // snippet: planning-what-if
        var audit = new Closure("audit", new Slot(Instant.FromUtc(2026, 11, 3, 0, 0), Instant.FromUtc(2026, 11, 4, 0, 0)));
        var audited = Planner.Replan(problem.With(draft => draft with { Closures = draft.Closures.With(audit) }), plan);

        foreach (var move in plan.Compare(audited).Moves)
        {
            Console.WriteLine(move);
        }
        // end
    }

    private static void Pictures(Transcript console, Plan plan)
    {
        console.Turn("planning-gantt");
        // snippet: planning-gantt
        var settings = new PictureSettings(DateTimeZoneProviders.Tzdb["Europe/London"])
        {
            Title = "First week of November",
            Grouping = PictureGrouping.Resource,
            Now = Instant.FromUtc(2026, 11, 2, 9, 0),
        };
        Console.WriteLine(PlanGantt.Mermaid(plan, settings));
        // end

        // snippet: planning-svg
        var svg = PlanTimeline.Svg(plan, settings with { ShowsDependencies = true });
        // end
        svg.Should().StartWith("<svg ");
    }
}
