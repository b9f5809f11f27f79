using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>A board votes once, with its attendance as its quorum.</summary>
public sealed class BoardTests
{
    private static readonly BoardId Id = new("cab");
    private static readonly RoleId Chairs = new("cab-chairs");
    private static readonly DirectorySnapshot House = Directory((Cab, "a b c d e"), (Chairs, "chair")) with { Boards = [new Board(Id, Cab, Chairs, Threshold.Share(1, 2))] };

    [Theory]
    // five members, a half of them rounded up is three
    [InlineData("a b c", "", true)]
    [InlineData("a b", "", false)]
    [InlineData("a b c", "c", false)]
    [InlineData("a b c d", "c", true)]
    [InlineData("a b guest", "", false)]
    [InlineData("a a b b", "", false)]
    public void Attendance_without_contributors_and_guests_is_the_quorum(string attendance, string contributors, bool isSatisfied) =>
        Count(Ask.Board(Id), House, [Decided(attendance)], Hands(contributors)).IsSatisfied.Should().Be(isSatisfied);

    [Fact]
    public void Only_the_chair_or_secretary_records_and_not_one_who_had_a_hand_in_it()
    {
        Count(Ask.Board(Id), House, [Decided("a b c") with { Voter = Who("a") }]).Struck.Should().ContainSingle().Which.Why.Should().Be("a is not in cab-chairs, who record what the board cab decides");
        Count(Ask.Board(Id), House, [Decided("a b c")], Hands("chair")).IsSatisfied.Should().BeFalse();
    }

    [Fact]
    public void A_board_that_is_not_known_or_too_involved_to_decide_is_unreachable()
    {
        Count(Ask.Board(new BoardId("ecab")), House, []).Standing.Should().Be(TallyStanding.Unreachable);
        Count(Ask.Board(Id), House, [], Hands("a b c")).Standing.Should().Be(TallyStanding.Unreachable);
        Count(Ask.Board(Id), House with { Boards = House.Boards.With(House.Boards[0]) }, [Decided("a b c")]).Standing.Should().Be(TallyStanding.Unreachable);
        Told(Count(Ask.Board(Id), House, [], Hands("a b")).Missing()).Should().Be("the board cab");
    }

    [Fact]
    public void A_second_decision_does_not_count_and_a_refusal_is_never_hidden()
    {
        Count(Ask.Board(Id), House, [Decided("a b c"), Decided("c d e")]).Struck.Should().ContainSingle();
        Count(Ask.Board(Id), House, [Decided("a b c"), Decided("c d e") with { Choice = VoteChoice.Reject }]).IsSatisfied.Should().BeFalse();
    }

    [Fact]
    public void The_chair_may_vote_in_person_beside_the_board() =>
        Count(Ask.AllOf(Ask.Board(Id), Ask.Person(Who("chair"))), House, [Decided("a b c"), Yes("chair")]).IsSatisfied.Should().BeTrue();

    private static Vote Decided(string attendance) => Yes("chair") with { Board = new BoardDecision(Id, Names(attendance)) };
}
