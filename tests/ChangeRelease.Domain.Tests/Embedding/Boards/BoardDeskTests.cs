using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Boards;

/// <summary>Many decisions of one meeting, recorded at the desk one by one.</summary>
public sealed class BoardDeskTests : IClock
{
    private static readonly Board Cab = new(new BoardId("cab"), new RoleId("members"), new RoleId("recorders"), Threshold.Number(2));
    private static readonly ValueList<ActorId> Everybody = [World.Ann.Id, World.Bob.Id, World.Cid.Id];
    private static readonly CommandId Tuesday = new("cab-tuesday");

    private static readonly FactBook Facts = new()
    {
        Directory = new DirectorySnapshot("1", [new Membership(Cab.Members, Everybody), new Membership(Cab.Recorders, [World.Otto.Id]), new Membership(Domain.Changes.Needs.Assessors, [World.Dan.Id])]) { Boards = [Cab] },
        Policy = new ApprovalPolicy(new PolicyId("p"), 1, [new ApprovalRule("standard", ApprovalAct.Authorize, Ask.Board(Cab.Id))]),
        Templates = [new TemplateStanding(new TemplateId("pool"), 1, true, null, null, World.Work.Services, World.Work.Environments)],
    };

    private readonly InMemoryEventStore _store = new();
    private readonly List<ChangeId> _ids = [.. Enumerable.Range(1, 4).Select(number => new ChangeId(FormattableString.Invariant($"CHG-{number}")))];

    public Instant GetCurrentInstant() => World.Opening;

    [Fact]
    public async Task Each_change_is_decided_on_its_own_and_a_refused_one_keeps_no_other_back()
    {
        var seen = await Bring();
        var rulings = _ids.Select((id, place) => new BoardRuling(id, place == 3 ? VoteChoice.Reject : VoteChoice.Approve, place == 1 ? Digest.Zero : seen, place == 2 ? [World.Ann.Id, World.Bob.Id] : Everybody, "as discussed")).ToList();

        var outcomes = await Decide(Desk(_store), rulings);

        outcomes.Select(outcome => outcome.IsAccepted).Should().Equal(true, false, false, true);
        outcomes[1].Refusals.Select(refusal => refusal.Code).Should().Equal("change.authorization.vote-sees-other-content");
        outcomes[2].Refusals.Select(refusal => refusal.Code).Should().Equal("change.authorization.board-quorum-missing");
        (await Votes()).Should().Equal(1, 0, 0, 1);
    }

    [Fact]
    public async Task The_same_again_is_the_same_act()
    {
        var rulings = Rulings(await Bring());
        await Decide(Desk(_store), rulings);

        var again = await Decide(Desk(_store), rulings);

        again.Should().OnlyContain(outcome => outcome.IsAccepted && outcome.Events.Count == 0);
        (await Votes()).Should().Equal(1, 1, 1, 1);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    public async Task What_a_crash_left_undecided_is_decided_when_the_same_is_sent_again(int append, bool isAfter)
    {
        var rulings = Rulings(await Bring());
        await FluentActions.Awaiting(() => Decide(Desk(new FaultyStore(_store, append, isAfter) { Kind = "change" }), rulings)).Should().ThrowAsync<IOException>();
        (await Votes()).Sum().Should().Be(isAfter ? append : append - 1);

        (await Decide(Desk(_store), rulings)).Should().OnlyContain(outcome => outcome.IsAccepted);

        (await Votes()).Should().Equal(1, 1, 1, 1);
    }

    [Fact]
    public async Task The_same_identity_for_another_decision_is_refused()
    {
        var rulings = Rulings(await Bring());
        await Decide(Desk(_store), rulings);

        var other = await Decide(Desk(_store), [rulings[0] with { Choice = VoteChoice.Reject }]);

        other.Should().ContainSingle().Which.Refusals.Should().ContainSingle().Which.Code.Should().EndWith("reused");
    }

    private static List<BoardRuling> Rulings(ChangeId[] ids, Digest seen) => [.. ids.Select(id => new BoardRuling(id, VoteChoice.Approve, seen, Everybody))];

    private List<BoardRuling> Rulings(Digest seen) => Rulings([.. _ids], seen);

    private static async Task<List<Outcome<ChangeRequest, ChangeEvent>>> Decide(ChangeDesk desk, IEnumerable<BoardRuling> rulings)
    {
        var outcomes = new List<Outcome<ChangeRequest, ChangeEvent>>();
        await foreach (var (_, outcome) in desk.DecideEachAsync(Cab.Id, rulings, World.Otto, Tuesday))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private ChangeDesk Desk(IEventStore store) => new(store, Facts, this, new DeskSettings(World.Tenant));

    // All of them say the same, so that their digest is one.
    private async Task<Digest> Bring()
    {
        Digest? seen = null;
        foreach (var id in _ids)
        {
            await World.Must(Desk(_store), id, "open", new OpenChange(id, "standard", World.Work with { Template = new TemplateId("pool") }), World.Ann);
            seen = (await World.Must(Desk(_store), id, "submit", new SubmitChange(), World.Ann)).Digest;
        }

        return seen!;
    }

    private async Task<List<int>> Votes()
    {
        var votes = new List<int>();
        foreach (var id in _ids)
        {
            votes.Add((await Desk(_store).FindAsync(id))!.Votes.Count);
        }

        return votes;
    }
}
