namespace ChangeRelease.Domain.Releases;

/// <summary>One bound of a range.</summary>
internal sealed record VersionBound(VersionBoundKind Kind, SemanticVersion Version)
{
    private static readonly (VersionBoundKind Kind, string Sign)[] Signs =
        [(VersionBoundKind.AtLeast, ">="), (VersionBoundKind.Below, "<"), (VersionBoundKind.Exactly, "="), (VersionBoundKind.Compatible, "^")];

    private static readonly SemanticVersion First = SemanticVersion.Parse("0.0.0-0");

    /// <summary>The lowest version within the bound.</summary>
    public SemanticVersion Lowest => Kind == VersionBoundKind.Below ? First : Version;

    public static VersionReading<VersionBound> Read(string text) => Signs.FirstOrDefault(entry => text.StartsWith(entry.Sign, StringComparison.Ordinal)) is (var kind, { } sign)
        ? SemanticVersion.Read(text[sign.Length..]) is { Value: { } version }
            ? new VersionReading<VersionBound>(new VersionBound(kind, version), [])
            : new VersionReading<VersionBound>(null, SemanticVersion.Read(text[sign.Length..]).Faults)
        : new VersionReading<VersionBound>(null, [new VersionFault("release.version.no-bound", "sign", "A bound begins with '>=', '<', '=' or '^'.")]);

    public bool Holds(SemanticVersion version) => Kind switch
    {
        VersionBoundKind.AtLeast => !version.IsOlderThan(Version),
        VersionBoundKind.Below => version.IsOlderThan(Version) && (Version.IsPrerelease || version.Final != Version.Final),
        VersionBoundKind.Exactly => SemanticVersion.Precedence.Compare(version, Version) == 0,
        _ => !version.IsOlderThan(Version) && version.Major == Version.Major && (!Version.IsInitial || IsCompatibleInitially(version)),
    };

    public override string ToString() => Signs.First(entry => entry.Kind == Kind).Sign + Version;

    private bool IsCompatibleInitially(SemanticVersion version) => version.Minor == Version.Minor && (!Version.Minor.IsZero || version.Patch == Version.Patch);
}
