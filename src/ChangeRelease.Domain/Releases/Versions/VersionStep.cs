namespace ChangeRelease.Domain.Releases;

/// <summary>What kind of step leads from one version to another, by the first number that differs.</summary>
public enum VersionStep
{
    /// <summary>None: both have the same precedence, though their builds may differ.</summary>
    None,

    /// <summary>The numbers are the same; what follows the hyphen went on, or is gone.</summary>
    Prerelease,

    /// <summary>The third number rises first.</summary>
    Patch,

    /// <summary>The second number rises first.</summary>
    Minor,

    /// <summary>The first number rises.</summary>
    Major,

    /// <summary>Back: the other version comes before this one.</summary>
    Downgrade,
}
