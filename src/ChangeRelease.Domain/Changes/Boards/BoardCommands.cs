using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Records what a board decided on the present content, by its chair or secretary (S-22).</summary>
/// <param name="Board">The board.</param>
/// <param name="Attendance">Who attended when it was decided; who had a hand in the change is struck out.</param>
/// <param name="Choice">What the board decided.</param>
/// <param name="Seen">The digest of the content that the board saw (S-23).</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record RecordBoardDecision(BoardId Board, ValueList<ActorId> Attendance, VoteChoice Choice, Digest Seen, string Reason = "") : ChangeCommand
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.RecordDecision;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) =>
        new VoteCast(header, attempt.Ballot.Cast(Paper, attempt.Stamp));

    internal BoardPaper Paper => new(Board, Attendance, Choice, Seen, Reason);
}

/// <summary>Takes a board's decision back, until it has taken effect (S-25); the chair or the secretary may, whoever of them recorded it.</summary>
/// <param name="Board">The board.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record WithdrawBoardDecision(BoardId Board, string Reason) : ChangeCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ChangeTriggers.WithdrawDecision;

    internal override string Because => Reason;

    internal override ChangeEvent Happened(ChangeAttempt attempt, EventHeader header, LifecycleRef model) => new BoardDecisionWithdrawn(header, Board, Reason);
}

/// <summary>A board's decision was taken back; what was decided stays in the history.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Board">The board.</param>
/// <param name="Reason">Why.</param>
public sealed record BoardDecisionWithdrawn(EventHeader Header, BoardId Board, string Reason)
    : ChangeEvent(Header);
