namespace ChangeRelease.Domain.Releases;

/// <summary>What evidence says of a gate.</summary>
public enum GateVerdict
{
    /// <summary>The gate may be passed.</summary>
    Passed,

    /// <summary>Neither: it must be looked at again.</summary>
    Inconclusive,

    /// <summary>The gate may not be passed; the rollout stops.</summary>
    Failed,
}
