// snippet: boards-usings
using ChangeRelease.Domain.Approvals;
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

        console.Turn("boards-refused");
        // snippet: boards-refused
        var early = await desk.HandleAsync(
            id, new RecordBoardDecision(cab, [ann.Id, bob.Id], VoteChoice.Approve, change.Digest), otto, new CommandId("cab-1"));
        Console.WriteLine(early.Refusals[0]);
        Console.WriteLine(early.Refusals[0].Facts.Single(fact => fact.Name == "struck out").Value);
        // end

        console.Turn("boards-decide");
        // snippet: boards-decide
        var decided = await desk.HandleAsync(
            id, new RecordBoardDecision(cab, [ann.Id, bob.Id, cid.Id], VoteChoice.Approve, change.Digest, "Rehearsed"), otto, new CommandId("cab-2"));
        Console.WriteLine(((VoteCast)decided.Events[0]).Vote);

        var authorized = await desk.HandleAsync(id, new AuthorizeChange(), otto, new CommandId("authorize"));
        Console.WriteLine(authorized.Subject!.Status);
        // end
    }
}
