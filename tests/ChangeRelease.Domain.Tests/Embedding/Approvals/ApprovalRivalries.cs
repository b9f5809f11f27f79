using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using static ChangeRelease.Domain.Tests.Embedding.Approvals.Panel;
using static ChangeRelease.Domain.Tests.Embedding.World;
using ChangeBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ChangeId, ChangeRelease.Domain.Changes.ChangeRequest, ChangeRelease.Domain.Changes.ChangeCommand, ChangeRelease.Domain.Changes.ChangeEvent>;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>What two or three approvers want of one change or release at once. A command takes two port calls, so that each of those with two has four.</summary>
internal static class ApprovalRivalries
{
    private static readonly VoteArena Votes = new();
    private static readonly GoArena Goes = new();

    public static Rivalry[] All { get; } =
    [
        new("two vote and authorize", Votes, Waiting, [Vote(Bob, "b"), Authorize(Bob, "b2")], [Vote(Cid, "c"), Authorize(Cid, "c2")]),
        new("vote and withdraw, vote and authorize", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b"), Withdraw(Bob, "b2")], [Vote(Cid, "c"), Authorize(Cid, "c2")]),
        new("one voter votes twice and authorizes twice", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b"), Authorize(Bob, "b2")], [Vote(Bob, "c"), Authorize(Bob, "c2")]),
        new("the same vote and the same authorization twice", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b"), Authorize(Bob, "b2")], [Vote(Bob, "b"), Authorize(Bob, "b2")]),
        new("one voter approves and rejects", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b"), Authorize(Bob, "b2")], [Vote(Bob, "c", Domain.Approvals.VoteChoice.Reject), Withdraw(Bob, "c2")]),
        new("amend and assess, vote and authorize", Votes, [.. Waiting, Vote(Eve, "e")], [Amend("a"), Assess("a2")], [Vote(Bob, "b"), Authorize(Bob, "b2")]),
        new("amend and assess, withdraw and vote again", Votes, [.. Waiting, Vote(Eve, "e")], [Amend("a"), Assess("a2")], [Withdraw(Eve, "b"), Vote(Eve, "b2")]),
        new("amend and assess, vote on the new and authorize", Votes, [.. Waiting, Vote(Eve, "e")], [Amend("a"), Assess("a2")], [VoteNew("b"), Authorize(Bob, "b2")]),
        new("amend and assess, carry a vote over and authorize", Votes, [.. Waiting, Vote(Eve, "e"), Vote(Bob, "b")], [Amend("a"), Assess("a2")], [On(new CarryOverVote(Eve.Id, "the plan is the same"), Eve, "c"), Authorize(Bob, "c2")]),
        new("two authorize, one holds, one cancels", Votes, [.. Waiting, Vote(Eve, "e"), Vote(Bob, "b")], [Authorize(Bob, "b2"), On(new HoldChange("wait"), Bob, "b3")], [Authorize(Eve, "e2"), On(new CancelChange("no need"), Ann, "e3")]),
        new("reject and revise, vote and authorize", Votes, [.. Waiting, Vote(Eve, "e")], [On(new RejectChange("no"), Cid, "c"), On(new ReviseChange(), Ann, "c2")], [Vote(Bob, "b"), Authorize(Bob, "b2")]),
        new("a board decides and authorizes, one votes and authorizes", Votes, [.. Waiting, Vote(Eve, "e")], [Decide("d"), Authorize(Sven, "d2")], [Vote(Bob, "b"), Authorize(Bob, "b2")]),
        new("a board decides and takes it back, one votes and authorizes", Votes, Waiting, [Decide("d"), Undecide("d2")], [Vote(Bob, "b"), Authorize(Bob, "b2")]),
        new("a board decides twice, one amends", Votes, Waiting, [Decide("d"), Authorize(Sven, "d2")], [Amend("a"), Assess("a2")]),
        new("a title is edited, one votes and authorizes", Votes, [.. Waiting, Vote(Eve, "e")], [Retitle("a"), Authorize(Eve, "a2")], [Vote(Bob, "b"), Authorize(Bob, "b2")]),
        new("two vote for a go and decide it", Goes, Ready, [VoteGo(Bob, "gb"), Go(Bob, "gb2")], [VoteGo(Cid, "gc"), Go(Cid, "gc2")]),
        new("a go vote is taken back while another decides", Goes, [.. Ready, VoteGo(Bob, "gb")], [WithdrawGo(Bob, "gb2"), VoteGo(Bob, "gb3")], [VoteGo(Cid, "gc"), Go(Cid, "gc2")]),
        new("a go while what is aboard is amended", Goes, [.. Ready, VoteGo(Bob, "gb")], [VoteGo(Cid, "gc"), Go(Cid, "gc2")], [Amend("a"), Assess("a2")]),
        new("a go and a recall, a no-go and a new plan", Goes, [.. Ready, VoteGo(Bob, "gb"), VoteGo(Cid, "gc")], [Go(Bob, "gb2"), On(new RecallRelease(World.Package with { Title = "Winter" }, "later"), Ann, "gb3")], [On(new DecideNoGo("no"), Cid, "gc2"), On(new ReplanRelease(), Ann, "gc3")]),
        new("two vote, one authorizes", Votes, Waiting, [Vote(Bob, "b")], [Vote(Cid, "c")], [Authorize(Eve, "e")]),
        new("one votes, one withdraws, one authorizes", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b")], [Withdraw(Eve, "w")], [Authorize(Cid, "c")]),
        new("one votes, one amends, one authorizes", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b")], [Amend("a")], [Authorize(Cid, "c")]),
        new("three authorize", Votes, [.. Waiting, Vote(Eve, "e"), Vote(Bob, "b")], [Authorize(Bob, "1")], [Authorize(Cid, "2")], [Authorize(Eve, "3")]),
        new("one voter votes three times", Votes, Waiting, [Vote(Bob, "1")], [Vote(Bob, "2")], [Vote(Bob, "3")]),
        new("a board decides, one votes, one authorizes", Votes, [.. Waiting, Vote(Eve, "e")], [Decide("d")], [Vote(Bob, "b")], [Authorize(Cid, "c")]),
        new("two vote for a go, one decides it", Goes, Ready, [VoteGo(Bob, "gb")], [VoteGo(Cid, "gc")], [Go(Eve, "ge")]),
    ];

    /// <summary>Three actors with four port calls each: for those who have the time.</summary>
    public static Rivalry[] Long { get; } =
    [
        new("three vote, two authorize, one withdraws", Votes, Waiting, [Vote(Bob, "b"), Authorize(Bob, "b2")], [Vote(Cid, "c"), Authorize(Cid, "c2")], [Vote(Eve, "e"), Withdraw(Eve, "e2")]),
        new("vote and authorize, amend and assess, vote and withdraw", Votes, [.. Waiting, Vote(Eve, "e")], [Vote(Bob, "b"), Authorize(Bob, "b2")], [Amend("a"), Assess("a2")], [Vote(Cid, "c"), Withdraw(Cid, "c2")]),
        new("a board decides and authorizes, one votes and authorizes, one amends and assesses", Votes, [.. Waiting, Vote(Eve, "e")], [Decide("d"), Authorize(Sven, "d2")], [Vote(Bob, "b"), Authorize(Bob, "b2")], [Amend("a"), Assess("a2")]),
    ];

    private static ChangeBid VoteNew(string id) => On(new VoteOnChange(Domain.Approvals.VoteChoice.Approve, Amended.Digest), Bob, id);

    private static ChangeBid Retitle(string id) => On(new AmendChange(Change.Content with { Title = "Raise it" }), Eve, id);
}
