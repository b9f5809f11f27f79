// snippet: boards-usings
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to boards.</summary>
internal sealed class BoardsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        var (ann, bob, cid, otto, id) = (House.Ann, House.Bob, House.Cid, House.Otto, new ChangeId("CHG-1"));
        var clock = new HandSetClock(Instant.FromUtc(2026, 11, 2, 9, 0));

        // snippet: boards-setup
        var cab = new BoardId("cab");
        var (members, recorders) = (new RoleId("cab-members"), new RoleId("cab-recorders"));
        var facts = House.Facts with
        {
            Directory = House.Directory with
            {
                Memberships = [
                    .. House.Directory.Memberships,
                    new Membership(members, [ann.Id, bob.Id, cid.Id]),
                    new Membership(recorders, [otto.Id])],
                Boards = [new Board(cab, members, recorders, quorum: Threshold.Share(2, 3))],
            },
            Policy = new ApprovalPolicy(new PolicyId("house"), 2, [
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Board(cab))]),
        };
        // end

        var desk = new ChangeDesk(new InMemoryEventStore(), facts, clock, new DeskSettings(new TenantId("acme")));
        await House.BringAsync(desk, id, "normal");
        var change = (await desk.FindAsync(id))!;

        console.Turn("boards-meetings");
        // snippet: boards-meetings
        var calendar = BoardCalendar.Define(
            cab, "Europe/London", Recurrence.Weekly(new LocalTime(14, 0), IsoDayOfWeek.Tuesday),
            length: Duration.FromHours(1), cutOff: Duration.FromHours(24), DateTimeZoneProviders.Tzdb);
        foreach (var meeting in calendar.Next(clock.Now, 2))
        {
            Console.WriteLine($"{meeting.Slot.Start}, agenda closed at {meeting.CutOff}");
        }
        // end

        console.Turn("boards-agenda");
        // snippet: boards-agenda
        var known = new ChangeFacts(new Stamp(clock.Now, otto, new CommandId("agenda")), ChangeModelCatalog.BuiltIn) { Directory = facts.Directory, Policy = facts.Policy };
        var agenda = BoardAgenda.Of(AgendaTerms.For(calendar.Next(clock.Now, 1)[0]), [change], known, PriorityTable.Plain);
        foreach (var item in agenda.Items)
        {
            Console.WriteLine($"{item.Priority}: {item.Change} since {item.Since}, can be decided: {item.IfAllAttend.IsReached}");
            Console.WriteLine($"struck out: {item.IfAllAttend.Struck}");
        }
        // end

        console.Turn("boards-refused");
        // snippet: boards-refused
        var early = await desk.HandleAsync(
            id, new RecordBoardDecision(cab, [ann.Id, bob.Id], VoteChoice.Approve, change.Digest), otto, new CommandId("cab-1"));
        Console.WriteLine(early.Refusals[0]);
        Console.WriteLine(early.Refusals[0].Facts.Single(fact => fact.Name == "struck out").Value);
        // end

        console.Turn("boards-decide");
        // snippet: boards-decide
        var rulings = new[] { new BoardRuling(id, VoteChoice.Approve, change.Digest, [ann.Id, bob.Id, cid.Id], "Rehearsed") };
        await foreach (var (ruling, outcome) in desk.DecideEachAsync(cab, rulings, otto, new CommandId("cab-2026-11-03")))
        {
            Console.WriteLine($"{ruling.Change}: {(outcome.IsAccepted ? outcome.Subject!.Votes[0] : outcome.Refusals)}");
        }

        var authorized = await desk.HandleAsync(id, new AuthorizeChange(), otto, new CommandId("authorize"));
        Console.WriteLine(authorized.Subject!.Status);
        // end
    }
}
