using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>What a command says of a vote; who casts it stands in the stamp (S-9).</summary>
/// <param name="Choice">What the vote says.</param>
/// <param name="Seen">The digest of the content that the voter saw (S-23).</param>
/// <param name="OnBehalfOf">Whose voice it uses, by delegation; null for the voter's own.</param>
/// <param name="Reason">Why; may be empty.</param>
public sealed record VotingPaper(VoteChoice Choice, Digest Seen, ActorId? OnBehalfOf, string Reason);
