using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>The published version of a template that a change was submitted under: its authority, as long as that holds (S-30).</summary>
/// <param name="Template">The template.</param>
/// <param name="Number">The number of its version.</param>
public sealed record TemplatePin(TemplateId Template, int Number)
{
    /// <summary>The template and its version.</summary>
    /// <returns>For example <c>restart@3</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Template}@{Number}");
}
