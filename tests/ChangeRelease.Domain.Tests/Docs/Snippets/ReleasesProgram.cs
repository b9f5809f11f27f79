// snippet: releases-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to releases.</summary>
internal sealed class ReleasesProgram : IProgram
{
    private static readonly EnvironmentId Production = new("production");

    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (ann, bob, cid, otto, id) = (House.Ann, House.Bob, House.Cid, House.Otto, new ReleaseId("REL-7"));
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));

        console.Turn("releases-plan");
        // snippet: releases-plan
        var rollout = new RolloutPlan(RolloutStrategy.Canary,
        [
            new RolloutStage("canary", Production, Share.Percent(5))
            {
                Bake = Duration.FromMinutes(15),
                Gates = [Gate.Analysis("error rate"), Gate.ErrorBudget("error budget", least: Share.Percent(20))],
            },
            new RolloutStage("everyone", Production, Share.All) { Gates = [Gate.Manual("a look", new RoleId("watch"))] },
        ])
        {
            RollbackWindow = Duration.FromHours(4),
        };

        var blueGreen = rollout with { Strategy = RolloutStrategy.BlueGreen };
        foreach (var fault in blueGreen.Faults([Production]))
        {
            Console.WriteLine($"{fault.Text} {fault.Remedies[0]}.");
        }
        // end

        console.Turn("releases-facts");
        // snippet: releases-facts
        var before = new ActiveVersion(Production, SemanticVersion.Parse("2.3.9"), Digest.Of("payments 2.3.9"u8));
        var facts = House.Facts with
        {
            Active = [before], // or ActiveVersionsAsync of your own IFactSource
            Policy = House.Facts.Policy! with { Rules = [.. House.Facts.Policy!.Rules, new ApprovalRule("minor", ApprovalAct.Authorize, Ask.Of(1, new RoleId("cab")))] },
        };
        var desk = new ReleaseDesk(new InMemoryEventStore(), facts, clock, new DeskSettings(new TenantId("acme")));
        // end

        // The guide goes on with the same store for changes and the release; what led here is told by other guides.
        var store = new InMemoryEventStore();
        desk = new ReleaseDesk(store, facts, clock, new DeskSettings(new TenantId("acme")));
        var changes = new ChangeDesk(store, facts, clock, new DeskSettings(new TenantId("acme")));
        await House.BringAsync(changes, new ChangeId("CHG-1"), "normal", bob);
        var sent = 0;
        async Task<Outcome<Release, ReleaseEvent>> Do(Actor actor, ReleaseCommand command) =>
            await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"r{++sent}")));

        await Do(ann, new OpenRelease(id, new ReleaseContent
        {
            Title = "Payments in November",
            Version = SemanticVersion.Parse("2.4.0"),
            Changes = [new ChangeId("CHG-1")],
            Services = [new ServiceId("payments")],
            Environments = [Production],
            Rollout = rollout,
            RemediationPlan = "Put 2.3.9 back",
            Effort = new Effort(preparation: Duration.FromMinutes(10), work: Duration.FromHours(1), backOut: Duration.FromMinutes(15)),
        }));
        await Do(ann, new StartReleaseBuild());

        console.Turn("releases-build");
        // snippet: releases-build
        var package = new Package(
            [new Artifact("payments", Digest.Of("payments 2.4.0"u8))],
            new Provenance(new ActorId("pipeline"), "9b1c07e", clock.GetCurrentInstant(), "build 4711"));

        var built = await Do(ann, new FinishBuild(package));
        var tested = await Do(ann, new PassTests(built.Subject!.Digest, "report 88"));

        Console.WriteLine(package);
        Console.WriteLine($"{tested.Subject!.Status}, tested {tested.Subject.Tested!.Abbreviated}");
        // end

        await Do(bob, new VoteOnRelease(VoteChoice.Approve, tested.Subject.Digest));
        await Do(cid, new DecideGo());
        await Do(otto, new ScheduleRelease(new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 22, 0))));
        await changes.HandleAsync(new ChangeId("CHG-1"), ScheduleChange.On(id), otto, new CommandId("aboard"));
        clock.Now = Instant.FromUtc(2026, 11, 3, 20, 10);

        console.Turn("releases-stage");
        // snippet: releases-stage
        await Do(otto, new DeployRelease());
        await foreach (var (tiding, told) in desk.TellAsync(id)) // or TellsChanges = true in the settings
        {
            Console.WriteLine($"{tiding.Change}: {told.Subject!.Status}");
        }

        Console.WriteLine((await Do(otto, new StartStage("canary", before.Package))).Refusals[0]);

        var canary = await Do(otto, new StartStage("canary", package.Digest));
        Console.WriteLine($"{canary.Subject!.ExposureOf(Production)} have it; {canary.Subject.VersionsServing(Production)} serve");

        clock.Now += Duration.FromMinutes(10);
        foreach (var refusal in (await Do(otto, new FinishStage("canary"))).Refusals)
        {
            Console.WriteLine(refusal);
        }
        // end

        console.Turn("releases-gate");
        // snippet: releases-gate
        var watcher = Actor.Service(new ActorId("watcher"), owner: otto.Id);
        var report = Digest.Of("the report as it was rendered"u8);

        await Do(watcher, new RecordGateEvidence(GateEvidence.Of("error budget", new ErrorBudget(remaining: 300, total: 1_000), clock.Now, "budget of November", report)));
        var failed = await Do(watcher, new RecordGateEvidence(GateEvidence.Of("error rate", GateVerdict.Failed, clock.Now, "analysis 12", report)));
        Console.WriteLine($"{failed.Subject!.Status}, with {failed.Subject.ExposureOf(Production)} exposed");

        Console.WriteLine((await Do(otto, new ContinueRollout())).Refusals[0]);
        // end

        console.Turn("releases-back");
        // snippet: releases-back
        var back = await Do(otto, new RollBackRelease("The error rate doubled", failed.Subject.WayBack));
        Console.WriteLine($"{back.Subject!.Status} to {((ReleaseRollBackStarted)back.Events[0]).To}");

        var done = await Do(otto, new FinishRollBack());
        Console.WriteLine($"{done.Subject!.Status}: {done.Subject.ExposureOf(Production)} have it; {done.Subject.VersionsServing(Production)} serve");
        // end
    }
}
