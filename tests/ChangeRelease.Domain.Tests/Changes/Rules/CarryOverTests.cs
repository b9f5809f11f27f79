using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Approvals do not survive an edit; where one shall, somebody says so, and why (S-25).</summary>
public sealed class CarryOverTests
{
    [Fact]
    public void A_material_edit_voids_the_votes_and_only_an_act_of_its_own_carries_one_over()
    {
        var traveler = Voided();
        traveler.Change.Votes.Should().BeEmpty();
        traveler.Change.VoidedVotes.Should().HaveCount(2);

        traveler.Go("CarryOver", "CarryOver");

        traveler.IsAgreed().Should().BeTrue();
        traveler.Events.OfType<VoteCarriedOver>().Should().OnlyContain(carried => carried.Vote.Seen == traveler.Change.Digest && carried.From != traveler.Change.Digest && carried.Reason.Length > 0);
    }

    [Fact]
    public void A_vote_carried_over_keeps_its_age()
    {
        var traveler = Voided();
        var cast = traveler.Change.VoidedVotes[0].At;

        traveler.Now += Duration.FromDays(13);
        traveler.Go("CarryOver", "CarryOver");
        traveler.IsAgreed().Should().BeTrue();
        traveler.Now = cast + Duration.FromDays(14);

        traveler.Change.Votes[0].At.Should().Be(cast);
        traveler.IsAgreed().Should().BeFalse();
    }

    [Fact]
    public void The_vote_of_whoever_edited_since_counts_for_nothing_though_it_is_carried_over()
    {
        var traveler = Voided();
        var editor = traveler.Change.VoidedVotes[0].Voter;
        traveler.Do(traveler.By(Actor.Human(editor), new AmendChange(traveler.Change.Content with { Justification = "another" })));
        traveler.Go("CompleteAssessment", "CarryOver", "CarryOver");

        traveler.IsAgreed().Should().BeFalse();
    }

    [Fact]
    public void Who_voted_anew_has_nothing_to_carry_over()
    {
        var traveler = Voided();
        var voter = traveler.Change.VoidedVotes[0].Voter;
        traveler.Do(traveler.By(Actor.Human(voter), new VoteOnChange(VoteChoice.Reject, traveler.Change.Digest)));

        traveler.Ask(traveler.By(Cast.Otto, new CarryOverVote(voter, "only a word"))).Refusals.Should().ContainSingle().Which.Code.Should().Be("change.carry-over.vote-missing");
    }

    private static Traveler Voided() => new Traveler("normal").Go("Submit", "CompleteAssessment", "CastVote", "CastVote", "Amend", "CompleteAssessment");
}
