// snippet: emergencies-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to emergencies.</summary>
internal sealed class EmergenciesProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (store, clock, ann, bob, cid, dora, otto) = (new InMemoryEventStore(), new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0)), House.Ann, House.Bob, House.Cid, House.Dora, House.Otto);

        // snippet: emergencies-facts
        var (cab, captains) = (new RoleId("cab"), new RoleId("duty-captains"));
        var yearEnd = new Freeze(
            new RuleId("year-end"), "Year end", "Europe/London", Recurrence.Yearly(new AnnualDate(11, 1), LocalTime.Midnight), RuleLength.For(Duration.FromDays(30)), Scope.Everything, "books are closed")
        {
            Exempt = [new ChangeClass("emergency")],
            Override = new FreezeOverride(captains, proposalStands: Duration.FromHours(2)),
        };
        var facts = House.Facts with
        {
            Calendar = ChangeCalendar.Define(new CalendarId("main"), 2, CalendarDefault.OpenByDefault, [yearEnd], DateTimeZoneProviders.Tzdb),
            Directory = House.Directory with { Memberships = House.Directory.Memberships.With(new Membership(captains, [ann.Id, dora.Id, otto.Id])) },
            Policy = new ApprovalPolicy(new PolicyId("house"), 2, [
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(1, cab)),
                new ApprovalRule("emergency", ApprovalAct.Authorize, Ask.Of(1, cab)),
                new ApprovalRule("emergency", ApprovalAct.Ratify, Ask.Of(2, cab)),
                new ApprovalRule("retrospective", ApprovalAct.Ratify, Ask.Of(1, cab))]),
            Emergencies = new EmergencyTerms(
                leastSeverity: Grade.High, breakGlassLimit: 2, breakGlassPeriod: Duration.FromDays(30),
                proposalStands: Duration.FromMinutes(30), ratifyWithin: Duration.FromDays(1), reviewWithin: Duration.FromDays(5)),
            Incidents = [new KnownIncident(new IncidentId("INC-7"), Grade.Critical)],
        };
        var desk = new ChangeDesk(store, facts, clock, new DeskSettings(new TenantId("acme")));
        // end

        console.Turn("emergencies-glass");
        // snippet: emergencies-glass
        var fix = new ChangeId("CHG-1");
        await desk.HandleAsync(fix, new OpenChange(fix, "emergency", House.Content with { Incident = new IncidentId("INC-7") }), ann, new CommandId("e-1"));
        await desk.HandleAsync(fix, new ProposeBreakGlass("Payments are down, and nobody of the board answers"), dora, new CommandId("e-2"));

        var alone = await desk.HandleAsync(fix, new ConfirmBreakGlass(), dora, new CommandId("e-3"));
        Console.WriteLine(alone.Refusals[0]);

        var broken = await desk.HandleAsync(fix, new ConfirmBreakGlass(), otto, new CommandId("e-4"));
        var started = (GlassBroken)broken.Events.Single();
        Console.WriteLine($"{broken.Subject!.Status}, for {started.Slots.Single()}");
        Console.WriteLine($"to ratify before {started.Debt.RatifyBy}, to review before {started.Debt.ReviewBy}");
        // end

        console.Turn("emergencies-debt");
        // snippet: emergencies-debt
        await desk.HandleAsync(fix, new CompleteChange(), otto, new CommandId("e-5"));
        clock.Now += Duration.FromDays(2);
        await foreach (var (id, outcome) in desk.EscalateEachAsync(await desk.DebtorsAsync(), otto, new CommandId("sweep")))
        {
            Console.WriteLine($"{id}: {((DebtEscalated)outcome.Events.Single()).Parts} overdue");
        }

        var next = new ChangeId("CHG-2");
        await desk.HandleAsync(next, new OpenChange(next, "emergency", House.Content with { Incident = new IncidentId("INC-7") }), ann, new CommandId("n-1"));
        var indebted = await desk.HandleAsync(next, new ProposeBreakGlass("It is down again"), dora, new CommandId("n-2"));
        Console.WriteLine(indebted.Refusals[0]);
        // end

        console.Turn("emergencies-pay");
        // snippet: emergencies-pay
        var digest = (await desk.FindAsync(fix))!.Digest;
        await desk.HandleAsync(fix, new VoteOnChange(VoteChoice.Approve, digest), bob, new CommandId("e-6"));
        await desk.HandleAsync(fix, new VoteOnChange(VoteChoice.Approve, digest), cid, new CommandId("e-7"));
        await desk.HandleAsync(fix, new RatifyChange(), otto, new CommandId("e-8"));
        await desk.HandleAsync(fix, new ReviewChange(ReviewOutcome.Successful, "Alarm on the pool, not on the timeouts"), bob, new CommandId("e-9"));
        var closed = await desk.HandleAsync(fix, new CloseChange(), bob, new CommandId("e-10"));
        Console.WriteLine($"{closed.Subject!.Status}, owing {closed.Subject.Owed}");

        var paid = await desk.HandleAsync(next, new ProposeBreakGlass("It is down again"), dora, new CommandId("n-3"));
        Console.WriteLine($"glass may be broken: {paid.IsAccepted}");
        // end

        console.Turn("emergencies-found");
        // snippet: emergencies-found
        var found = new ChangeId("CHG-3");
        var deed = new Deed("pool.size was set to 5 000 by hand", Instant.FromUtc(2026, 11, 3, 2, 0), dora.Id);
        await desk.HandleAsync(found, new OpenChange(found, "retrospective", House.Content with { Deed = deed }), ann, new CommandId("f-1"));
        await desk.HandleAsync(found, new SubmitChange(), ann, new CommandId("f-2"));
        await desk.HandleAsync(found, new RepudiateChange("It starves the ledger"), bob, new CommandId("f-3"));
        await desk.HandleAsync(found, new ReviewChange(ReviewOutcome.Failed), cid, new CommandId("f-4"));
        var still = await desk.HandleAsync(found, new CloseChange(), cid, new CommandId("f-5"));
        Console.WriteLine(still.Refusals[0]);
        // end

        // snippet: emergencies-reversal
        var undo = House.Content with { Title = "Set pool.size back", Incident = new IncidentId("INC-7"), Reverses = found };
        // end
        var reversal = new ChangeId("CHG-4");
        await CloseAsync(desk, reversal, undo);

        console.Turn("emergencies-reversed");
        // snippet: emergencies-reversed
        var reversed = await desk.HandleAsync(found, new CloseChange(Reversal: reversal), cid, new CommandId("f-6"));
        Console.WriteLine($"{found}: {reversed.Subject!.Status}");
        // end

        clock.Now = Instant.FromUtc(2026, 11, 9, 9, 0);
        var planned = new ChangeId("CHG-5");
        await House.BringAsync(desk, planned, "normal", bob);

        console.Turn("emergencies-freeze");
        // snippet: emergencies-freeze
        var slot = new Slot(Instant.FromUtc(2026, 11, 10, 20, 0), Instant.FromUtc(2026, 11, 10, 22, 0));
        var frozen = await desk.HandleAsync(planned, new ScheduleChange(slot), otto, new CommandId("p-1"));
        Console.WriteLine(frozen.Refusals[0]);

        await desk.HandleAsync(planned, new ProposeFreezeOverride(yearEnd.Id, slot.Start, "The old pool does not last until December"), dora, new CommandId("p-2"));
        var requester = await desk.HandleAsync(planned, new ConfirmFreezeOverride(yearEnd.Id, slot.Start), ann, new CommandId("p-3"));
        Console.WriteLine(requester.Refusals[0]);

        await desk.HandleAsync(planned, new ConfirmFreezeOverride(yearEnd.Id, slot.Start), otto, new CommandId("p-4"));
        var scheduled = await desk.HandleAsync(planned, new ScheduleChange(slot), otto, new CommandId("p-5"));
        Console.WriteLine($"{scheduled.Subject!.Status}, past {scheduled.Subject.FreezePasses}");
        // end
    }

    /// <summary>Brings an emergency from its opening to its end.</summary>
    private static async Task CloseAsync(ChangeDesk desk, ChangeId id, ChangeContent content)
    {
        var sent = 0;
        async Task<Digest> Do(Actor actor, ChangeCommand command)
        {
            var outcome = await desk.HandleAsync(id, command, actor, new CommandId(FormattableString.Invariant($"{id}-{++sent}")));
            outcome.Refusals.Should().BeEmpty();
            return outcome.Subject!.Digest;
        }

        await Do(House.Ann, new OpenChange(id, "emergency", content));
        await Do(House.Bob, new VoteOnChange(VoteChoice.Approve, await Do(House.Ann, new SubmitChange())));
        await Do(House.Otto, new AuthorizeChange());
        await Do(House.Otto, new StartChange());
        var made = await Do(House.Otto, new CompleteChange());
        await Do(House.Bob, new VoteOnChange(VoteChoice.Approve, made));
        await Do(House.Cid, new VoteOnChange(VoteChoice.Approve, made));
        await Do(House.Otto, new RatifyChange());
        await Do(House.Bob, new ReviewChange(ReviewOutcome.Successful));
        await Do(House.Bob, new CloseChange());
    }
}
