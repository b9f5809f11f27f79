namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One thing that is wrong with a definition (S-11).</summary>
/// <param name="Code">The stable code, <c>lifecycle.subject.problem</c>.</param>
/// <param name="Place">Where in the table: a state, a state and a trigger, or the table's name.</param>
/// <param name="Message">What is wrong, and what would mend it.</param>
public sealed record LifecycleFault(string Code, string Place, string Message)
{
    /// <summary>Code, place and message on one line.</summary>
    /// <returns>For example <c>lifecycle.state.unreachable at Limbo: …</c>.</returns>
    public override string ToString() => $"{Code} at {Place}: {Message}";
}
