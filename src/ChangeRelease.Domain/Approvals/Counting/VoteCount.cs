using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The votes sorted into those that count and those that do not.</summary>
internal sealed class VoteCount
{
    private readonly Ballot _ballot;
    private readonly ApprovalRule _rule;
    private readonly DirectorySnapshot _directory;
    private readonly Electorate _electorate;
    private readonly Bits _contributors;
    private readonly Bits _spoken;
    private readonly Bits _voters;
    private HashSet<ActorId>? _strangers;

    private VoteCount(Ballot ballot, ApprovalRule rule, DirectorySnapshot directory, Electorate electorate)
    {
        (_ballot, _rule, _directory, _electorate) = (ballot, rule, directory, electorate);
        (_contributors, _spoken, _voters) = (electorate.Nobody(), electorate.Nobody(), electorate.Nobody());
        Voices = new Voices(electorate.Nobody(), electorate.Nobody());
    }

    public Voices Voices { get; }

    public List<Vote> Approvals { get; } = [];

    public List<StruckVote> Struck { get; } = [];

    /// <summary>Who has not spoken and could.</summary>
    public Bits Open
    {
        get
        {
            var open = _electorate.Asked.Copy();
            open.Remove(_spoken);
            open.Remove(_voters);
            open.Remove(_contributors);
            foreach (var place in open.Places().Where(place => _electorate.IsBoard(place) && BoardProblem(_electorate.At(place).Board!, null) is not null))
            {
                open.Remove(place);
            }

            return open;
        }
    }

    public static VoteCount Of(Ballot ballot, ApprovalRule rule, DirectorySnapshot directory, Electorate electorate)
    {
        var count = new VoteCount(ballot, rule, directory, electorate);
        count.StrikeContributors();

        // Where two votes use one voice the more cautious counts, so that a later rejection is not hidden.
        count.Take(VoteChoice.Reject);
        count.Take(VoteChoice.Abstain);
        count.Take(VoteChoice.Approve);
        return count;
    }

    public int PlaceOf(Vote vote) => _ballot.Votes.Select((other, place) => ReferenceEquals(other, vote) ? place : int.MaxValue).Min();

    private void StrikeContributors()
    {
        foreach (var hand in _ballot.Contributors.Hands)
        {
            if (_electorate.PlaceOf(hand.Person) is { } place)
            {
                _contributors.Add(place);
            }
        }
    }

    private void Take(VoteChoice choice)
    {
        foreach (var vote in _ballot.Votes)
        {
            if (vote.Choice == choice)
            {
                Take(vote);
            }
        }
    }

    private void Take(Vote vote)
    {
        var place = vote.Board is { } decision ? _electorate.PlaceOf(decision.Board) : _electorate.PlaceOf(vote.Seat);
        if (Problem(vote, place) is { } problem)
        {
            Struck.Add(new StruckVote(vote, problem));
            return;
        }

        Speak(vote, place!.Value);
        if (vote.Choice == VoteChoice.Approve)
        {
            Voices.Approving.Add(place.Value);
            Approvals.Add(vote);
        }
        else if (vote.Choice == VoteChoice.Reject)
        {
            Voices.Rejecting.Add(place.Value);
        }
    }

    // One person, one voice: whoever voted has used theirs, and whoever's voice it was, too. A board's is its own.
    private void Speak(Vote vote, int place)
    {
        _spoken.Add(place);
        if (vote.Board is not null)
        {
            return;
        }

        if (VoterPlace(vote, place) is { } voter)
        {
            _voters.Add(voter);
        }
        else
        {
            (_strangers ??= []).Add(vote.Voter);
        }
    }

    private int? VoterPlace(Vote vote, int place) => vote.Chain.Count == 0 ? place : _electorate.PlaceOf(vote.Voter);

    private string? Problem(Vote vote, int? place) => vote switch
    {
        _ when vote.Seen != _ballot.Content => "it names another content than the present one",
        _ when _rule.Validity is { } validity && vote.At + validity <= _ballot.Now => $"it expired at {(vote.At + validity).ToText()}",
        { Board: { } decision } when place is not { } asked || !_electorate.Asked.Has(asked) => $"the board {decision.Board} is not among those who are asked",
        { Board: { } decision } => BoardProblem(decision.Board, vote) ?? (_spoken.Has(place.Value) ? $"the board {decision.Board} decided already" : null),
        _ when place is not { } asked || !_electorate.Asked.Has(asked) => $"{vote.Seat} is not among those who are asked",
        _ when vote.Choice == VoteChoice.Approve && HandOf(vote, place.Value) is { } person => $"{person} had a hand in it ({_ballot.Contributors.ChainOf(person)})",
        _ when _spoken.Has(place.Value) || HasVoted(vote, place.Value) => $"{vote.Seat} or {vote.Voter} spoke in another vote",
        _ => null,
    };

    // Whoever had a hand in it does not approve; a "no" that was given before stands, or striking people out would lift vetoes (S-8, S-24).
    private ActorId? HandOf(Vote vote, int place) =>
        vote.Chain.Count == 0 && vote.Through is null
            ? _contributors.Has(place) ? vote.Voter : null
            : vote.Chain.Append(vote.Voter).Concat(vote.Through is { } account ? [account] : []).FirstOrDefault(_ballot.Contributors.Include);

    private bool HasVoted(Vote vote, int place) =>
        VoterPlace(vote, place) is { } voter ? _voters.Has(voter) : _strangers?.Contains(vote.Voter) == true;

    // Without a vote: whether the board could decide at all.
    private string? BoardProblem(BoardId id, Vote? vote) => _directory.BoardsCalled(id) switch
    {
        [var board] => Problem(board, vote),
        [] => $"the board {id} is not known",
        _ => $"the directory knows two boards called {id}",
    };

    private string? Problem(Board board, Vote? vote)
    {
        var quorum = BoardQuorum.Of(board, _directory, _ballot.Contributors, vote?.Board!.Attendance ?? _directory.PeopleIn(board.Members).ToValueList());
        return vote switch
        {
            { } when !_directory.Has(vote.Voter, board.Recorders) => $"{vote.Voter} is not in {board.Recorders}, who record what the board {board.Id} decides",
            { } when _ballot.Contributors.Include(vote.Voter) => $"{vote.Voter} had a hand in it ({_ballot.Contributors.ChainOf(vote.Voter)})",
            _ when !quorum.IsReached => FormattableString.Invariant($"{quorum.Counting.Count} of its members without a hand in it attended, and its quorum is {quorum.Need}"),
            _ => null,
        };
    }
}
