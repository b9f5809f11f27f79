using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>A board as the authority of a change: it votes once, by its chair or secretary (S-22 to S-25).</summary>
public sealed class BoardDecisionTests
{
    private static readonly ActorId Anna = Cast.Members[0].Id;
    private static readonly ActorId Boris = Cast.Members[1].Id;

    private readonly Traveler _traveler = new Traveler("normal").Go("Submit", "CompleteAssessment");

    [Fact]
    public void What_the_board_approved_is_authorized_under_the_name_of_who_recorded_it()
    {
        Do(Cast.Clara, Decide(VoteChoice.Approve)).Refusals.Should().BeEmpty();

        var authorized = Do(Cast.Oscar, new AuthorizeChange());

        authorized.Events.OfType<ChangeAuthorized>().Should().ContainSingle().Which.Approvers.Should().Equal(Cast.Clara.Id);
        _traveler.Change.Votes[0].Board.Should().Be(new BoardDecision(Cast.Cab.Id, [Anna, Boris]));
    }

    [Fact]
    public void What_the_board_rejected_cannot_be_authorized()
    {
        Do(Cast.Clara, Decide(VoteChoice.Reject)).Refusals.Should().BeEmpty();

        Codes(Ask(Cast.Oscar, new AuthorizeChange())).Should().Equal("change.authorization.approvals-missing");
    }

    [Fact]
    public void A_service_account_records_for_the_secretary_who_answers_for_it()
    {
        var bot = Actor.Service(new ActorId("minute-taker"), Cast.Clara.Id);
        var known = Cast.Directory with { ServiceAccounts = [new ServiceAccount(bot.Id, Cast.Clara.Id)] };

        Do(bot, Decide(VoteChoice.Approve), known).Refusals.Should().BeEmpty();

        _traveler.Change.Votes.Should().ContainSingle().Which.Should().Match<Vote>(vote => vote.Voter == Cast.Clara.Id && vote.Through == bot.Id);
        Codes(Ask(Actor.Service(new ActorId("stray"), Cast.Rita.Id), Decide(VoteChoice.Approve), Cast.Directory with { ServiceAccounts = [new ServiceAccount(new ActorId("stray"), Cast.Rita.Id)] }))
            .Should().Contain("change.authorization.recorder-not-eligible").And.Contain("change.authorization.decider-contributed");
    }

    [Fact]
    public void A_quorum_that_is_missing_names_who_was_struck_out_and_why_and_how_many_are_missing()
    {
        var refusal = Ask(Cast.Clara, Decide(VoteChoice.Approve, Anna, Cast.Ivan.Id, Cast.Rita.Id), Cast.Listing([Anna, Boris, Cast.Ivan.Id])).Refusals.Should().ContainSingle().Subject;

        refusal.Code.Should().Be("change.authorization.board-quorum-missing");
        refusal.Explanation.Should().Be("The board cab decides with 2 members who had no hand in it, and 1 attended: 1 missing.");
        refusal.Facts.Should().Contain(fact => fact.Name == "struck out" && fact.Value == "ivan had a hand in it (ivan: implementer; ivan: did it); rita is not a person in cab");
        refusal.Remedies.Should().ContainSingle().Which.Text.Should().Be("Have boris attend, too, and decide then");
    }

