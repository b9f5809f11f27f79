using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>The states of the built-in template model; hosts may name their own beside them.</summary>
/// <remarks>They say how the version that is being worked on stands. What is in force beside it is told by <see cref="ChangeTemplate.InForce"/>.</remarks>
public static class TemplateStates
{
    /// <summary>A version is being written.</summary>
    public static State Proposed { get; } = new("Proposed", Phase.Preparation);

    /// <summary>A version is being decided on.</summary>
    public static State Authorizing { get; } = new("Authorizing", Phase.Authorization);

    /// <summary>The latest version is in force.</summary>
    public static State Published { get; } = new("Published", Phase.Ready);

    /// <summary>No version is in force until somebody independent says so.</summary>
    public static State Suspended { get; } = new("Suspended", Phase.Paused);

    /// <summary>Over; nothing is in force, and nothing will be.</summary>
    public static State Retired { get; } = new("Retired", Phase.Ended);
}
