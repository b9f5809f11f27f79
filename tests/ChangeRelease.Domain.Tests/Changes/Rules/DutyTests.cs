using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>Who had a hand in a change does not approve it, and an approval lasts as long as it says (S-24, S-25).</summary>
public sealed class DutyTests
{
    private static readonly Actor Anna = Cast.Members[0];
    private static readonly Duration Microsecond = Duration.FromNanoseconds(1_000);

    private static readonly Dictionary<string, Func<Traveler>> Hands = new(StringComparer.Ordinal)
    {
        ["requester"] = () => new Traveler("normal", requester: Anna).Go("Submit", "CompleteAssessment"),
        ["implementer"] = () => new Traveler("normal", Cast.Content with { Implementers = [Anna.Id] }).Go("Submit", "CompleteAssessment"),
        ["editor"] = () => Edited(Anna).Go("Submit", "CompleteAssessment"),
        ["assessor"] = () => AssessedBy(Anna),
        ["owner of robot, requester"] = () => new Traveler("normal", requester: Actor.Service(new ActorId("robot"), Anna.Id)).Go("Submit", "CompleteAssessment"),
        ["owner of robot, editor"] = () => Edited(Actor.Service(new ActorId("robot"), Anna.Id)).Go("Submit", "CompleteAssessment"),
    };

    public static IEnumerable<object[]> Parts => Hands.Keys.Select(part => new object[] { part });

    [Theory]
    [MemberData(nameof(Parts))]
    public void Whoever_had_a_hand_in_it_cannot_approve_and_is_told_which(string part)
    {
        var traveler = Hands[part]();

        var refusal = traveler.Ask(traveler.By(Anna, new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest))).Refusals.Should().ContainSingle().Subject;

        refusal.Code.Should().Be("change.authorization.voter-contributed");
        refusal.Facts.Should().ContainSingle(fact => fact.Name == "chain").Which.Value.Should().Contain($"anna: {part}");
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Whoever_had_a_hand_in_it_may_vote_against_it_and_is_heard(string part)
    {
        var traveler = Hands[part]();

        traveler.Ask(traveler.By(Anna, new VoteOnChange(VoteChoice.Abstain, traveler.Change.Digest))).Refusals.Should().ContainSingle();
        traveler.Do(traveler.By(Anna, new VoteOnChange(VoteChoice.Reject, traveler.Change.Digest))).Refusals.Should().BeEmpty();
        traveler.Change.Votes.Should().ContainSingle().Which.Choice.Should().Be(VoteChoice.Reject);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_vote_that_was_cast_before_its_voter_had_a_hand_in_it_does_not_count(string part)
    {
        var traveler = Hands[part]();
        var votes = new[] { Anna, Cast.Members[1] }.Select(voter => new Vote(voter.Id, VoteChoice.Approve, traveler.Change.Digest, traveler.Now, string.Empty)).ToValueList();
        var move = traveler.Good("Authorize");

        var refusals = ChangeDecider.Decide(traveler.Change with { Votes = votes }, move.Command, move.Facts).Refusals;

        refusals.Should().ContainSingle().Which.Facts.Should().Contain(fact => fact.Name.Contains("anna", StringComparison.Ordinal) && fact.Value.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_started_an_emergency_or_broke_the_glass_does_not_ratify_it()
    {
        var traveler = new Traveler("emergency");
        traveler.Do(traveler.By(Anna, new ProposeBreakGlass("it burns")));
        traveler.Do(traveler.By(Cast.Members[1], new ConfirmBreakGlass()));
        traveler.Go("Complete");

        foreach (var breaker in new[] { Anna, Cast.Members[1] })
        {
            traveler.Ask(traveler.By(breaker, new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest))).Refusals.Select(refusal => refusal.Code).Should().Equal("change.ratification.voter-contributed");
        }
    }

    [Fact]
    public void A_service_account_does_not_accept_what_its_owner_did()
    {
        var traveler = new Traveler("retrospective").Go("Submit", "Repudiate", "RecordReview");
        var acceptance = new CloseChange(null, "it works");

        traveler.Ask(traveler.By(Actor.Service(new ActorId("robot"), Cast.Rita.Id), acceptance)).Refusals.Select(refusal => refusal.Code).Should().Equal("change.reversal.open");
        traveler.Ask(traveler.By(Actor.Service(new ActorId("robot"), null), acceptance)).Refusals.Should().ContainSingle();
        traveler.Ask(traveler.By(Cast.Ivan, acceptance)).Refusals.Should().ContainSingle("ivan did it");
        traveler.Ask(traveler.By(Cast.Rex, acceptance)).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void What_was_repudiated_is_closed_by_its_closed_reversal_and_by_no_other_change()
    {
        var traveler = new Traveler("retrospective").Go("Submit", "Repudiate", "RecordReview");
        var move = traveler.By(Cast.Rita, new CloseChange(new ChangeId("CHG-2")));
        ReversalStanding right = new(new ChangeId("CHG-2"), true, traveler.Change.Id);
        ReversalStanding[] wrong = [right with { IsClosed = false }, right with { Id = new ChangeId("CHG-3") }, right with { Reverses = null }, right with { Reverses = new ChangeId("CHG-4") }];

        wrong.Should().AllSatisfy(reversal => traveler.Ask(move with { Facts = move.Facts with { Reversal = reversal } }).Refusals.Should().ContainSingle());
        traveler.Ask(move with { Facts = move.Facts with { Reversal = right } }).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void An_approval_counts_one_microsecond_before_its_end_and_not_at_it()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment", "CastVote", "CastVote");
        var end = traveler.Change.Votes[0].At + Duration.FromDays(14);

        traveler.Ask(traveler.By(Cast.Oscar, new AuthorizeChange(), end - Microsecond)).Refusals.Should().BeEmpty();
        traveler.Ask(traveler.By(Cast.Oscar, new AuthorizeChange(), end)).Refusals.Select(refusal => refusal.Code).Should().Equal("change.authorization.approvals-missing");
    }

    [Fact]
    public void An_expired_approval_keeps_a_change_from_starting_until_it_is_authorized_anew()
    {
        var traveler = new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize");
        var end = traveler.Change.Votes[0].At + Duration.FromDays(14);

        traveler.Ask(traveler.By(Cast.Oscar, new ReauthorizeChange(), end - Microsecond)).Refusals.Select(refusal => refusal.Code).Should().Equal("change.authorization.still-stands");
        traveler.Do(traveler.By(Cast.Oscar, new ReauthorizeChange(), end)).Refusals.Should().BeEmpty();
        traveler.Change.Votes.Should().BeEmpty();
        traveler.Go("Authorize", "Schedule", "Start").State.Should().Be("Implementing");
    }

    private static Traveler Edited(Actor editor)
    {
        var traveler = new Traveler("normal");
        traveler.Do(traveler.By(editor, new AmendChange(traveler.Change.Content with { TestPlan = ChangePlan.Of("mine") })));
        return traveler;
    }

    private static Traveler AssessedBy(Actor assessor)
    {
        var traveler = new Traveler("normal").Go("Submit");
        var move = traveler.By(assessor, new AssessChange(Grade.Low, Grade.Low, string.Empty, []));
        var able = new DirectorySnapshot("d2", [new Membership(Needs.Assessors, [assessor.Id])]);
        traveler.Do(move with { Facts = move.Facts with { Directory = able } });
        return traveler;
    }
}
