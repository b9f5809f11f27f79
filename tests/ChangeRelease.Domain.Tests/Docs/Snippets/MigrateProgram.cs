// snippet: migrate-usings
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
// end
using NodaTime;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to migrating.</summary>
internal sealed class MigrateProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;

        // snippet: migrate-versions
        var first = ChangeModels.Normal.Derive("database-migration", version: 1, model => model
            .Require(ChangeTriggers.Authorize, DatabaseMigration.Rehearsed));

        var second = ChangeModels.Normal.Derive("database-migration", version: 2, model => model
            .Insert(DatabaseMigration.DbaReview, ChangeStates.Assessing, ChangeStates.Authorizing)
            .Share(DatabaseMigration.DbaReview, ChangeStates.Authorizing, ChangeTriggers.Hold, ChangeTriggers.Cancel)
            .Require(ChangeTriggers.Authorize, DatabaseMigration.Rehearsed)
            .In(DatabaseMigration.DbaReview)
                .On(DatabaseMigration.Clear).GoTo(ChangeStates.Authorizing).When(DatabaseMigration.ByAdministrator));
        // end

        console.Turn("migrate-diff");
        // snippet: migrate-diff
        Console.WriteLine(LifecycleDiff.Between(first.Lifecycle.Description, second.Lifecycle.Description));
        // end

        console.Turn("migrate-illegal");
        // snippet: migrate-illegal
        try
        {
            MigrationMap.Between(first.Lifecycle.Description, second.Lifecycle.Description, map => map
                .Move(ChangeStates.Assessing, ChangeStates.Authorizing)
                .Move(ChangeStates.Deferred, ChangeStates.Canceled)
                .KeepTheRest());
        }
        catch (MigrationMapException wrong)
        {
            foreach (var fault in wrong.Faults)
            {
                Console.WriteLine(fault);
            }
        }
        // end

        console.Turn("migrate-map");
        // snippet: migrate-map
        var map = MigrationMap.Between(first.Lifecycle.Description, second.Lifecycle.Description, map => map
            .Move(ChangeStates.Authorizing, DatabaseMigration.DbaReview)
            .Move(ChangeStates.Approved, DatabaseMigration.DbaReview)
            .Keep(ChangeStates.Scheduled, ChangeStates.Implementing, ChangeStates.BackingOut, ChangeStates.Reviewing).AsIfPast(DatabaseMigration.DbaReview)
            .KeepTheRest());

        Console.WriteLine(map);
        // end

        var store = new InMemoryEventStore();
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        DeskSettings Knowing(ChangeModelCatalog models) => new(new TenantId("acme")) { ChangeModels = models };
        var before = new ChangeDesk(store, House.Facts, clock, Knowing(new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, first])));
        await before.HandleAsync(new ChangeId("DB-1"), new OpenChange(new ChangeId("DB-1"), "database-migration", House.Content), House.Ann, new CommandId("open"));
        await House.BringAsync(before, new ChangeId("CHG-1"), "normal");
        await House.BringAsync(before, new ChangeId("DB-2"), "database-migration", House.Bob);
        await House.BringAsync(before, new ChangeId("DB-3"), "database-migration", House.Bob);
        await before.HandleAsync(new ChangeId("DB-3"), new HoldChange("The vendor has a question"), House.Ann, new CommandId("hold"));

        var (facts, otto, ann, bob, dora) = (House.Facts, House.Otto, House.Ann, House.Bob, House.Dora);
        // snippet: migrate-desk
        var models = new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, first, second]).WithMigrations(map);
        var desk = new ChangeDesk(store, facts, clock, new DeskSettings(new TenantId("acme")) { ChangeModels = models });
        // end

        console.Turn("migrate-dry-run");
        // snippet: migrate-dry-run
        ChangeId[] ids = [new("DB-1"), new("DB-2"), new("DB-3"), new("CHG-1")];
        var standings = new List<(string, Standing)>();
        foreach (var id in ids)
        {
            var change = (await desk.FindAsync(id))!;
            standings.Add((id.Value, change.Standing));
        }

        Console.WriteLine(map.DryRun(standings));
        // end

        console.Turn("migrate-ask");
        // snippet: migrate-ask
        var migrate = new MigrateChange("database-migration", 2, "The administrators check from now on");

        await foreach (var (id, said) in desk.ExplainEachAsync(ids, migrate, otto, new CommandId("to-version-2")))
        {
            Console.WriteLine($"{id}: {said.Subject!.Status} -> {(said.IsAccepted ? said.Events[0].Header.Status : said.Refusals[0])}");
        }

        var byAnn = await desk.ExplainAsync(ids[0], migrate, ann, new CommandId("to-version-2"));
        Console.WriteLine(string.Join('\n', byAnn.Refusals));
        // end

        console.Turn("migrate-do");
        // snippet: migrate-do
        foreach (var id in ids.SkipLast(1))
        {
            var outcome = await desk.HandleAsync(id, migrate, otto, new CommandId("to-version-2"));
            var moved = (ChangeMigrated)outcome.Events.Single();
            Console.WriteLine($"{id} version {outcome.Version} by {moved.Header.Stamp.Actor}: {moved.From} to {moved.To}");
            Console.WriteLine($"  {moved.Header.Status}, resumes to {moved.ResumesTo?.Name ?? "-"}, votes stand {moved.VotesStand}, keeps slots {moved.KeepsSlots}");
        }
        // end

        console.Turn("migrate-held");
        // snippet: migrate-held
        var resumed = await desk.HandleAsync(ids[2], new ResumeChange(), ann, new CommandId("resume"));
        Console.WriteLine($"{ids[2]}: {resumed.Subject!.Status}");

        var cleared = await desk.HandleAsync(ids[1], new ActOnChange(DatabaseMigration.Clear), dora, new CommandId("clear"));
        var authorized = await desk.HandleAsync(ids[1], new AuthorizeChange(), bob, new CommandId("authorize"));
        Console.WriteLine($"{ids[1]}: {cleared.Subject!.Status}, then {authorized.Subject!.Status}");
        // end
    }
}
