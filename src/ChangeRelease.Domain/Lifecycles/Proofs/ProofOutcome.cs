namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What came of proving a policy.</summary>
public enum ProofOutcome
{
    /// <summary>It is so, whatever happens.</summary>
    Holds,

    /// <summary>It is not so: there is a counter-example.</summary>
    Fails,

    /// <summary>No counter-example was found, but a path leaves for a definition that is not given, and unknown is not yes (S-4).</summary>
    Unproved,

    /// <summary>The policy names something that no definition has.</summary>
    Misstated,
}
