namespace ChangeRelease.Domain.Changes;

/// <summary>What a post-implementation review found.</summary>
public enum ReviewOutcome
{
    /// <summary>It did what it should.</summary>
    Successful,

    /// <summary>It did what it should, with trouble on the way.</summary>
    SuccessfulWithIssues,

    /// <summary>It was undone.</summary>
    BackedOut,

    /// <summary>It did not do what it should.</summary>
    Failed,
}
