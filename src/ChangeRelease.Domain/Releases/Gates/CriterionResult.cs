using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What was shown of a criterion, and of which content: it counts for no other (S-23).</summary>
/// <param name="Content">The digest of the release's content at that time.</param>
/// <param name="Result">What was shown, by whom, and what it says.</param>
public sealed record CriterionResult(Digest Content, GateResult Result);
