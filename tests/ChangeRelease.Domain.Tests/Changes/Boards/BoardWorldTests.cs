using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>Recording what a board decided, in every world of four people, against counting them by hand (S-22, S-24).</summary>
public sealed class BoardWorldTests(ITestOutputHelper output)
{
    private const int Everybody = 1 << 4;

    private static readonly ActorId[] People = [.. Names("a b c d")];
    private static readonly BoardId Id = new("board");
    private static readonly RoleId Members = new("members");
    private static readonly RoleId Recorders = new("recorders");
    private static readonly Threshold[] Quorums = [Threshold.Number(1), Threshold.Number(2), Threshold.Share(1, 2), Threshold.Share(2, 3), Threshold.Share(1, 1)];

    private static readonly BallotNeeds<Trying> Votes = new("trial", "vote", trying => trying.Ballot, trying => trying.Stamp, trying => new VotingPaper(trying.Paper.Choice, trying.Paper.Seen, null, string.Empty));
    private static readonly BoardNeeds<Trying> Needs = new("trial", "vote", Votes, trying => trying.Ballot, trying => trying.Stamp, trying => trying.Paper.Board, trying => trying.Paper);

    [Fact]
    public void A_decision_is_recorded_exactly_where_counting_by_hand_allows_it_and_then_it_counts()
    {
        var (worlds, taken, byQuorum) = (0, 0, 0);
        foreach (var (sits, hand, attends) in from sits in All() from hand in All() from attends in All() select (sits, hand, attends))
        {
            foreach (var (quorum, recorder) in from quorum in Quorums from recorder in Enumerable.Range(0, People.Length) select (quorum, recorder))
            {
                // Person 0 chairs and person 3 is the secretary, whether or not they are members.
                var trying = World(sits, hand, attends, quorum, recorder);
                var isReached = Count(sits & ~hand & attends) >= Least(quorum, Count(sits));
                var expected = isReached && recorder is 0 or 3 && (hand & (1 << recorder)) == 0;
                var isTaken = !Unmet(trying).Any();
                var counts = (trying.Ballot with { Votes = [trying.Ballot.Cast(trying.Paper, trying.Stamp)] }).Count().IsSatisfied;
                if (isTaken != expected || counts != expected)
                {
                    (isTaken, counts).Should().Be((expected, expected), "members {0:b}, hands {1:b}, attending {2:b}, quorum {3}, recorded by {4}", sits, hand, attends, quorum, recorder);
                }

                worlds++;
                taken += isTaken ? 1 : 0;
                byQuorum += Unmet(trying).ToList() is [var only] && only == Needs.Quorum ? 1 : 0;
            }
        }

        output.WriteLine($"{worlds} worlds, {taken} taken, {byQuorum} refused for the quorum only");
        worlds.Should().Be(Everybody * Everybody * Everybody * 5 * 4);
        taken.Should().BeGreaterThan(worlds / 20);
        byQuorum.Should().BeGreaterThan(worlds / 10);
    }

    [Fact]
    public void Who_is_struck_out_who_counts_and_who_is_absent_are_everybody_once()
    {
        foreach (var (sits, hand, attends) in from sits in All() from hand in All() from attends in All() select (sits, hand, attends))
        {
            var trying = World(sits, hand, attends, Quorums[1], 0);
            var quorum = BoardQuorum.Of(trying.Ballot.Directory!.Boards[0], trying.Ballot.Directory, trying.Ballot.Contributors, trying.Paper.Attendance);

            Mask(quorum.Counting).Should().Be(sits & ~hand & attends);
            Mask(quorum.Struck.Select(struck => struck.Person)).Should().Be(attends & ~(sits & ~hand));
            Mask(quorum.Absent).Should().Be(sits & ~hand & ~attends);
            quorum.Missing.Should().Be(Math.Max(0, 2 - Count(sits & ~hand & attends)));
        }
    }

    private static IEnumerable<int> All() => Enumerable.Range(0, Everybody);

    private static Trying World(int sits, int hand, int attends, Threshold quorum, int recorder)
    {
        var directory = new DirectorySnapshot("d", [new Membership(Members, Set(sits)), new Membership(Recorders, [People[0], People[3]])]) { Boards = [new Board(Id, Members, Recorders, quorum)] };
        var contributors = Set(hand).Aggregate(Contributors.None, (so, person) => so.With(person, "editor"));

        // Who attended is told twice over, which must not make them two.
        return new Trying(
            Ballot(Ask.Board(Id), directory, [], contributors),
            new Stamp(Now, Actor.Human(People[recorder]), new CommandId("c")),
            new BoardPaper(Id, [.. Set(attends), .. Set(attends)], VoteChoice.Approve, Content, string.Empty));
    }

    private static IEnumerable<Requirement<Trying>> Unmet(Trying trying) => Needs.Recording.Where(need => !Holds(need, trying));

    private static bool Holds(Requirement<Trying> need, Trying trying) => need.WaitsFor.All(first => Holds(first, trying)) && need.IsMetBy(trying);

    private static ValueList<ActorId> Set(int mask) => People.Where((_, place) => (mask & (1 << place)) != 0).ToValueList();

    private static int Mask(IEnumerable<ActorId> people) => people.Sum(person => 1 << Array.IndexOf(People, person));

    private static int Count(int mask) => Enumerable.Range(0, People.Length).Count(place => (mask & (1 << place)) != 0);

    private static int Least(Threshold quorum, int members) => quorum switch
    {
        { IsShare: false } => quorum.Numerator,
        _ => Enumerable.Range(1, members + 1).First(count => count * quorum.Denominator >= members * quorum.Numerator),
    };

    private sealed record Trying(Ballot Ballot, Stamp Stamp, BoardPaper Paper);
}
