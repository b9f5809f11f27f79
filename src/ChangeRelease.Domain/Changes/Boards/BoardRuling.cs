using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What a board decided on one of several changes.</summary>
/// <param name="Change">The change.</param>
/// <param name="Choice">What the board decided.</param>
/// <param name="Seen">The digest of the content that the board saw (S-23).</param>
/// <param name="Attendance">Who was present when this one was decided; people come and go.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record BoardRuling(ChangeId Change, VoteChoice Choice, Digest Seen, ValueList<ActorId> Attendance, string Reason = "")
{
    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init => field = Text.Canonical(value, nameof(Reason)); } = Text.Canonical(Reason, nameof(Reason));
}
