using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>One voice in an assessment; the highest decides, and all of them are kept.</summary>
/// <param name="Source">What speaks.</param>
/// <param name="Grade">The risk that it sees.</param>
/// <param name="Because">Why, in words.</param>
public sealed record RiskContribution(RiskSource Source, Grade Grade, string Because)
{
    /// <summary>Why, in words.</summary>
    public string Because { get; init => field = Text.Canonical(value, nameof(Because)); } = Text.Canonical(Because, nameof(Because));

    /// <summary>The voice on one line.</summary>
    /// <returns>For example <c>Matrix: High, impact High and likelihood High</c>.</returns>
    public override string ToString() => $"{Source}: {Grade}, {Because}";
}
