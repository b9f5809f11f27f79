using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>A board as the authority of go or no-go: it votes once, by its chair or secretary (S-22 to S-25).</summary>
public sealed class BoardDecisionTests
{
    private static readonly ActorId Anna = Crew.Members[0].Id;
    private static readonly ActorId Boris = Crew.Members[1].Id;

    private readonly Voyage _voyage = new Voyage().Go("StartBuild", "Built", "TestsPassed");

    [Fact]
    public void What_the_board_approved_goes_under_the_name_of_who_recorded_it()
    {
        Do(Crew.Greta, Decide(VoteChoice.Approve, Anna, Boris)).Refusals.Should().BeEmpty();

        Do(Crew.Oscar, new DecideGo()).Events.OfType<ReleaseWentGo>().Should().ContainSingle().Which.Approvers.Should().Equal(Crew.Greta.Id);
        _voyage.Release.Votes[0].Board.Should().Be(new BoardDecision(Crew.Gate.Id, [Anna, Boris]));
    }

    [Fact]
    public void What_the_board_rejected_does_not_go()
    {
        Do(Crew.Greta, Decide(VoteChoice.Reject, Anna, Boris)).Refusals.Should().BeEmpty();

        Codes(Do(Crew.Oscar, new DecideGo())).Should().Equal("release.authorization.approvals-missing");
    }

    [Fact]
    public void Whoever_planned_or_built_the_release_is_struck_out_of_the_quorum()
    {
        var refusal = Do(Crew.Greta, Decide(VoteChoice.Approve, Anna, Crew.Olga.Id, Crew.Ed.Id)).Refusals.Should().ContainSingle().Subject;

        refusal.Code.Should().Be("release.authorization.board-quorum-missing");
        refusal.Facts.Should().Contain(fact => fact.Name == "struck out" && fact.Value.StartsWith("ed had a hand in it (ed: editor", StringComparison.Ordinal) && fact.Value.Contains("olga had a hand in it (olga: owner)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_decision_is_taken_back_by_an_event_until_it_has_taken_effect()
    {
        Do(Crew.Greta, Decide(VoteChoice.Reject, Anna, Boris));
        Codes(Do(Crew.Greta, Decide(VoteChoice.Approve, Anna, Boris))).Should().Equal("release.authorization.board-decided-already");

        Do(Crew.Greta, new WithdrawReleaseDecision(Crew.Gate.Id, "new facts")).Refusals.Should().BeEmpty();
        _voyage.Release.Votes.Should().BeEmpty();
        Do(Crew.Greta, Decide(VoteChoice.Approve, Anna, Boris));
        Do(Crew.Oscar, new DecideGo());

        Codes(Do(Crew.Greta, new WithdrawReleaseDecision(Crew.Gate.Id, "too late"))).Should().Equal("lifecycle.transition.undefined");
    }

    [Fact]
    public void Taking_a_decision_back_leaves_the_votes_of_people()
    {
        _voyage.Go("CastVote", "RecordDecision", "WithdrawDecision");

        _voyage.Release.Votes.Should().ContainSingle().Which.Board.Should().BeNull();
    }

    [Fact]
    public void A_recall_voids_what_the_board_decided()
    {
        Do(Crew.Greta, Decide(VoteChoice.Approve, Anna, Boris));
        Do(Crew.Oscar, new DecideGo());
        _voyage.Go("Recall", "StartBuild", "Built", "TestsPassed");

        Codes(Do(Crew.Oscar, new DecideGo())).Should().Equal("release.authorization.approvals-missing");
    }

    private static IEnumerable<string> Codes(Decision<ReleaseEvent> decision) => decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    private RecordReleaseDecision Decide(VoteChoice choice, params ActorId[] attendance) => new(Crew.Gate.Id, attendance.ToValueList(), choice, _voyage.Release.Digest, "as discussed");

    private Decision<ReleaseEvent> Do(Actor actor, ReleaseCommand command)
    {
        var leg = _voyage.By(actor, command);
        return _voyage.Do(leg with { Facts = leg.Facts with { Policy = Crew.BoardPolicy } });
    }
}
