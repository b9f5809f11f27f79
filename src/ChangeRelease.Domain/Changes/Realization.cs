namespace ChangeRelease.Domain.Changes;

/// <summary>How the making of a change ended.</summary>
public enum Realization
{
    /// <summary>The work was completed.</summary>
    Completed,

    /// <summary>The work was undone.</summary>
    BackedOut,

    /// <summary>The work was to be undone, and that failed.</summary>
    BackOutFailed,
}
