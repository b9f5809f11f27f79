using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Approvals;

/// <summary>One person's voice on one content (S-22, S-23).</summary>
/// <param name="Voter">Who voted.</param>
/// <param name="Choice">What the vote says.</param>
/// <param name="Seen">The digest of the content that the voter saw.</param>
/// <param name="At">When, in whole microseconds.</param>
/// <param name="Reason">Why, in the voter's words; may be empty.</param>
public sealed record Vote(ActorId Voter, VoteChoice Choice, Digest Seen, Instant At, string Reason);
