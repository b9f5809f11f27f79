// snippet: templates-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to templates.</summary>
internal sealed class TemplatesProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;

        // snippet: templates-content
        var content = new TemplateContent
        {
            Title = "Raise a connection pool",
            Services = [new ServiceId("payments"), new ServiceId("ledger")],
            Environments = [new EnvironmentId("production")],
            RiskCeiling = Grade.Low,
            ImplementationPlan = ChangePlan.Of("Set pool.size and restart, one node after the other"),
            TestPlan = ChangePlan.Of("Watch the waiting time for ten minutes"),
            RemediationPlan = ChangePlan.Of("Set pool.size back and restart"),
            Parameters =
            [
                new NumberParameter("size", "Connections in the pool.", atLeast: 50, atMost: 300),
                new ChoiceParameter("order", "Which node is restarted first.", ["primary", "replica"]),
            ],
            Validity = Duration.FromDays(90),
            MaximumUses = 20,
            Budget = new FailureBudget(failures: 2, ofLast: 10, toleratedIncident: Grade.Medium),
        };
        // end

        var (store, clock, ann, bob, cid, otto) = (new InMemoryEventStore(), new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)), House.Ann, House.Bob, House.Cid, House.Otto);

        // snippet: templates-desks
        var facts = House.Facts with
        {
            Policy = new ApprovalPolicy(new PolicyId("house"), 2, [
                new ApprovalRule("template", ApprovalAct.Authorize, Ask.Of(2, new RoleId("cab"))),
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(1, new RoleId("cab")))]),
        };
        var settings = new DeskSettings(new TenantId("acme"));
        var templates = new TemplateDesk(store, facts, clock, settings);
        var changes = new ChangeDesk(store, facts, clock, settings);
        // end

        console.Turn("templates-publish");
        // snippet: templates-publish
        var pool = new TemplateId("raise-pool");
        await templates.HandleAsync(pool, new ProposeTemplate(pool, content), ann, new CommandId("t-1"));
        var submitted = await templates.HandleAsync(pool, new SubmitTemplate(), ann, new CommandId("t-2"));
        var seen = submitted.Subject!.Digest;
        await templates.HandleAsync(pool, new VoteOnTemplate(VoteChoice.Approve, seen), bob, new CommandId("t-3"));
        await templates.HandleAsync(pool, new VoteOnTemplate(VoteChoice.Approve, seen), cid, new CommandId("t-4"));
        var published = await templates.HandleAsync(pool, new PublishTemplate(), otto, new CommandId("t-5"));

        var version = published.Subject!.InForce!;
        Console.WriteLine($"version {version.Number}, until {version.Expires}");
        // end

        console.Turn("templates-submit");
        // snippet: templates-submit
        var size = Parameter.Number("size", "Connections in the pool.");
        var order = Parameter.Text("order", "Which node is restarted first.");

        var wish = content.FillIn(pool, new ChangeContent
        {
            Title = "Raise the pool of payments",
            Justification = "It runs dry every Monday",
            Services = [new ServiceId("payments")],
            Environments = [new EnvironmentId("production")],
            Effort = new Effort(Duration.FromMinutes(10), Duration.FromMinutes(30), Duration.FromMinutes(15)),
            AcceptableTimes = [new Slot(Instant.FromUtc(2026, 11, 2, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0))],
            TemplateArguments = Arguments.Of(size, 400).With(order, "replica"),
        });
        var change = new ChangeId("CHG-1");
        await changes.HandleAsync(change, new OpenChange(change, "pre-approved", wish), ann, new CommandId("open"));
        var tooMuch = await changes.HandleAsync(change, new SubmitChange(), ann, new CommandId("submit"));
        Console.WriteLine(tooMuch.Refusals[0]);

        await changes.HandleAsync(change, new AmendChange(wish with { TemplateArguments = wish.TemplateArguments.With(size, 200) }), ann, new CommandId("amend"));
        var accepted = await changes.HandleAsync(change, new SubmitChange(), ann, new CommandId("submit-2"));
        Console.WriteLine($"{accepted.Subject!.Status} under {accepted.Subject.Pin}");
        // end

        console.Turn("templates-lapse");
        // snippet: templates-lapse
        await templates.HandleAsync(pool, new SuspendTemplate("The ledger came back with half of its nodes"), otto, new CommandId("t-6"));

        var slot = new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 22, 0));
        var late = await changes.HandleAsync(change, new ScheduleChange(slot), ann, new CommandId("schedule"));
        Console.WriteLine(late.Refusals[0]);
        // end

        console.Turn("templates-sweep");
        // snippet: templates-sweep
        await foreach (var (id, outcome) in changes.SweepTemplateAsync(pool, "The template is suspended", otto, new CommandId("sweep")))
        {
            var fell = (ChangeFellBack)outcome.Events.Single();
            Console.WriteLine($"{id}: {fell.Header.Status} of {fell.Model.Id}. {fell.Lapses[0]}");
        }

        var uses = (await templates.FindAsync(pool))!.Uses;
        Console.WriteLine($"uses in flight: {uses.Count}");
        // end

        console.Turn("templates-anew");
        // snippet: templates-anew
        await templates.HandleAsync(pool, new ReviseTemplate(content with { Services = [new ServiceId("payments")] }), ann, new CommandId("t-7"));
        var again = await templates.HandleAsync(pool, new SubmitTemplate(), ann, new CommandId("t-8"));
        await templates.HandleAsync(pool, new VoteOnTemplate(VoteChoice.Approve, again.Subject!.Digest), bob, new CommandId("t-9"));
        var alone = await templates.HandleAsync(pool, new PublishTemplate(), otto, new CommandId("t-10"));
        Console.WriteLine(alone.Refusals[0]);

        await templates.HandleAsync(pool, new VoteOnTemplate(VoteChoice.Approve, again.Subject.Digest), cid, new CommandId("t-11"));
        var second = await templates.HandleAsync(pool, new PublishTemplate(), otto, new CommandId("t-12"));
        Console.WriteLine($"version {second.Subject!.InForce!.Number}, suspended: {second.Subject.IsSuspended}");
        // end
    }
}
