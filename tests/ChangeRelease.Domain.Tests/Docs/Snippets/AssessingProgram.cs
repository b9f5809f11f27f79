// snippet: assess-usings
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to assessing.</summary>
internal sealed class AssessingProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var scheme = Scheme();
        var (ann, dan, id) = (House.Ann, House.Dan, new ChangeId("CHG-1"));

        // snippet: assess-facts
        var graph = ServiceGraph.Of(
            "inventory 88",
            [new(new("payments")), new(new("ledger")), new(new("shop"), Weight: 5)],
            [new(new("shop"), DependsOn: new("payments")), new(new("ledger"), DependsOn: new("payments"))]);

        var facts = House.Facts with
        {
            Scheme = scheme,
            ServiceGraph = graph,
            Similar = new SimilarChanges(trials: 20, successes: 18),
        };
        // end

        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        var desk = new ChangeDesk(new InMemoryEventStore(), facts, clock, new DeskSettings(new TenantId("acme")));
        await desk.HandleAsync(id, new OpenChange(id, "normal", House.Content with { AcceptableTimes = [House.November], Urgency = Grade.High }), ann, new CommandId("open"));
        await desk.HandleAsync(id, new SubmitChange(), ann, new CommandId("submit"));

        console.Turn("assess-do");
        // snippet: assess-do
        var assess = new AssessChange(Grade.Medium, Grade.Low, "One service, one setting", AcceptableTimes: [], Likelihood: Grade.Low);
        var hasty = await desk.HandleAsync(id, assess, dan, new CommandId("assess-1"));
        Console.WriteLine(hasty.Refusals[0]);

        var full = assess with { Answers = [new Answer("rehearsed", Question.No), new Answer("window", "evening")] };
        var outcome = await desk.HandleAsync(id, full, dan, new CommandId("assess-2"));
        var assessment = outcome.Subject!.Content.Assessment!;
        Console.WriteLine($"{assessment.Risk}, so {assessment.Authority} by {assessment.Scheme}");
        foreach (var voice in assessment.Contributions)
        {
            Console.WriteLine($"  {voice}");
        }
        // end

        var change = outcome.Subject!;
        console.Turn("assess-edit");
        // snippet: assess-edit
        var wider = change.Content with { Services = [.. change.Content.Services, new ServiceId("ledger")] };
        var amended = (await desk.HandleAsync(id, new AmendChange(wider), ann, new CommandId("amend"))).Subject!;
        Console.WriteLine($"{amended.Status}, assessed: {amended.Content.Assessment is not null}");
        // end

        console.Turn("assess-priority");
        // snippet: assess-priority
        var table = PriorityTable.Plain;
        Console.WriteLine($"{table.Of(change.Content)}, weight {table.WeightOf(table.Of(change.Content))}");
        foreach (var entry in Backlog.Order([amended], table))
        {
            Console.WriteLine($"{entry.Priority?.ToString() ?? "not known"}: {entry.Id}, since {entry.Since}");
        }
        // end

        console.Turn("assess-fault");
        // snippet: assess-fault
        var careless = new RuleTable(RuleMatching.First,
        [
            new RiskRule("ledger", Grade.Medium, "it books", [new AffectsService([new("ledger")])]),
            new RiskRule("wide ledger", Grade.High, "it books, and more", [new AffectsService([new("ledger")]), new ServiceCount(2)]),
        ]);

        try
        {
            AssessmentScheme.Define(new SchemeId("careless"), version: 1, new AssessmentDraft { Rules = careless });
        }
        catch (AssessmentDefinitionException wrong)
        {
            Console.WriteLine(string.Join('\n', wrong.Faults));
        }
        // end

        console.Turn("assess-data");
        // snippet: assess-data
        var reading = AssessmentDocument.Read(
            """
            {
              "format": "change-release/assessment/1", "id": "house", "version": 2,
              "authorities": {
                "low": { "low": "team-lead", "medium": "team-lead", "high": "cab", "critical": "cab" },
                "medium": { "low": "team-lead", "medium": "change-manager", "high": "cab", "critical": "cab" },
                "high": { "low": "team-lead", "medium": "change-manager", "high": "cab", "critical": "cab" },
                "critical": { "low": "change-manager", "medium": "team-lead", "high": "cab", "critical": "cab" },
                "order": ["team-lead", "change-manager", "cab"]
              },
              "questions": [{ "id": "rehearsed", "sentence": "Was the way back rehearsed?", "choices": ["yes", "no"] }],
              "rules": {
                "matching": "all",
                "rows": [
                  { "name": "unrehearsed", "grade": "medium", "because": "nobody has tried it", "when": [{ "answered": { "question": "rehersed", "anyOf": ["no"] } }] }
                ],
                "otherwise": "low"
              }
            }
            """);

        Console.WriteLine(reading);
        // end
    }

    private static AssessmentScheme Scheme()
    {
        // snippet: assess-scheme
        var scheme = AssessmentScheme.Define(new SchemeId("house"), version: 1, new AssessmentDraft
        {
            Matrix = RiskMatrix.Plain,
            Questions =
            [
                Question.YesOrNo("rehearsed", "Was the way back rehearsed?"),
                new Question("window", "When is it made?", ["night", "evening", "day"]),
            ],
            Rules = new RuleTable(
                RuleMatching.All,
                [
                    new RiskRule("ledger", Grade.High, "it books", [new AffectsService([new("ledger")])]),
                    new RiskRule("wide", Grade.Medium, "several services at once", [new ServiceCount(AtLeast: 3)]),
                    new RiskRule("unrehearsed", Grade.Medium, "nobody has tried the way back", [new Answered("rehearsed", [Question.No])]),
                ],
                Otherwise: Grade.Low),
            Questionnaire = new Questionnaire(
                [
                    QuestionWeights.YesOrNo("rehearsed", yes: 0, no: 3),
                    new QuestionWeights("window", [new("night", 0), new("evening", 1), new("day", 4)]),
                ],
                new GradeScale(Grade.Low, [new(From: 4, Grade.Medium), new(From: 7, Grade.High)])),
            History = new HistoryScale(
                Confidence.Percent95,
                new GradeScale(Grade.Low, [new(From: 1_500, Grade.Medium), new(From: 4_000, Grade.High)])),
            BlastRadius = new BlastRadius(new GradeScale(Grade.Low, [new(From: 5, Grade.Medium), new(From: 20, Grade.High)])),
            Authorities = AuthorityTable.Plain,
        });
        // end
        return scheme;
    }
}
