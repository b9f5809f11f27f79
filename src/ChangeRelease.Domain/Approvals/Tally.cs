using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>What a count of votes comes to (S-21).</summary>
public sealed class Tally
{
    private const int MostTried = 24;

    private readonly Electorate _electorate;
    private readonly VoteCount _count;

    private Tally(ApprovalRule rule, Electorate electorate, VoteCount count) => (Rule, _electorate, _count) = (rule, electorate, count);

    /// <summary>What was asked for.</summary>
    public ApprovalRule Rule { get; }

    /// <summary>Whether it is satisfied, can still be, or cannot.</summary>
    public TallyStanding Standing => IsSatisfied ? TallyStanding.Satisfied
        : _electorate.Root.IsSatisfied(Best) ? TallyStanding.Pending
        : TallyStanding.Unreachable;

    /// <summary>Whether those who are asked approved.</summary>
    public bool IsSatisfied => _electorate.Root.IsSatisfied(_count.Voices);

    /// <summary>The people whose approvals count, in the order they voted; of a board, who recorded its decision.</summary>
    public ValueList<ActorId> Approvers => _count.Approvals.Select(vote => vote.Voter).Distinct().ToValueList();

    /// <summary>The votes that do not count, each with the reason.</summary>
    public ValueList<StruckVote> Struck => _count.Struck.OrderBy(struck => _count.PlaceOf(struck.Vote)).ToValueList();

    /// <summary>The people who have not spoken and whose approval could count, in whichever step.</summary>
    public ValueList<ActorId> Open => _electorate.People(_count.Open);

    /// <summary>What each person, role and board that is asked comes to.</summary>
    public ValueList<string> Progress => _electorate.Leaves.Select(leaf => leaf.Progress(_count.Voices)).ToValueList();

    /// <summary>What makes it unreachable; empty unless it is.</summary>
    public ValueList<string> Obstacles => Standing == TallyStanding.Unreachable ? _electorate.Root.Obstacles(Best).Distinct().ToValueList() : [];

    private Voices Best => _count.Voices.With(_count.Open);

    /// <summary>Finds who could complete it. The search is bounded: at most <see cref="MissingApprovals.MostListed"/> sets are listed, and it says when it met its bound.</summary>
    /// <returns>The smallest sets.</returns>
    public MissingApprovals Missing()
    {
        var search = new MissingSearch(_count.Voices, _count.Open, _electorate.Places);
        var found = _electorate.Root.Missing(search);

        // Where the search came to nothing before its bound, everybody together is a way, less those who are not needed.
        var sets = found.Count == 0 && Standing == TallyStanding.Pending ? [_count.Open] : found;
        var listed = sets.Select(Least).Select(_electorate.Parties).Distinct().Take(MissingApprovals.MostListed).ToValueList();
        return new MissingApprovals(listed, search.IsCut || sets.Count > MissingApprovals.MostListed);
    }

    internal static Tally Of(Ballot ballot, ApprovalRule rule, DirectorySnapshot directory)
    {
        var electorate = Electorate.Of(rule.Asks, directory, ballot.More);
        return new Tally(rule, electorate, VoteCount.Of(ballot, rule, directory, electorate));
    }

    /// <summary>Whether a vote of this person could count: it is asked, in whichever step.</summary>
    internal bool Asks(ActorId person) => _electorate.PlaceOf(person) is { } place && _electorate.Asked.Has(place);

    /// <summary>Whether a decision of this board could count: it is asked, in whichever step.</summary>
    internal bool Asks(BoardId board) => _electorate.PlaceOf(board) is { } place && _electorate.Asked.Has(place);

    /// <summary>Whether it is this board's turn: what comes before is satisfied.</summary>
    internal bool AsksNow(BoardId board) => _electorate.PlaceOf(board) is { } place && OpenNow().Has(place);

    /// <summary>Whether it is this person's turn: what comes before is satisfied.</summary>
    internal bool AsksNow(ActorId person) => _electorate.PlaceOf(person) is { } place && OpenNow().Has(place);

    internal ValueList<ActorId> AskedPeople => _electorate.People(_electorate.Asked);

    private Bits OpenNow()
    {
        var open = _electorate.Nobody();
        _electorate.Root.AddOpen(_count.Voices, open);
        return open;
    }

    // Where the search was cut, a set may hold more than it needs; a large one is left as it is, since each try is a count.
    private Bits Least(Bits set)
    {
        foreach (var place in set.Count <= MostTried ? set.Places() : [])
        {
            set.Remove(place);
            if (!_electorate.Root.IsSatisfied(_count.Voices.With(set)))
            {
                set.Add(place);
            }
        }

        return set;
    }
}

/// <summary>A vote that does not count.</summary>
/// <param name="Vote">The vote.</param>
/// <param name="Why">Why not, as the rest of a sentence.</param>
public sealed record StruckVote(Vote Vote, string Why);
