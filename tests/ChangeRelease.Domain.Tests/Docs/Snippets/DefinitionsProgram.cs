using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to definitions as data.</summary>
internal sealed class DefinitionsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        // snippet: definitions-vocabulary
        var most = Parameter.Number("most", "How many services it may touch.");

        var fewServices = RequirementTemplate.For<ChangeAttempt>("lab.services.too-many", [most], arguments => Requirement
            .For<ChangeAttempt>("lab.services.too-many")
            .Says($"The change touches at most {arguments.Get(most)} services.")
            .IsMetWhen(attempt => attempt.Change.Content.Services.Count <= arguments.Get(most))
            .CuredBy(Remedy.Do("Make several changes of it")));

        var vocabulary = ChangeVocabulary.BuiltIn.With(fewServices);
        // end

        // snippet: definitions-document
        const string document = """
            {
              "format": "change-release/lifecycle/1",
              "id": "lab",
              "version": 2,
              "states": [
                { "name": "Draft", "phase": "Preparation" },
                { "name": "Implementing", "phase": "Realization" },
                { "name": "Closed", "phase": "Ended" },
                { "name": "Canceled", "phase": "Ended" }
              ],
              "start": "Draft",
              "ends": ["Closed", "Canceled"],
              "triggers": ["Submit", "Amend", "Complete", "Cancel"],
              "transitions": [
                {
                  "from": "Draft", "on": "Submit", "to": "Implementing",
                  "needs": ["change.title.missing", { "code": "lab.services.too-many", "with": { "most": 3 } }]
                },
                { "from": "Draft", "on": "Amend", "stay": true, "needs": ["change.amendment.empty"] },
                { "from": "Implementing", "on": "Complete", "to": "Closed" },
                { "from": "Draft", "on": "Cancel", "sideDoor": true, "to": "Canceled", "needs": ["change.reason.missing"] }
              ]
            }
            """;
        // end

        console.Turn("definitions-read");
        // snippet: definitions-read
        var lab = ChangeModel.Read(Encoding.UTF8.GetBytes(document), vocabulary).OrThrow();
        Console.WriteLine($"{lab.Lifecycle.Reference.Id}, version {lab.Lifecycle.Reference.Version}, {lab.Lifecycle.Description.Transitions.Count} rows");
        // end

        console.Turn("definitions-derive");
        // snippet: definitions-derive
        const string derivation = """
            {
              "format": "change-release/derivation/1",
              "id": "careful",
              "version": 1,
              "derives": { "id": "normal", "version": 1 },
              "insert": [
                { "state": "Lab review", "phase": "Authorization", "from": "Assessing", "to": "Authorizing", "shares": { "with": "Authorizing", "on": ["Cancel", "Annotate"] } }
              ],
              "require": [{ "on": "Submit", "needs": [{ "code": "lab.services.too-many", "with": { "most": 3 } }] }],
              "forbid": [{ "on": "Defer", "from": "Authorizing" }],
              "triggers": [{ "name": "Clear", "takes": [{ "name": "finding", "kind": "text", "says": "What was found." }] }],
              "transitions": [{ "from": "Lab review", "on": "Clear", "to": "Authorizing" }]
            }
            """;

        var careful = ChangeModel.Read(Encoding.UTF8.GetBytes(derivation), vocabulary).OrThrow().Lifecycle;
        Console.WriteLine($"In Lab review: {careful.TriggersFrom(new State("Lab review", Phase.Authorization))}");
        Console.WriteLine($"Derived from {careful.Description.DerivedFrom?.Id}: {LifecycleComparison.AtLeastAsStrict(careful.Description, ChangeModels.Normal.Lifecycle.Description)}");
        // end

        console.Turn("definitions-loosen");
        // snippet: definitions-loosen
        var shortcut = derivation.Replace("\"on\": \"Clear\", \"to\": \"Authorizing\"", "\"on\": \"Clear\", \"to\": \"Approved\"", StringComparison.Ordinal);
        foreach (var fault in ChangeModel.Read(Encoding.UTF8.GetBytes(shortcut), vocabulary).Faults)
        {
            Console.WriteLine(fault);
        }

        // end

        console.Turn("definitions-round-trip");
        // snippet: definitions-round-trip
        var bytes = LifecycleDocument.Write(ChangeModels.Normal.Lifecycle.Description);
        var again = LifecycleDocument.Read(bytes, ChangeVocabulary.BuiltIn).OrThrow();
        Console.WriteLine(again.Reference == ChangeModels.Normal.Lifecycle.Reference ? "The same definition, hash included." : "Another one.");
        // end

        console.Turn("definitions-faults");
        // snippet: definitions-faults
        var misspelled = document
            .Replace("change.title.missing", "change.titel.missing", StringComparison.Ordinal)
            .Replace("\"most\": 3", "\"most\": \"three\"", StringComparison.Ordinal)
            .Replace("\"to\": \"Closed\"", "\"to\": \"Cloced\"", StringComparison.Ordinal);

        foreach (var fault in LifecycleDocument.Read(misspelled, vocabulary).Faults)
        {
            Console.WriteLine(fault);
        }

        // end
        return Task.CompletedTask;
    }
}
