namespace ChangeRelease.Domain.Releases;

/// <summary>The order of versions of semver.org 2.0.0, item 11; numbers of any length are compared as numbers.</summary>
internal static class VersionPrecedence
{
    public static int Compare(SemanticVersion left, SemanticVersion right) =>
        left.Major.CompareTo(right.Major) is var major and not 0 ? major
        : left.Minor.CompareTo(right.Minor) is var minor and not 0 ? minor
        : left.Patch.CompareTo(right.Patch) is var patch and not 0 ? patch
        : Prereleases(left, right);

    // A version without prerelease comes after all that have one; of two, the shorter one where all else is equal comes first.
    private static int Prereleases(SemanticVersion left, SemanticVersion right)
    {
        if (!left.IsPrerelease || !right.IsPrerelease)
        {
            return right.IsPrerelease.CompareTo(left.IsPrerelease);
        }

        var different = left.Prerelease.Zip(right.Prerelease, Identifiers).FirstOrDefault(order => order != 0);
        return different != 0 ? different : left.Prerelease.Count.CompareTo(right.Prerelease.Count);
    }

    // Without leading zeros the longer number is the greater one; numbers come before words.
    private static int Identifiers(string left, string right) => (IsNumber(left), IsNumber(right)) switch
    {
        (true, true) when left.Length != right.Length => left.Length.CompareTo(right.Length),
        (true, false) => -1,
        (false, true) => 1,
        _ => Math.Sign(string.CompareOrdinal(left, right)),
    };

    public static bool IsNumber(string identifier) => identifier.All(char.IsAsciiDigit);
}
