using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>A post-implementation review.</summary>
/// <param name="Outcome">What it found.</param>
/// <param name="Findings">What was learned; may be empty.</param>
/// <param name="Reviewer">Who reviewed.</param>
public sealed record Review(ReviewOutcome Outcome, string Findings, Actor Reviewer)
{
    /// <summary>The severity of the worst incident that the change caused; null when it caused none.</summary>
    public Grade? Incident { get; init; }
}
