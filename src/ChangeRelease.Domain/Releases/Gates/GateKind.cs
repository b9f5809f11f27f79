namespace ChangeRelease.Domain.Releases;

/// <summary>What shows that a gate may be passed (S-52).</summary>
public enum GateKind
{
    /// <summary>Tests that ran in the stage.</summary>
    Tests,

    /// <summary>An analysis of what was measured in the stage; the host gives its verdict.</summary>
    Analysis,

    /// <summary>What is left of an error budget.</summary>
    ErrorBudget,

    /// <summary>A person who looked, and had no hand in the release.</summary>
    Manual,
}
