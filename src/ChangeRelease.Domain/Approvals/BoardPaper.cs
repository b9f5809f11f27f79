using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>What a command says of a board's decision; who records it stands in the stamp (S-9).</summary>
/// <param name="Board">The board.</param>
/// <param name="Attendance">Who attended when it was decided; those who do not count may be among them.</param>
/// <param name="Choice">What the board decided.</param>
/// <param name="Seen">The digest of the content that the board saw (S-23).</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record BoardPaper(BoardId Board, ValueList<ActorId> Attendance, VoteChoice Choice, Digest Seen, string Reason);
