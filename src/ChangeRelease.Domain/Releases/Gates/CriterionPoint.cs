namespace ChangeRelease.Domain.Releases;

/// <summary>Before what a criterion must be met: the entry to, or the exit from, a phase of a release.</summary>
public enum CriterionPoint
{
    /// <summary>Before it is built.</summary>
    Build,

    /// <summary>Before it leaves the tests.</summary>
    Tests,

    /// <summary>Before it is let go.</summary>
    Go,

    /// <summary>Before it begins to go out.</summary>
    Deployment,

    /// <summary>Before it is accepted after its early life; a hand-over to operations is such a criterion.</summary>
    Acceptance,
}
