namespace ChangeRelease.Domain.Foundation;

/// <summary>One thing that is wrong with a document that somebody wrote.</summary>
/// <param name="Code">The stable code, <c>room.document.problem</c>, or the code of what the document would have built.</param>
/// <param name="Path">Where, as a JSON path such as <c>$.transitions[3].needs[0].code</c>.</param>
/// <param name="Message">What is wrong, and what would mend it.</param>
public sealed record DocumentFault(string Code, string Path, string Message)
{
    /// <summary>Code, path and message on one line.</summary>
    /// <returns>For example <c>lifecycle.document.member-missing at $.states[2]: …</c>.</returns>
    public override string ToString() => $"{Code} at {Path}: {Message}";
}
