namespace ReleasePortfolio;

/// <summary>How large a version is.</summary>
internal enum VersionKind
{
    /// <summary>Tried in one region.</summary>
    Candidate,

    /// <summary>Small, soon, everywhere.</summary>
    Patch,

    /// <summary>Large, with more time to watch.</summary>
    Minor,
}
