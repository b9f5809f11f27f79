using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Records what a board decided on go or no-go for the present content, by its chair or secretary (S-22).</summary>
/// <param name="Board">The board.</param>
/// <param name="Attendance">Who attended when it was decided; who had a hand in the release is struck out.</param>
/// <param name="Choice">What the board decided.</param>
/// <param name="Seen">The digest of the content that the board saw (S-23).</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record RecordReleaseDecision(BoardId Board, ValueList<ActorId> Attendance, VoteChoice Choice, Digest Seen, string Reason = "") : ReleaseCommand
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.RecordDecision;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseVoteCast(header, attempt.Ballot.Cast(Paper, attempt.Stamp));

    internal BoardPaper Paper => new(Board, Attendance, Choice, Seen, Reason);
}

/// <summary>Takes a board's decision back, until it has taken effect (S-25); the chair or the secretary may, whoever of them recorded it.</summary>
/// <param name="Board">The board.</param>
/// <param name="Reason">Why; not blank.</param>
public sealed record WithdrawReleaseDecision(BoardId Board, string Reason) : ReleaseCommand
{
    /// <summary>Why; not blank.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));

    private protected override Trigger Takes => ReleaseTriggers.WithdrawDecision;

    internal override string Because => Reason;

    internal override ReleaseEvent Happened(ReleaseAttempt attempt, EventHeader header) => new ReleaseDecisionWithdrawn(header, Board, Reason);
}
