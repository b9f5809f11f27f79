namespace ChangeRelease.Domain.Scheduling;

/// <summary>How work conflicts.</summary>
public enum ConflictKind
{
    /// <summary>Both are at work at the same time.</summary>
    Overlap,

    /// <summary>Less time lies between them than must.</summary>
    TooNear,

    /// <summary>More are at work at once than may be.</summary>
    OverCapacity,

    /// <summary>It cannot be judged, since something is not known; so it is not allowed (S-4).</summary>
    Unjudged,
}
