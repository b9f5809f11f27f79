using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Embedding.Rivals;
using NodaTime;
using static ChangeRelease.Domain.Tests.Embedding.World;
using ChangeBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ChangeId, ChangeRelease.Domain.Changes.ChangeRequest, ChangeRelease.Domain.Changes.ChangeCommand, ChangeRelease.Domain.Changes.ChangeEvent>;
using ReleaseBid = ChangeRelease.Domain.Tests.Embedding.Rivals.DeskBid<ChangeRelease.Domain.Foundation.ReleaseId, ChangeRelease.Domain.Releases.Release, ChangeRelease.Domain.Releases.ReleaseCommand, ChangeRelease.Domain.Releases.ReleaseEvent>;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>Those who approve: two of four, or their board, for a change that Ann requested and for a release with it aboard; what they can do at a desk of their own.</summary>
internal static class Panel
{
    public const int Quorum = 2;

    public static readonly Actor Fay = Person("fay");
    public static readonly Actor Sven = Person("sven");
    public static readonly RoleId Members = new("cab");
    public static readonly ValueList<ActorId> Cab = [Ann.Id, Bob.Id, Cid.Id, Eve.Id, Fay.Id];
    public static readonly Board Board = new(new BoardId("cab"), Members, new RoleId("cab-recorders"), Threshold.Number(Quorum));

    private static readonly FactBook Book = new()
    {
        Directory = new DirectorySnapshot("1", [new Membership(Members, Cab), new Membership(Board.Recorders, [Sven.Id]), new Membership(Domain.Changes.Needs.Assessors, [Dan.Id])]) { Boards = [Board] },
        Policy = new ApprovalPolicy(
            new PolicyId("p"), 1,
            [
                new ApprovalRule("normal", ApprovalAct.Authorize, Ask.AnyOf(Ask.Of(Quorum, Members), Ask.Board(Board.Id))),
                new ApprovalRule("minor", ApprovalAct.Authorize, Ask.AnyOf(Ask.Of(Quorum, Members), Ask.Board(Board.Id))),
            ]),
        Scheme = AssessmentScheme.Plain,
    };

    /// <summary>Opened, handed in, assessed: the change waits for votes.</summary>
    public static Bid[] Waiting { get; } =
    [
        On(new OpenChange(One, "normal", Work), Ann, "open"),
        On(new SubmitChange(), Ann, "submit"),
        Assess("assess"),
    ];

    /// <summary>The change as it waits for votes.</summary>
    public static ChangeRequest Change { get; } = Found(Waiting, (store, tenant) => Changes(store, tenant, 0).FindAsync(One));

    /// <summary>The same, amended and assessed again.</summary>
    public static ChangeRequest Amended { get; } = Found([.. Waiting, Amend("amend"), Assess("again")], (store, tenant) => Changes(store, tenant, 0).FindAsync(One));

    /// <summary>The change is authorized, and the release that carries it is built and tested: it waits for its go.</summary>
    public static Bid[] Ready { get; } =
    [
        .. Waiting,
        Vote(Bob, "bob"),
        Vote(Cid, "cid"),
        Authorize(Bob, "authorize"),
        On(new OpenRelease(Train, World.Package), Ann, "open"),
        On(new StartReleaseBuild(), Ann, "build"),
        On(new FinishBuild(Built), Ann, "built"),
        On(new PassTests(Tested(), "report"), Ann, "tested"),
    ];

    /// <summary>The release as it waits for its go.</summary>
    public static Release Release { get; } = Found(Ready, (store, tenant) => Releases(store, tenant, 0).FindAsync(Train));

    public static ChangeBid On(ChangeCommand command, Actor actor, string id, int minutes = 0) =>
        new((store, tenant) => Changes(store, tenant, minutes), One, command, actor, id);

    public static ReleaseBid On(ReleaseCommand command, Actor actor, string id) =>
        new((store, tenant) => Releases(store, tenant, 0), Train, command, actor, id);

    public static ChangeBid Vote(Actor actor, string id, VoteChoice choice = VoteChoice.Approve) => On(new VoteOnChange(choice, Change.Digest), actor, id);

    public static ChangeBid Withdraw(Actor actor, string id) => On(new WithdrawChangeVote(), actor, id);

    public static ChangeBid Authorize(Actor actor, string id) => On(new AuthorizeChange(), actor, id);

    public static ChangeBid Amend(string id) => On(new AmendChange(Work with { TestPlan = ChangePlan.Of("another") }), Ann, id);

    public static ChangeBid Assess(string id) => On(new AssessChange(Grade.Low, Grade.Low, "small", [new Slot(Opening, Opening + Duration.FromDays(60))]), Dan, id);

    public static ChangeBid Decide(string id) => On(new RecordBoardDecision(Board.Id, [Ann.Id, Bob.Id, Cid.Id], VoteChoice.Approve, Change.Digest), Sven, id);

    public static ChangeBid Undecide(string id) => On(new WithdrawBoardDecision(Board.Id, "not yet"), Sven, id);

    public static ReleaseBid VoteGo(Actor actor, string id) => On(new VoteOnRelease(VoteChoice.Approve, Release.Digest), actor, id);

    public static ReleaseBid WithdrawGo(Actor actor, string id) => On(new WithdrawReleaseVote(), actor, id);

    public static ReleaseBid Go(Actor actor, string id) => On(new DecideGo(), actor, id);

    private static ChangeDesk Changes(IEventStore store, TenantId tenant, int minutes) => new(store, Book, new Watch(minutes), Settings(tenant));

    private static ReleaseDesk Releases(IEventStore store, TenantId tenant, int minutes) => new(store, Book, new Watch(minutes), Settings(tenant));

    // Eight racers, each of whom is in the way of all others twice at most.
    private static DeskSettings Settings(TenantId tenant) => new(tenant) { Attempts = 20 };

    private static Digest Tested() => Found(
        [On(new OpenRelease(Train, World.Package), Ann, "open"), On(new StartReleaseBuild(), Ann, "build"), On(new FinishBuild(Built), Ann, "built")],
        (store, tenant) => Releases(store, tenant, 0).FindAsync(Train)).Digest;

    private static T Found<T>(Bid[] bids, Func<IEventStore, TenantId, ValueTask<T?>> find)
        where T : class
    {
        var store = new InMemoryEventStore();
        foreach (var bid in bids)
        {
            bid.DoAsync(store, Tenant).GetAwaiter().GetResult().Should().Be("done", "{0} is part of the beginning", bid);
        }

        return find(store, Tenant).AsTask().GetAwaiter().GetResult()!;
    }
}
