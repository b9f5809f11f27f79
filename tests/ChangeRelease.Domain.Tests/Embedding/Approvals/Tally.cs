using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>Counts votes by hand, as a clerk would who knows no policy but "two of the CAB, or their board with two there, and nobody who had a hand in it".</summary>
internal sealed class Tally(ActorId requester)
{
    private readonly Dictionary<ActorId, Vote> _votes = [];
    private readonly HashSet<ActorId> _hands = [requester];

    private Vote? _board;

    /// <summary>What is not as it must be; null when all is.</summary>
    public string? Wrong { get; private set; }

    /// <summary>How many times it was decided that it goes ahead.</summary>
    public int Decided { get; private set; }

    public void Cast(Vote vote, Digest content)
    {
        if (vote.Seen != content)
        {
            Find($"{vote} is for another content");
        }

        if (vote.Board is not null)
        {
            _board = vote;
        }
        else if (!_votes.TryAdd(vote.Voter, vote))
        {
            Find($"{vote.Voter} has two votes");
        }
    }

    public void Withdraw(ActorId voter)
    {
        if (!_votes.Remove(voter))
        {
            Find($"{voter} had no vote to take back");
        }
    }

    public void WithdrawBoard() => _board = null;

    /// <summary>Whoever edits has a hand in it from now on, and nobody voted on what it says now.</summary>
    public void Edit(ActorId editor)
    {
        _hands.Add(editor);
        Void();
    }

    public void Void()
    {
        _votes.Clear();
        _board = null;
    }

    public void Decide(Digest content, ValueList<ActorId> approvers)
    {
        Decided++;
        var counted = _votes.Values.Where(vote => vote.Choice == VoteChoice.Approve && vote.Seen == content && !_hands.Contains(vote.Voter)).Select(vote => vote.Voter).ToHashSet();
        var isByBoard = _board is { Choice: VoteChoice.Approve, Board: { } board } && _board.Seen == content && board.Attendance.Count(there => !_hands.Contains(there)) >= Panel.Quorum;
        if (counted.Count < Panel.Quorum && !isByBoard)
        {
            Find($"it goes ahead with {counted.Count} votes");
        }

        if (approvers.Distinct().Count() != approvers.Count)
        {
            Find($"somebody counts twice in {approvers}");
        }

        if (!isByBoard && approvers.Any(approver => !counted.Contains(approver)))
        {
            Find($"{approvers} are said to have approved, and only {string.Join(", ", counted)} did");
        }
    }

    /// <summary>Whether the votes that stand are these.</summary>
    public void Compare(ValueList<Vote> votes)
    {
        if (votes.Count != _votes.Count + (_board is null ? 0 : 1) || votes.Any(vote => vote.Board is null ? !_votes.TryGetValue(vote.Voter, out var own) || own != vote : vote != _board))
        {
            Find($"{votes} stand, where {string.Join(", ", _votes.Values)} and {_board} were cast");
        }
    }

    private void Find(string wrong) => Wrong ??= wrong;
}
