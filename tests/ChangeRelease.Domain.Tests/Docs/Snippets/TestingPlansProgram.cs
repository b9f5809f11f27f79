// snippet: testing-plans-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Testing;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to testing plans.</summary>
internal sealed class TestingPlansProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        var problem = Problem();
        Check(console, problem);
        Elsewhere(console, problem);
        Best(console, problem);
        Rules(console);
        return Task.CompletedTask;
    }

    private static PlanningProblem Problem()
    {
        // snippet: testing-plans-problem
        var shift = PlanningTimes.Of("shift", SlotSet.Of(new Slot(Instant.FromUtc(2026, 11, 2, 8, 0), Instant.FromUtc(2026, 11, 2, 14, 0))));
        var team = new ResourceId("team");
        var hour = new Effort(preparation: Duration.Zero, work: Duration.FromHours(1), backOut: Duration.FromHours(1));
        var problem = PlanningProblem.Define(
            new PlanningDraft(new Slot(Instant.FromUtc(2026, 11, 2, 0, 0), Instant.FromUtc(2026, 11, 3, 0, 0)))
            {
                Grid = Duration.FromHours(1),
                Items =
                [
                    new WorkItem(new WorkItemId("REL-1"), hour) { Demands = [new Demand(team)], Due = Instant.FromUtc(2026, 11, 2, 11, 0) },
                    new WorkItem(new WorkItemId("REL-2"), hour) { Demands = [new Demand(team)], Due = Instant.FromUtc(2026, 11, 2, 10, 0) },
                    new WorkItem(new WorkItemId("REL-3"), hour) { Demands = [new Demand(team)], Weight = 2 },
                ],
                Resources = [new PlanningResource(team, Capacity: 1) { Times = [shift] }],
                Precedences = [new Precedence(new WorkItemId("REL-1"), new WorkItemId("REL-2"))],
            },
            DateTimeZoneProviders.Tzdb);
        // end
        return problem;
    }

    private static void Check(Transcript console, PlanningProblem problem)
    {
        console.Turn("testing-plans-check");

        // snippet: testing-plans-check
        var plan = Planner.Plan(problem);
        var checker = PlanChecker.For(problem, DateTimeZoneProviders.Tzdb);

        Console.WriteLine($"{plan.Items.Count} placed, {checker.Check(plan).Count} violations");
        // end
    }

    private static void Elsewhere(Transcript console, PlanningProblem problem)
    {
        console.Turn("testing-plans-elsewhere");

        // snippet: testing-plans-elsewhere
        var noon = Instant.FromUtc(2026, 11, 2, 12, 0);
        PlacedItem[] byHand =
        [
            new(new WorkItemId("REL-2"), new Slot(noon, noon + Duration.FromHours(2))),
            new(new WorkItemId("REL-1"), new Slot(noon + Duration.FromHours(1), noon + Duration.FromHours(3))),
        ];

        foreach (var violation in PlanChecker.For(problem, DateTimeZoneProviders.Tzdb).Check(byHand))
        {
            Console.WriteLine(violation);
        }

        // end
    }

    private static void Best(Transcript console, PlanningProblem problem)
    {
        console.Turn("testing-plans-best");

        // snippet: testing-plans-best
        var best = BruteForce.Search(PlanChecker.For(problem, DateTimeZoneProviders.Tzdb))!;

        Console.WriteLine($"{best.Combinations} combinations, the best costs {best.Score.Hard} and {best.Score.Soft}");
        Console.WriteLine($"the planner's costs {Planner.Plan(problem).Score.Hard} and {Planner.Plan(problem).Score.Soft}");
        // end
    }

    private static void Rules(Transcript console)
    {
        console.Turn("testing-plans-rules");

        // snippet: testing-plans-rules
        var lunch = PlacementRule.Hard("not at noon", (_, slot) => slot.Start.InUtc().Hour != 12);
        var placed = 0;
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = RandomProblems.Small(seed).With(draft => draft with { Rules = [lunch] });
            var plan = Planner.Plan(random.Problem, new PlannerOptions { Budget = PlanningBudget.OfSchedules(200) });
            if (random.Checker().Check(plan) is { Count: > 0 } violations)
            {
                throw new InvalidOperationException($"{random}: {violations[0]}");
            }

            placed += plan.Items.Count;
        }

        Console.WriteLine(placed > 50 ? "50 problems, every plan keeps the rule" : "too little was planned to prove anything");
        // end
    }
}