    [Fact]
    public void An_edit_voids_what_the_board_decided_and_the_board_may_decide_again()
    {
        Do(Cast.Clara, Decide(VoteChoice.Approve));
        _traveler.Go("Amend");
        _traveler.Change.Votes.Should().BeEmpty();

        _traveler.Go("CompleteAssessment");
        Do(Cast.Clara, Decide(VoteChoice.Approve)).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_decision_is_taken_back_by_an_event_and_then_the_board_may_decide_otherwise()
    {
        Do(Cast.Clara, Decide(VoteChoice.Approve));
        Codes(Ask(Cast.Clara, Decide(VoteChoice.Reject))).Should().Equal("change.authorization.board-decided-already");

        Do(Cast.Clara, new WithdrawBoardDecision(Cast.Cab.Id, "new facts")).Refusals.Should().BeEmpty();

        _traveler.Change.Votes.Should().BeEmpty();
        _traveler.Events.Should().Contain(happened => happened is VoteCast).And.Contain(happened => happened is BoardDecisionWithdrawn && ((BoardDecisionWithdrawn)happened).Reason == "new facts");
        Do(Cast.Clara, Decide(VoteChoice.Reject)).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void Taking_a_decision_back_leaves_the_votes_of_people_and_of_other_boards()
    {
        var (own, other) = (new Vote(Cast.Clara.Id, VoteChoice.Approve, _traveler.Change.Digest, _traveler.Now, string.Empty), new BoardDecision(new BoardId("ecab"), [Anna]));
        Do(Cast.Clara, Decide(VoteChoice.Approve));
        var change = _traveler.Change with { Votes = [own, own with { Board = other }, .. _traveler.Change.Votes] };
        var move = Move(Cast.Clara, new WithdrawBoardDecision(Cast.Cab.Id, "new facts"), null);

        var withdrawn = ChangeDecider.Decide(change, move.Command, move.Facts);

        ChangeRequest.Fold(change, withdrawn.Events[0]).Votes.Should().Equal(own, own with { Board = other });
    }

    [Fact]
    public void A_contributor_who_chairs_the_board_cannot_take_its_rejection_back()
    {
        Do(Cast.Clara, Decide(VoteChoice.Reject));
        var chaired = Cast.Directory with { Memberships = [.. Cast.Directory.Memberships, new Membership(Cast.Recorders, [Cast.Rita.Id])] };

        Codes(Ask(Cast.Rita, new WithdrawBoardDecision(Cast.Cab.Id, "unfair"), chaired)).Should().Equal("change.authorization.decider-contributed");
    }

    [Fact]
    public void Once_it_has_taken_effect_a_decision_is_not_taken_back()
    {
        Do(Cast.Clara, Decide(VoteChoice.Approve));
        Do(Cast.Oscar, new AuthorizeChange());

        Codes(Ask(Cast.Clara, new WithdrawBoardDecision(Cast.Cab.Id, "too late"))).Should().Equal("lifecycle.transition.undefined");
    }

    [Fact]
    public void A_board_whose_quorum_was_raised_since_has_not_decided()
    {
        Do(Cast.Clara, Decide(VoteChoice.Approve));
        var larger = Cast.Directory with { Boards = [new Board(Cast.Cab.Id, Cast.Board, Cast.Recorders, Threshold.Number(3))] };

        Codes(Ask(Cast.Oscar, new AuthorizeChange(), larger)).Should().Equal("change.authorization.approvals-missing");
    }

    [Fact]
    public void A_decision_of_a_board_that_is_no_longer_asked_is_struck_and_breaks_nothing()
    {
        Do(Cast.Clara, Decide(VoteChoice.Approve));

        var refusal = _traveler.Ask(_traveler.By(Cast.Oscar, new AuthorizeChange())).Refusals.Should().ContainSingle().Subject;

        refusal.Code.Should().Be("change.authorization.approvals-missing");
        refusal.Facts.Should().Contain(fact => fact.Name == "vote of clara does not count" && fact.Value == "the board cab is not among those who are asked");
    }

    [Fact]
    public void Who_asks_what_may_be_done_is_told_of_the_decision_as_a_matter_of_the_input()
    {
        var prospect = ChangeDecider.Ask(_traveler.Change, Move(Cast.Clara, new AuthorizeChange(), null).Facts)!.For(ChangeTriggers.RecordDecision)!;

        prospect.Refusals.Should().BeEmpty();
        prospect.Conditions.Select(condition => condition.Requirement.Code).Should().Contain("change.authorization.board-quorum-missing");
    }

    private static RecordBoardDecision Decide(BoardId board, VoteChoice choice, Digest seen, params ActorId[] attendance) => new(board, attendance.ToValueList(), choice, seen, "as discussed");

    private RecordBoardDecision Decide(VoteChoice choice, params ActorId[] attendance) =>
        Decide(Cast.Cab.Id, choice, _traveler.Change.Digest, attendance.Length == 0 ? [Anna, Boris] : attendance);

    private Move Move(Actor actor, ChangeCommand command, DirectorySnapshot? directory)
    {
        var move = _traveler.By(actor, command);
        return move with { Facts = move.Facts with { Policy = Cast.BoardPolicy, Directory = directory ?? Cast.Directory } };
    }

    private Decision<ChangeEvent> Do(Actor actor, ChangeCommand command, DirectorySnapshot? directory = null) => _traveler.Do(Move(actor, command, directory));

    private Decision<ChangeEvent> Ask(Actor actor, ChangeCommand command, DirectorySnapshot? directory = null) => _traveler.Ask(Move(actor, command, directory));

    private static IEnumerable<string> Codes(Decision<ChangeEvent> decision) => decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);
}
