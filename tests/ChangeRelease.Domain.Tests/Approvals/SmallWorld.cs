using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Who is in which role, who had a hand in it, and who lets whom vote: by numbers, to be read without the library.</summary>
/// <param name="InR">The people in the role r, a bit for each.</param>
/// <param name="InS">The people in the role s.</param>
/// <param name="Hands">The people who had a hand in it.</param>
/// <param name="Delegate">Whom each person lets vote for them; below zero for nobody.</param>
internal sealed record SmallWorld(int InR, int InS, int Hands, int[] Delegate)
{
    public static readonly ActorId[] Persons = [.. Polling.Names("a b c d")];
    public static readonly RoleId R = new("r");
    public static readonly RoleId S = new("s");

    /// <summary>The worlds of so many people with such roles and hands; of worlds that are the same but for names, one.</summary>
    public static IEnumerable<SmallWorld> All(int people, int inR, int inS, int hands)
    {
        var permutations = Permutations(people).Skip(1).ToArray();
        return Delegations(people).Select(delegates => new SmallWorld(inR, inS, hands, delegates)).Where(world => world.IsFirst(permutations));
    }

    public DirectorySnapshot Directory() => Polling.Directory((R, Of(InR)), (S, Of(InS))) with
    {
        Delegations = Delegate.Select((to, from) => (to, from)).Where(pair => pair.to >= 0)
            .Select(pair => new Delegation(Persons[pair.from], Persons[pair.to], Polling.Now, Polling.Now + Duration.FromHours(1))).ToValueList(),
    };

    public Contributors Contributors() => Polling.Hands(Of(Hands)).Resolved(Directory(), [], Polling.Now);

    // A delegate of whoever had a hand in it is as one who had; a voice comes along a chain, and not along a circle.
    public bool MayVote(int voter, int seat) => !IsStruck(voter) && (voter == seat || (Reaches(seat, voter) && !IsInCircle(seat)));

    /// <summary>Every list of votes that can be given, one after the other, in the order of the people; each votes once, and a voice is not lent twice.</summary>
    public IEnumerable<List<(int Voter, int Seat, VoteChoice Choice)>> Votings()
    {
        var may = Enumerable.Range(0, Delegate.Length).Select(voter => Enumerable.Range(0, Delegate.Length).Where(seat => MayVote(voter, seat)).ToArray()).ToArray();
        return Votings(may, [], 0);
    }

    /// <summary>Whose voices say yes (1) or no (2): where two use one voice, no is heard.</summary>
    public static int Counted(List<(int Voter, int Seat, VoteChoice Choice)> votes, int what)
    {
        var no = votes.Where(vote => vote.Choice == VoteChoice.Reject).Aggregate(0, (set, vote) => set | (1 << vote.Seat));
        return what == 2 ? no : votes.Where(vote => vote.Choice == VoteChoice.Approve).Aggregate(0, (set, vote) => set | (1 << vote.Seat)) & ~no;
    }

    public override string ToString() => $"r {Of(InR)}; s {Of(InS)}; hands {Of(Hands)}; delegates {string.Join(',', Delegate)}";

    private static IEnumerable<List<(int Voter, int Seat, VoteChoice Choice)>> Votings(int[][] may, List<(int Voter, int Seat, VoteChoice Choice)> given, int voter)
    {
        if (voter == may.Length)
        {
            return [given];
        }

        var choices = may[voter]
            .Where(seat => seat == voter || !given.Exists(other => other.Seat == seat))
            .SelectMany(seat => seat == voter ? [VoteChoice.Approve, VoteChoice.Reject] : new[] { VoteChoice.Approve }, (seat, choice) => (voter, seat, choice));
        return Votings(may, given, voter + 1).Concat(choices.SelectMany(choice => Votings(may, [.. given, choice], voter + 1)));
    }

    private static IEnumerable<int[]> Delegations(int people) => Enumerable.Range(0, people).Aggregate(
        (IEnumerable<int[]>)[[]],
        (so, person) => so.SelectMany(delegates => Enumerable.Range(-1, people + 1).Where(to => to != person).Select(to => (int[])[.. delegates, to])));

    private static IEnumerable<int[]> Permutations(int people) => people == 0
        ? [[]]
        : Permutations(people - 1).SelectMany(so => Enumerable.Range(0, people).Reverse().Select(at => (int[])[.. so[..at], people - 1, .. so[at..]]));

    private static string Of(int set) => string.Join(' ', Persons.Where((_, place) => (set & (1 << place)) != 0));

    // Of all renamings, the one with the least numbers stands for them.
    private bool IsFirst(int[][] permutations)
    {
        var own = Key(null);
        return !Array.Exists(permutations, permutation => Key(permutation) < own);
    }

    private long Key(int[]? renamed)
    {
        Span<int> delegates = stackalloc int[Delegate.Length];
        var (r, s, hands) = (0, 0, 0);
        for (var person = 0; person < Delegate.Length; person++)
        {
            var (bit, place) = (1 << person, renamed?[person] ?? person);
            r |= (InR & bit) != 0 ? 1 << place : 0;
            s |= (InS & bit) != 0 ? 1 << place : 0;
            hands |= (Hands & bit) != 0 ? 1 << place : 0;
            delegates[place] = Delegate[person] is >= 0 and var to ? renamed?[to] ?? to : -1;
        }

        var key = (((long)r << 4) + s << 4) + hands;
        foreach (var to in delegates)
        {
            key = (key << 3) + to + 1;
        }

        return key;
    }

    private bool IsStruck(int person) => Enumerable.Range(0, Delegate.Length).Any(hand => (Hands & (1 << hand)) != 0 && (hand == person || Reaches(hand, person)));

    private bool Reaches(int from, int to)
    {
        var at = Delegate[from];
        for (var step = 0; step < Delegate.Length && at >= 0; step++, at = Delegate[at])
        {
            if (at == to)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInCircle(int from) => Reaches(from, from) || Enumerable.Range(0, Delegate.Length).Any(person => Reaches(from, person) && Reaches(person, person));
}
