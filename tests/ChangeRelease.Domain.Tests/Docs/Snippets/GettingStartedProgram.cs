// snippet: start-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The program that the first guide builds.</summary>
internal sealed class GettingStartedProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;

        // snippet: start-facts
        var production = new EnvironmentId("production");
        var calendar = ChangeCalendar.Define(
            new CalendarId("main"), version: 1, CalendarDefault.ClosedByDefault,
            [
                new Window(
                    new RuleId("evenings"), "Evenings", "Europe/London",
                    Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday),
                    RuleLength.Until(new LocalTime(23, 0)),
                    Scope.Environment(production)) { Capacity = 2 },
                new Freeze(
                    new RuleId("audit"), "Audit", "Europe/London",
                    Recurrence.Once(new LocalDateTime(2026, 11, 3, 0, 0)), RuleLength.Until(new LocalDateTime(2026, 11, 5, 0, 0)),
                    Scope.Everything, reason: "The auditors are in the house"),
            ],
            DateTimeZoneProviders.Tzdb);

        Actor Person(string name) => Actor.Human(new ActorId(name));
        var (ann, bob, cid, dan) = (Person("ann"), Person("bob"), Person("cid"), Person("dan"));
        var cab = new RoleId("cab");
        var facts = new FactBook
        {
            Calendar = calendar,
            Directory = new DirectorySnapshot("2026-11-01", [
                new Membership(cab, [ann.Id, bob.Id, cid.Id]),
                new Membership(Needs.Assessors, [dan.Id])]),
            Policy = new ApprovalPolicy(new PolicyId("house"), 1, [
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(2, cab))]),
            Scheme = AssessmentScheme.Plain,
        };
        // end

        // snippet: start-desk
        var store = new InMemoryEventStore();
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));
        var tenant = new TenantId("acme");
        var desk = new ChangeDesk(store, facts, clock, new DeskSettings(tenant));
        var id = new ChangeId("CHG-1");
        var sent = 0;

        async Task Try(Actor actor, ChangeCommand command)
        {
            var outcome = await desk.HandleAsync(id, command, actor, new CommandId($"command-{++sent}"));
            Console.WriteLine($"{actor} {command.GetType().Name}: {(outcome.IsAccepted ? outcome.Subject!.Status.Name : "refused")}");
            foreach (var refusal in outcome.Refusals)
            {
                Console.WriteLine($"  {refusal}");
            }
        }
        // end

        console.Turn("start-submit");
        // snippet: start-submit
        var content = new ChangeContent
        {
            Title = "Raise the connection pool of payments",
            Justification = "It runs dry every Monday",
            Services = [new ServiceId("payments")],
            Environments = [production],
            ImplementationPlan = ChangePlan.Of("Set pool.size to 200 and restart, one node after the other"),
            Effort = new Effort(preparation: Duration.FromMinutes(10), work: Duration.FromMinutes(30), backOut: Duration.FromMinutes(15)),
        };
        await Try(ann, new OpenChange(id, "normal", content));
        await Try(ann, new SubmitChange());
        // end

        console.Turn("start-amend");
        // snippet: start-amend
        var complete = content with
        {
            RemediationPlan = ChangePlan.Of("Set pool.size to 100 and restart"),
            TestPlan = ChangePlan.Of("Load test with 150 clients"),
        };
        await Try(ann, new AmendChange(complete));
        await Try(ann, new SubmitChange());
        // end

        console.Turn("start-assess");
        // snippet: start-assess
        var november = new Slot(Instant.FromUtc(2026, 11, 2, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0));
        await Try(dan, new AssessChange(Grade.Medium, Grade.Low, "One service, one setting", [november]));
        // end

        console.Turn("start-vote");
        // snippet: start-vote
        var seen = (await desk.FindAsync(id))!.Digest;
        await Try(ann, new VoteOnChange(VoteChoice.Approve, seen));
        await Try(bob, new VoteOnChange(VoteChoice.Approve, seen));
        await Try(bob, new AuthorizeChange());
        await Try(cid, new VoteOnChange(VoteChoice.Approve, seen));
        await Try(bob, new AuthorizeChange());
        // end

        console.Turn("start-schedule");
        // snippet: start-schedule
        var tonight = new Slot(Instant.FromUtc(2026, 11, 3, 20, 0), Instant.FromUtc(2026, 11, 3, 21, 0));
        await Try(ann, new ScheduleChange(tonight));

        var search = await desk.EarliestSlotAsync(id, clock.GetCurrentInstant(), Instant.FromUtc(2026, 12, 1, 0, 0));
        foreach (var obstacle in search!.Obstacles)
        {
            Console.WriteLine(obstacle);
        }

        await Try(ann, new ScheduleChange(search.Slot!));
        // end

        console.Turn("start-start");
        // snippet: start-start
        await Try(ann, new StartChange());

        clock.Now = search.Slot!.Start + Duration.FromMinutes(1);
        await Try(ann, new StartChange());
        await Try(ann, new CompleteChange());
        // end

        console.Turn("start-close");
        // snippet: start-close
        await Try(bob, new CloseChange());
        await Try(bob, new ReviewChange(ReviewOutcome.Successful, "The pool held on the first Monday"));
        await Try(bob, new CloseChange());
        // end

        console.Turn("start-history");
        // snippet: start-history
        var records = new List<EventRecord>();
        await foreach (var record in store.ReadAsync(new StreamId(tenant, "change", id.Value), afterVersion: 0, CancellationToken.None))
        {
            records.Add(record);
            Console.WriteLine($"{record.Version,2} {record.At.ToText()} {record.Actor,-4} {record.Type}");
        }

        Console.WriteLine($"intact: {HashChain.Verify(records).IsIntact}");
        // end

        console.Turn("start-table-used");
        // snippet: start-table-used
        var other = new ChangeDesk(new TableStore(), new HouseFacts(calendar), SystemClock.Instance, new DeskSettings(tenant));
        await other.HandleAsync(id, new OpenChange(id, "normal", complete), ann, new CommandId("open"));
        await other.HandleAsync(id, new SubmitChange(), ann, new CommandId("submit"));
        var assessed = await other.HandleAsync(id, new AssessChange(Grade.Low, Grade.Low, "", [november]), dan, new CommandId("assess"));
        var voted = await other.HandleAsync(id, new VoteOnChange(VoteChoice.Approve, assessed.Subject!.Digest), bob, new CommandId("vote"));

        Console.WriteLine($"{assessed.Subject.Status}, version {assessed.Version}");
        Console.WriteLine(string.Join('\n', voted.Refusals));
        // end
    }
}

// snippet: start-clock
internal sealed class HandSetClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
// end
