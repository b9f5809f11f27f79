namespace ChangeRelease.Domain.Foundation;

/// <summary>A requirement as tables name it: its code, and the arguments it was made with.</summary>
/// <param name="Code">The stable code of its refusal.</param>
/// <param name="Arguments">What it was made with; none for most.</param>
public sealed record RequirementRef(string Code, Arguments Arguments)
{
    /// <summary>The code, and the arguments in parentheses when there are any.</summary>
    /// <returns>For example <c>change.lead-time.short(days: 3)</c>.</returns>
    public override string ToString() => Arguments.Count == 0 ? Code : $"{Code}({Arguments})";
}
