using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>What an assessor answered to a question of the scheme.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Choice">The choice taken.</param>
public sealed record Answer(string Question, string Choice)
{
    /// <summary>The question's name.</summary>
    public string Question { get; init => field = Text.Canonical(value, nameof(Question)); } = Text.Canonical(Question, nameof(Question));

    /// <summary>The choice taken.</summary>
    public string Choice { get; init => field = Text.Canonical(value, nameof(Choice)); } = Text.Canonical(Choice, nameof(Choice));

    /// <summary>Question and choice.</summary>
    /// <returns>For example <c>rehearsed: no</c>.</returns>
    public override string ToString() => $"{Question}: {Choice}";
}
