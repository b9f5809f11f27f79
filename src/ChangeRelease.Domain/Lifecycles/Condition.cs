using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A requirement that asks about the input, as it stands before the input is given (S-7).</summary>
/// <param name="Requirement">The requirement as tables name it.</param>
/// <param name="Sentence">What is needed.</param>
/// <param name="Reads">The names of the parameters it reads; empty when it may read any.</param>
public sealed record Condition(RequirementRef Requirement, string Sentence, ValueList<string> Reads)
{
    /// <summary>The sentence, and the requirement.</summary>
    /// <returns>For example <c>A reason is given. (change.reason.missing)</c>.</returns>
    public override string ToString() => $"{Sentence} ({Requirement})";

    internal static Condition Of<TAttempt>(Requirement<TAttempt> requirement) => new(requirement.Reference, requirement.Sentence, requirement.Reads);
}
