namespace ChangeRelease.Domain.Changes;

/// <summary>One thing that is wrong with an assessment scheme or a priority table.</summary>
/// <param name="Code">The stable code, <c>assessment.subject.problem</c>; safe to branch on and to translate.</param>
/// <param name="Place">Which part of the scheme, and which row or entry of it.</param>
/// <param name="Message">What is wrong, and what would mend it.</param>
public sealed record AssessmentFault(string Code, string Place, string Message)
{
    /// <summary>Code, place and message on one line.</summary>
    /// <returns>For example <c>assessment.table.row-missing at matrix: …</c>.</returns>
    public override string ToString() => $"{Code} at {Place}: {Message}";
}
