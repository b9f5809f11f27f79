using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using Xunit.Abstractions;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Segregation of duties in every world of three people, two roles and one delegate each, over twelve policies (S-22, S-24).</summary>
public sealed class SmallWorldTests(ITestOutputHelper output)
{
    private static readonly ActorId[] People = [.. Names("a b c")];
    private static readonly RoleId R = new("r");
    private static readonly RoleId S = new("s");

    // Each beside what it means, said in sets: who approved (A), who rejected (N), who is in each role.
    private static readonly (ApprovalExpression Asks, Func<Said, bool> Means)[] Policies =
    [
        (Ask.Of(1, R), at => (at.A & at.R) != 0),
        (Ask.Of(2, R), at => Size(at.A & at.R) >= 2),
        (Ask.Percent(100, R), at => at.R != 0 && (at.R & ~at.A) == 0),
        (Ask.Percent(50, R), at => at.R != 0 && 2 * Size(at.A & at.R) >= Size(at.R)),
        (Ask.AllOf(Ask.Of(1, R), Ask.Of(1, S)), at => (at.A & at.R) != 0 && (at.A & at.S) != 0),
        (Ask.AnyOf(Ask.Of(2, R), Ask.Of(1, S)), at => Size(at.A & at.R) >= 2 || (at.A & at.S) != 0),
        (Ask.Distinct(Ask.AllOf(Ask.Of(1, R), Ask.Of(1, S))), at => Pairs(at.A & at.R, at.A & at.S)),
        (Ask.AtLeast(2, Ask.Of(1, R), Ask.Of(1, S), Ask.Person(People[1])), at => Pairs(at.A & at.R, at.A & at.S) || Pairs(at.A & at.R, at.A & 2) || Pairs(at.A & at.S, at.A & 2)),
        (Ask.InSequence(Ask.Of(1, R), Ask.Of(1, S)), at => (at.A & at.R) != 0 && (at.A & at.S) != 0),
        (Ask.Of(1, R).UnlessVetoedBy(S), at => (at.N & at.S) == 0 && (at.A & at.R) != 0),
        (Ask.Person(People[2]), at => (at.A & 4) != 0),
        (Ask.Distinct(Ask.AllOf(Ask.Of(2, R), Ask.Of(1, S))), at => Enumerable.Range(0, 3).Any(person => (at.A & at.S & (1 << person)) != 0 && Size(at.A & at.R & ~(1 << person)) >= 2)),
    ];

    private static readonly BallotNeeds<Trying> Needs = new("trial", "vote", trying => trying.Ballot, trying => trying.Stamp, trying => trying.Paper);

