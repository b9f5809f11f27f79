namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Where a subject stands: all that a definition needs to know of it (S-13).</summary>
/// <param name="Definition">The definition it lives under.</param>
/// <param name="State">The state it is in.</param>
/// <param name="Version">The version of the subject that this holds for, as its host counts; 0 for one without history.</param>
public sealed record Standing(LifecycleRef Definition, State State, long Version)
{
    /// <summary>The state it came from, which rows that lead back ask for; null when it is not kept.</summary>
    public State? Origin { get; init; }
}
