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

        var (store, settings) = (new InMemoryEventStore(), new DeskSettings(new TenantId("acme")));
        var desk = new ChangeDesk(store, facts, clock, settings);
        await House.BringAsync(desk, id, "normal");
        var change = (await desk.FindAsync(id))!;

        console.Turn("boards-meetings");
        // snippet: boards-meetings
        var calendar = BoardCalendar.Define(
            cab, "Europe/London", Recurrence.Weekly(new LocalTime(14, 0), IsoDayOfWeek.Tuesday),
            length: Duration.FromHours(1), cutOff: Duration.FromHours(24), DateTimeZoneProviders.Tzdb);
        foreach (var time in calendar.Next(clock.Now, 2))
        {
            Console.WriteLine($"{time.Slot.Start}, agenda closed at {time.CutOff}");
        }
        // end

        console.Turn("boards-agenda");
        // snippet: boards-agenda
        var known = new ChangeFacts(new Stamp(clock.Now, otto, new CommandId("agenda")), ChangeModelCatalog.BuiltIn) { Directory = facts.Directory, Policy = facts.Policy };
        var agenda = BoardAgenda.Of(AgendaTerms.For(calendar.Next(clock.Now, 1)[0]), [change], known, PriorityTable.Plain);
        foreach (var item in agenda.Items)
        {
            Console.WriteLine($"{item.Change} since {item.Since}, can be decided: {item.IfAllAttend.IsReached}");
            Console.WriteLine($"struck out: {item.IfAllAttend.Struck}");
        }
        // end

        console.Turn("boards-meeting");
        // snippet: boards-meeting
        var board = new BoardDesk(store, facts, clock, settings);
        var meeting = new MeetingId("cab-2026-11-03");
        MeetingCommand[] opening =
        [
            PlanMeeting.At(meeting, calendar.Next(clock.Now, 1)[0]),
            new SetMeetingAgenda(MeetingAgenda.Of(agenda)),
            new OpenMeeting([ann.Id, bob.Id]),
        ];
        foreach (var command in opening)
        {
            var outcome = await board.HandleAsync(meeting, command, otto, new CommandId($"cab {command.GetType().Name}"));
            Console.WriteLine($"{outcome.Subject!.Status}, present: {outcome.Subject.Present}");
        }
        // end

        console.Turn("boards-refused");
        // snippet: boards-refused
        var approve = new DecideItem(id, VoteChoice.Approve, change.Digest, "Rehearsed");
        var early = await board.HandleAsync(meeting, approve, otto, new CommandId("early"));
        Console.WriteLine(early.Refusals[0]);
        foreach (var fact in early.Refusals[0].Facts)
        {
            Console.WriteLine(fact);
        }
        // end

        console.Turn("boards-decide");
        // snippet: boards-decide
        await board.HandleAsync(meeting, new RecordArrival([cid.Id]), otto, new CommandId("cid comes"));
        var decided = await board.HandleAsync(meeting, approve, otto, new CommandId("decide"));
        Console.WriteLine(string.Join(", ", decided.Events.Select(happened => happened.GetType().Name)));

        var authorized = await desk.HandleAsync(id, new AuthorizeChange(), otto, new CommandId("authorize"));
        Console.WriteLine(authorized.Subject!.Status);
        // end

        console.Turn("boards-minutes");
        // snippet: boards-minutes
        await board.HandleAsync(meeting, new AdjournMeeting(), otto, new CommandId("adjourn"));
        var minutes = (await board.MinutesAsync(meeting))!;
        foreach (var item in minutes.Items)
        {
            Console.WriteLine($"{item.Pinned.Change}: {item.Decision!.Choice}, {item.Decision.Quorum.Counting} counted, {item.Decision.Quorum.Struck} did not");
        }

        var own = await board.HandleAsync(meeting, new ApproveMinutes(minutes.Digest), otto, new CommandId("own"));
        Console.WriteLine(own.Refusals[0]);
        await board.HandleAsync(meeting, new ApproveMinutes(minutes.Digest), bob, new CommandId("stand"));
        var kept = MeetingJson.ReadMinutes(MeetingJson.Write((await board.MinutesAsync(meeting))!));
        Console.WriteLine($"approved by {kept.Approval!.By}");
        // end
    }
}