    [Fact]
    public void Votes_count_as_trying_everything_says()
    {
        var (worlds, satisfied) = (0, 0);
        foreach (var world in Worlds())
        {
            var (directory, contributors) = (world.Directory(), world.Contributors());
            foreach (var voting in Votings())
            {
                var accepted = world.Accepted(voting);
                var votes = accepted.Select(vote => Cast(vote)).ToValueList();
                var said = new Said(world.Counted(accepted, 1), world.Counted(accepted, 2), world.InR, world.InS);
                foreach (var (asks, means) in Policies)
                {
                    var isSatisfied = Ballot(asks, directory, votes, contributors).Count().IsSatisfied;
                    if (isSatisfied != means(said))
                    {
                        isSatisfied.Should().Be(means(said), "{0}: {1} by {2}", world, asks, votes);
                    }

                    worlds++;
                    satisfied += isSatisfied ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{worlds} worlds and policies, {satisfied} satisfied");
        worlds.Should().BeGreaterThan(1_000_000);
        satisfied.Should().BeGreaterThan(worlds / 50);
    }

    [Fact]
    public void A_vote_is_taken_exactly_from_those_who_may_give_it()
    {
        var (asked, taken) = (0, 0);
        foreach (var world in Worlds())
        {
            var (directory, contributors) = (world.Directory(), world.Contributors());
            foreach (var (asks, role) in new[] { (Ask.Of(1, R), world.InR), (Ask.Of(1, S), world.InS), (Ask.Person(People[1]), 2) })
            {
                foreach (var (voter, seat) in from voter in Enumerable.Range(0, 3) from seat in Enumerable.Range(0, 3) select (voter, seat))
                {
                    var trying = new Trying(
                        Ballot(asks, directory, [], contributors),
                        new Stamp(Now, Actor.Human(People[voter]), new CommandId("c")),
                        new VotingPaper(VoteChoice.Approve, Content, People[seat], string.Empty));
                    var isTaken = Needs.Voting.All(need => IsMet(need, trying));
                    isTaken.Should().Be(world.MayVote(voter, seat) && (role & (1 << seat)) != 0, "{0}: {1} for {2} on {3}", world, voter, seat, asks);
                    asked++;
                    taken += isTaken ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{asked} asked, {taken} taken");
        taken.Should().BeGreaterThan(asked / 50);
    }

    private static bool IsMet(Requirement<Trying> need, Trying trying) => need.WaitsFor.All(before => IsMet(before, trying)) && need.IsMetBy(trying);

    private static bool Pairs(int left, int right) => left != 0 && right != 0 && Size(left | right) >= 2;

    private static int Size(int set) => System.Numerics.BitOperations.PopCount((uint)set);

    private static Vote Cast((int Voter, int Seat, VoteChoice Choice) vote) =>
        new(People[vote.Voter], vote.Choice, Content, Now, string.Empty) { Chain = vote.Voter == vote.Seat ? [] : [People[vote.Seat], People[vote.Voter]] };

    private static IEnumerable<World> Worlds() =>
        from inR in Enumerable.Range(0, 8)
        from inS in Enumerable.Range(0, 8)
        from hands in new[] { 0, 1 }
        from a in new[] { -1, 1, 2 }
        from b in new[] { -1, 0, 2 }
        from c in new[] { -1, 0, 1 }
        select new World(inR, inS, hands, [a, b, c]);

    // Each person does nothing, rejects for themselves, or approves for themselves or another.
    private static IEnumerable<(int Voter, int Seat, VoteChoice Choice)?[]> Votings()
    {
        var each = Enumerable.Range(0, 3).Select(voter => new (int, int, VoteChoice)?[]
        {
            null, (voter, voter, VoteChoice.Reject), (voter, 0, VoteChoice.Approve), (voter, 1, VoteChoice.Approve), (voter, 2, VoteChoice.Approve),
        }).ToArray();
        return from a in each[0] from b in each[1] from c in each[2] select new[] { a, b, c };
    }

    private sealed record Said(int A, int N, int R, int S);

    private sealed record Trying(Ballot Ballot, Stamp Stamp, VotingPaper Paper);

    /// <summary>Who is in which role, who had a hand in it, and who lets whom vote: by numbers, to be read without the library.</summary>
    private sealed record World(int InR, int InS, int Hands, int[] Delegate)
    {
        public DirectorySnapshot Directory() => Polling.Directory((R, Of(InR)), (S, Of(InS))) with
        {
            Delegations = Delegate.Select((to, from) => (to, from)).Where(pair => pair.to >= 0)
                .Select(pair => new Delegation(People[pair.from], People[pair.to], Now, Now + Duration.FromHours(1))).ToValueList(),
        };

        public Contributors Contributors() => Polling.Hands(Of(Hands)).Resolved(Directory(), [], Now);

        // A delegate of whoever had a hand in it is as one who had; a voice comes along a chain, and not along a circle.
        public bool MayVote(int voter, int seat) => !IsStruck(voter) && (voter == seat || (Reaches(seat, voter) && !Reaches(seat, seat) && !IsInCircle(seat)));

        public List<(int Voter, int Seat, VoteChoice Choice)> Accepted((int Voter, int Seat, VoteChoice Choice)?[] voting)
        {
            var accepted = new List<(int Voter, int Seat, VoteChoice Choice)>();
            foreach (var vote in voting.OfType<(int Voter, int Seat, VoteChoice Choice)>())
            {
                if (MayVote(vote.Voter, vote.Seat) && (vote.Voter == vote.Seat || !accepted.Exists(other => other.Seat == vote.Seat)))
                {
                    accepted.Add(vote);
                }
            }

            return accepted;
        }

        // Whose voices say yes (1) or no (2): where two use one voice, no is heard.
        public int Counted(List<(int Voter, int Seat, VoteChoice Choice)> accepted, int what)
        {
            var no = accepted.Where(vote => vote.Choice == VoteChoice.Reject).Aggregate(0, (set, vote) => set | (1 << vote.Seat));
            return what == 2 ? no : accepted.Where(vote => vote.Choice == VoteChoice.Approve).Aggregate(0, (set, vote) => set | (1 << vote.Seat)) & ~no;
        }

        public override string ToString() => $"r {Of(InR)}; s {Of(InS)}; hands {Of(Hands)}; delegates {string.Join(',', Delegate)}";

        private static string Of(int set) => string.Join(' ', People.Where((_, place) => (set & (1 << place)) != 0));

        private bool IsStruck(int person) => Enumerable.Range(0, 3).Any(hand => (Hands & (1 << hand)) != 0 && (hand == person || Reaches(hand, person)));

        private bool Reaches(int from, int to)
        {
            var at = Delegate[from];
            for (var step = 0; step < 3 && at >= 0; step++, at = Delegate[at])
            {
                if (at == to)
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsInCircle(int from) => Enumerable.Range(0, 3).Any(person => Reaches(from, person) && Reaches(person, person));
    }
}
