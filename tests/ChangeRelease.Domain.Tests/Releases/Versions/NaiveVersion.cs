using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ChangeRelease.Domain.Tests.Releases.Versions;

/// <summary>Versions once more, as the specification's text has them: its own pattern for what is one, and its sentences on precedence, one after the other.</summary>
internal static partial class NaiveVersion
{
    public static bool IsValid(string text) => Pattern().IsMatch(text) && !text.EndsWith('\n');

    public static int Compare(string left, string right)
    {
        var (one, other) = (Pattern().Match(left).Groups, Pattern().Match(right).Groups);
        foreach (var number in new[] { "major", "minor", "patch" })
        {
            if (Number(one[number].Value) != Number(other[number].Value))
            {
                return Number(one[number].Value) < Number(other[number].Value) ? -1 : 1;
            }
        }

        var (first, second) = (one["prerelease"].Value, other["prerelease"].Value);
        if (first == second)
        {
            return 0;
        }

        if (first.Length == 0 || second.Length == 0)
        {
            return first.Length == 0 ? 1 : -1;
        }

        var (these, those) = (first.Split('.'), second.Split('.'));
        for (var at = 0; ; at++)
        {
            if (at == these.Length || at == those.Length)
            {
                return at == these.Length ? -1 : 1;
            }

            if (these[at] != those[at])
            {
                return Before(these[at], those[at]) ? -1 : 1;
            }
        }
    }

    private static bool Before(string one, string other)
    {
        var (isNumber, isOtherNumber) = (one.All(char.IsAsciiDigit), other.All(char.IsAsciiDigit));
        return isNumber && isOtherNumber ? Number(one) < Number(other)
            : isNumber != isOtherNumber ? isNumber
            : string.CompareOrdinal(one, other) < 0;
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    // As semver.org gives it under "Is there a suggested regular expression", with named groups.
    [GeneratedRegex(@"^(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)(?:-(?<prerelease>(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+(?<build>[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
