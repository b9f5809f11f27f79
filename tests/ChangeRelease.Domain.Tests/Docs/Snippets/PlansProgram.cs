// snippet: plans-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to plans and dependencies.</summary>
internal sealed class PlansProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (ann, bob, dan, ivan) = (House.Ann, House.Bob, House.Dan, Actor.Human(new ActorId("ivan")));
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        var desk = new ChangeDesk(new InMemoryEventStore(), House.Facts, clock, new DeskSettings(new TenantId("acme")));

        var (draft, sent) = (House.Content, 0);

        console.Turn("plans-tasks");
        // snippet: plans-tasks
        var payments = new ServiceId("payments");
        var implementation = ChangePlan.Of(
            new PlanTask("Copy the orders") { Owner = TaskOwner.Of(ivan.Id), Length = Duration.FromMinutes(15) },
            new PlanTask("Compare the counts") { Owner = TaskOwner.Of(new RoleId("dba")), Length = Duration.FromMinutes(5), Evidence = "both counts" },
            new PlanTask("Switch over") { Length = Duration.FromMinutes(5), IsPointOfNoReturn = true, Outages = [new Outage(payments, Duration.FromMinutes(2))] });

        var content = draft with
        {
            Title = "Move the orders",
            ImplementationPlan = implementation,
            TestPlan = ChangePlan.Of("Rehearse on the copy of last night", "Place an order"),
            RemediationPlan = ChangePlan.Of("Drop the copy"),
        };
        Console.WriteLine(implementation);
        // end

        console.Turn("plans-refused");
        // snippet: plans-refused
        var id = new ChangeId("CHG-1");
        await Try(ann, new OpenChange(id, "normal", content with { RemediationPlan = ChangePlan.Of(new PlanTask("Copy back") { Length = Duration.FromMinutes(20), IsPointOfNoReturn = true }) }));
        await Try(ann, new SubmitChange());
        await Try(ann, new AmendChange(content));
        await Try(ann, new SubmitChange());
        // end

        console.Turn("plans-record");
        // snippet: plans-record
        await Try(dan, new AssessChange(Grade.Medium, Grade.Low, "One service", [House.November]));
        await Try(bob, new VoteOnChange(VoteChoice.Approve, (await desk.FindAsync(id))!.Digest));
        await Try(bob, new AuthorizeChange());
        await Try(ivan, new RecordChangeTask("Copy the orders"));
        await Try(ivan, new RecordChangeTask("Rehearse on the copy of last night"));

        var evening = new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 21, 0));
        await Try(ann, new ScheduleChange(evening));
        clock.Now = evening.Start + Duration.FromMinutes(5);
        await Try(ivan, new StartChange());
        await Try(ivan, new RecordChangeTask("Compare the counts", "4,711 here, 4,711 there"));
        await Try(ivan, new RecordChangeTask("Copy the orders"));
        await Try(ivan, new RecordChangeTask("Compare the counts"));
        await Try(ivan, new CompleteChange());

        var progress = (await desk.FindAsync(id))!.ProgressOf(PlanKind.Implementation);
        Console.WriteLine($"{progress.Done.Count} done, next: {progress.Next}");
        // end

        console.Turn("plans-forward");
        // snippet: plans-forward
        await Try(ivan, new RecordChangeTask("Compare the counts", "4,711 here, 4,711 there"));
        await Try(ivan, new RecordChangeTask("Switch over"));
        await Try(ivan, new BackOutChange("Orders are slow"));
        // end

        console.Turn("plans-depend");
        // snippet: plans-depend
        id = new ChangeId("CHG-2");
        await Try(ann, new OpenChange(id, "normal", draft with { Title = "Retire the old server", DependsOn = [new ChangeId("CHG-1"), new ChangeId("CHG-3")] }));
        await Try(ann, new SubmitChange());

        id = new ChangeId("CHG-3");
        await Try(ann, new OpenChange(id, "normal", draft with { Title = "Keep the backups", DependsOn = [new ChangeId("CHG-2")] }));
        await Try(ann, new SubmitChange());
        // end

        async Task Try(Actor actor, ChangeCommand command)
        {
            var outcome = await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"command-{++sent}")));
            Console.WriteLine($"{actor.Id} {command.GetType().Name}: {(outcome.IsAccepted ? outcome.Subject!.Status : "refused")}");
            foreach (var refusal in outcome.Refusals.Where(refusal => !refusal.IsUnjudged))
            {
                Console.WriteLine($"  {refusal}");
            }
        }
    }
}
