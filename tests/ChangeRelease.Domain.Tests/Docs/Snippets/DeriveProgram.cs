// snippet: derive-usings
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
using static ChangeRelease.Domain.Lifecycles.Policy;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to deriving and proving.</summary>
internal sealed class DeriveProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        await AtTheDeskAsync(console);
        Loosened(console);
        Graph(console);
        Policies(console);
        Compared(console);
    }

    private static async Task AtTheDeskAsync(Transcript console)
    {
        var directory = House.Directory;
        // snippet: derive-desk
        var facts = new FactBook
        {
            Directory = directory,
            Scheme = AssessmentScheme.Plain,
            Host = FactSet.None.With(DatabaseMigration.Administrator, new ActorId("dora"), "dora, inventory 88"),
        };
        var settings = new DeskSettings(new TenantId("acme"))
        {
            ChangeModels = new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, DatabaseMigration.Model]),
        };
        var desk = new ChangeDesk(new InMemoryEventStore(), facts, SystemClock.Instance, settings);
        // end

        var id = new ChangeId("DB-1");
        await desk.HandleAsync(id, new OpenChange(id, "database-migration", House.Content), House.Ann, new CommandId("open"));
        await desk.HandleAsync(id, new SubmitChange(), House.Ann, new CommandId("submit"));
        await desk.HandleAsync(id, new AssessChange(Grade.Low, Grade.Low, "One table", [House.November]), House.Dan, new CommandId("assess"));

        var (ann, dora) = (House.Ann, House.Dora);
        console.Turn("derive-act");
        // snippet: derive-act
        var clear = new ActOnChange(DatabaseMigration.Clear, Arguments.Of(DatabaseMigration.Finding, "The indexes are fine"));
        var byAnn = await desk.HandleAsync(id, clear, ann, new CommandId("clear-1"));
        var byDora = await desk.HandleAsync(id, clear, dora, new CommandId("clear-2"));

        Console.WriteLine(byAnn.Refusals[0]);
        Console.WriteLine(byDora.Subject!.Status);
        Console.WriteLine(string.Join("; ", byDora.Events[0].Header.Basis));
        // end
    }

    private static void Loosened(Transcript console)
    {
        console.Turn("derive-loosens");
        // snippet: derive-loosens
        var skip = new Trigger("Skip");
        try
        {
            ChangeModels.Normal.Derive("hasty", version: 1, model => model
                .Insert(DatabaseMigration.DbaReview, ChangeStates.Assessing, ChangeStates.Authorizing)
                .In(DatabaseMigration.DbaReview)
                    .On(DatabaseMigration.Clear).GoTo(ChangeStates.Authorizing)
                    .On(skip).GoTo(ChangeStates.Approved));
        }
        catch (LifecycleDefinitionException wrong)
        {
            Console.WriteLine(wrong.Faults[0]);
        }
        // end
    }

    private static void Graph(Transcript console)
    {
        console.Turn("prove-graph");
        // snippet: prove-graph
        var graph = LifecycleGraph.Of(DatabaseMigration.Model.Lifecycle.Description);

        Console.WriteLine($"Canceled to Draft:     {graph.Reaches(ChangeStates.Canceled, ChangeStates.Draft)}");
        Console.WriteLine($"before Implementing:   {string.Join(", ", graph.MustPass(ChangeStates.Implementing))}");
        Console.WriteLine($"always asked for last: {graph.RequirementsOnTheWay(ChangeStates.Authorizing, ChangeStates.Approved)!.Always[^1]}");
        Console.WriteLine($"a shortest way back:\n{graph.ShortestPath(ChangeStates.Approved, ChangeStates.Draft)}");
        // end
    }

    private static void Policies(Transcript console)
    {
        var model = DatabaseMigration.Model;
        console.Turn("prove-true");
        // snippet: prove-true
        Policy[] policies =
        [
            Never(In(Phase.Realization)).Unless(Taken(ChangeTriggers.Authorize)),
            Never(In(Phase.Realization)).Unless(Taken(DatabaseMigration.Clear)).Since(Taken(ChangeTriggers.Amend, "material")),
            Never(In(ChangeStates.Canceled)).Once(Passed(Phase.Realization)),
            Refused(ChangeTriggers.Start).UnlessMet("change.booking.lost"),
            AlwaysPossible(In(Phase.Ended)),
        ];

        foreach (var policy in policies)
        {
            Console.WriteLine(policy.Prove(model.Lifecycle));
        }
        // end

        console.Turn("prove-false");
        // snippet: prove-false
        var proof = Never(In(Phase.Realization)).Unless(Taken(DatabaseMigration.Clear)).Since(Taken(ChangeTriggers.Amend)).Prove(model.Lifecycle);

        Console.WriteLine($"{proof.Outcome}: {proof.Policy}");
        foreach (var move in proof.Trace!.Moves)
        {
            Console.WriteLine($"  {move.From} -- {move.Trigger}{(move.Case is null ? "" : $" [{move.Case}]")} --> {move.To}");
        }

        Console.WriteLine(proof.Explanation);
        // end

        console.Turn("prove-vacuous");
        // snippet: prove-vacuous
        Console.WriteLine(Refused(ChangeTriggers.Start).While(In(Phase.Preparation)).UnlessMet(DatabaseMigration.Rehearsed).Prove(model.Lifecycle));
        Console.WriteLine(Never(In(ChangeStates.Ratifying)).Prove(model.Lifecycle));
        // end
    }

    private static void Compared(Transcript console)
    {
        console.Turn("prove-compare");
        // snippet: prove-compare
        var (normal, standard) = (ChangeModels.Normal.Lifecycle.Description, ChangeModels.Standard.Lifecycle.Description);

        Console.WriteLine(LifecycleComparison.AtLeastAsStrict(DatabaseMigration.Model.Lifecycle.Description, normal));
        Console.WriteLine(LifecycleComparison.AtLeastAsStrict(standard, normal));
        // end
    }
}
