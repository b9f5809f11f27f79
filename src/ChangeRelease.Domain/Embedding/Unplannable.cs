using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A change or a release that could not be planned, and why.</summary>
/// <param name="Item">Its name in the plan, had it been there.</param>
/// <param name="Refusals">Every reason, at least one, with what would cure it.</param>
public sealed record Unplannable(WorkItemId Item, ValueList<Refusal> Refusals)
{
    /// <summary>The name and the reasons.</summary>
    /// <returns>For example <c>change CHG-7: planning.effort.missing: …</c>.</returns>
    public override string ToString() => $"{Item}: {string.Join(' ', Refusals)}";
}
