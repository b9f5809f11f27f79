namespace ChangeRelease.Domain.Releases;

/// <summary>What manner of bound it is.</summary>
internal enum VersionBoundKind
{
    /// <summary>The version and all after it.</summary>
    AtLeast,

    /// <summary>All before the version, and before its prereleases.</summary>
    Below,

    /// <summary>The version, of whatever build.</summary>
    Exactly,

    /// <summary>The version and all after it that keep its promises.</summary>
    Compatible,
}
