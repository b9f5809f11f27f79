using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>One thing that is wrong with a plan.</summary>
/// <param name="Code">Which of <see cref="PlanViolationCodes"/>; stable.</param>
/// <param name="Name">The calendar, closure, resource, precedence, exclusion, limit, rule or part of the score that is broken or wrong; empty when there is none.</param>
/// <param name="Items">The items that are concerned; the one that was looked at comes first.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
public sealed record PlanViolation(string Code, string Name, ValueList<WorkItemId> Items, string Message)
{
    /// <summary>The violation on one line.</summary>
    /// <returns>For example <c>plan.resource.over-capacity (REL-7, REL-9): …</c>.</returns>
    public override string ToString() => $"{Code} ({string.Join(", ", Items)}): {Message}";
}
