using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to releases about what comes before production.</summary>
internal sealed class PromotionProgram : IProgram
{
    private static readonly EnvironmentId Production = new("production");

    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (ann, bob, otto, id, store) = (House.Ann, House.Bob, House.Otto, new ReleaseId("REL-8"), new InMemoryEventStore());
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        var settings = new DeskSettings(new TenantId("acme"));
        var facts = House.Facts with { Policy = House.Facts.Policy! with { Rules = [.. House.Facts.Policy!.Rules, new ApprovalRule("minor", ApprovalAct.Authorize, Ask.Of(1, new RoleId("cab")))] } };
        await House.BringAsync(new ChangeDesk(store, facts, clock, settings), new ChangeId("CHG-1"), "normal", bob);
        var package = new Package([new Artifact("payments", Digest.Of("payments 2.4.0"u8))], new Provenance(new ActorId("pipeline"), "9b1c07e", clock.GetCurrentInstant(), "build 4711"));

        console.Turn("releases-path");
        // snippet: releases-path
        var (test, staging) = (new EnvironmentId("test"), new EnvironmentId("staging"));
        var path = new PromotionPath("payments",
        [
            new PromotionStep(test) { Gates = [Gate.Tests("smoke")] },
            new PromotionStep(staging) { Soak = Duration.FromHours(8) },
        ]);
        var desk = new ReleaseDesk(store, facts with { Promotion = path }, clock, settings);
        Console.WriteLine(path);
        // end

        var sent = 0;
        async Task<Outcome<Release, ReleaseEvent>> Do(Actor actor, ReleaseCommand command) =>
            await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"p{++sent}")));

        await Do(ann, new OpenRelease(id, new ReleaseContent
        {
            Title = "Payments in December",
            Version = SemanticVersion.Parse("2.5.0"),
            Changes = [new ChangeId("CHG-1")],
            Services = [new ServiceId("payments")],
            Environments = [Production],
            Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new RolloutStage("everyone", Production, Share.All)]),
            Criteria = [new Criterion(CriterionPoint.Go, Gate.Tests("load test"))],
            RemediationPlan = "Put 2.4.0 back",
            Effort = new Effort(preparation: Duration.FromMinutes(10), work: Duration.FromHours(1), backOut: Duration.FromMinutes(15)),
        }));
        await Do(ann, new StartReleaseBuild());
        await Do(ann, new FinishBuild(package));

        console.Turn("releases-promotion");
        // snippet: releases-promotion
        Console.WriteLine((await Do(otto, new PromoteRelease(staging, package.Digest))).Refusals[0]);

        var smoke = GateEvidence.Of("smoke", GateVerdict.Passed, clock.GetCurrentInstant(), "run 12", Digest.Of("the report"u8));
        await Do(otto, new PromoteRelease(test, package.Digest));
        await Do(otto, new FinishDeployment(test, DeploymentOutcome.Succeeded, "job 88"));
        await Do(otto, new RecordPromotionEvidence(test, smoke));
        await Do(otto, new PromoteRelease(staging, package.Digest));
        var deployed = await Do(otto, new FinishDeployment(staging, DeploymentOutcome.Succeeded, "job 89"));

        Console.WriteLine((await Do(ann, new PassTests(deployed.Subject!.Digest, "report 88"))).Refusals[0]);
        clock.Now += Duration.FromHours(8);
        var tested = await Do(ann, new PassTests(deployed.Subject.Digest, "report 88"));
        Console.WriteLine($"{tested.Subject!.Status}: {string.Join("; ", tested.Subject.Deployments)}");
        // end

        console.Turn("releases-criterion");
        // snippet: releases-criterion
        await Do(bob, new VoteOnRelease(VoteChoice.Approve, tested.Subject.Digest));
        Console.WriteLine((await Do(bob, new DecideGo())).Refusals[0]);

        await Do(otto, new RecordCriterionEvidence(GateEvidence.Of("load test", GateVerdict.Passed, clock.GetCurrentInstant(), "run 31", Digest.Of("1,000 a second"u8))));
        Console.WriteLine((await Do(bob, new DecideGo())).Subject!.Status);
        // end

        console.Turn("releases-diagram");
        // snippet: releases-diagram
        var release = (await desk.FindAsync(id))!;
        Console.WriteLine(Diagram.Mermaid(ReleaseModels.Ordinary.Lifecycle.Description, new Drawing { Current = release.Status }));
        // end
    }
}
