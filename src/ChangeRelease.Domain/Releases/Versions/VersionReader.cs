using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Reads one version by the grammar of semver.org 2.0.0, and finds everything that is wrong with it.</summary>
internal static class VersionReader
{
    private static readonly string[] Numbers = ["major", "minor", "patch"];

    public static ValueList<VersionFault> FaultsOf(string text) => text.Length switch
    {
        0 => [Fault("empty", "text", "There is no version.")],
        > SemanticVersion.Longest => [Fault("too-long", "text", FormattableString.Invariant($"The text is longer than {SemanticVersion.Longest} characters."))],
        _ => Faults(Parts(text)).ToValueList(),
    };

    public static ValueList<VersionFault> FaultsOfPrerelease(string identifiers)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        return Identifiers("prerelease", identifiers, hasNumbers: true).ToValueList();
    }

    /// <summary>The three parts, the numbers first; null where there is no hyphen, or no plus sign.</summary>
    public static (string Core, string? Prerelease, string? Build) Parts(string text)
    {
        var (before, build) = Cut(text, '+');
        var (core, prerelease) = Cut(before, '-');
        return (core, prerelease, build);
    }

    private static (string Before, string? After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var place and >= 0 ? (text[..place], text[(place + 1)..]) : (text, null);

    private static IEnumerable<VersionFault> Faults((string Core, string? Prerelease, string? Build) parts) => Core(parts.Core.Split('.'))
        .Concat(Identifiers("prerelease", parts.Prerelease, hasNumbers: true))
        .Concat(Identifiers("build", parts.Build, hasNumbers: false));

    private static IEnumerable<VersionFault> Core(string[] numbers)
    {
        if (numbers.Length != Numbers.Length)
        {
            yield return Fault("not-three-numbers", "numbers", FormattableString.Invariant($"A version has three numbers, and this one has {numbers.Length}."));
        }

        foreach (var fault in numbers.Zip(Numbers).SelectMany(pair => Number(pair.Second, pair.First)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<VersionFault> Number(string part, string number) =>
        Identifier(part, number, char.IsAsciiDigit, "a digit").Concat(LeadingZero(part, number));

    private static IEnumerable<VersionFault> Identifiers(string name, string? identifiers, bool hasNumbers) => identifiers?.Split('.')
        .SelectMany((identifier, at) => One(FormattableString.Invariant($"{name} {at + 1}"), identifier, hasNumbers)) ?? [];

    private static IEnumerable<VersionFault> One(string part, string identifier, bool hasNumbers) =>
        Identifier(part, identifier, symbol => char.IsAsciiLetterOrDigit(symbol) || symbol == '-', "an ASCII letter, a digit or a hyphen")
            .Concat(hasNumbers ? LeadingZero(part, identifier) : []);

    private static IEnumerable<VersionFault> Identifier(string part, string identifier, Func<char, bool> isAllowed, string allowed)
    {
        if (identifier.Length == 0)
        {
            yield return Fault("empty-part", part, "Nothing stands here.");
        }

        foreach (var symbol in identifier.Where(symbol => !isAllowed(symbol)).Distinct())
        {
            yield return Fault("illegal-character", part, FormattableString.Invariant($"U+{(int)symbol:X4} is not {allowed}."));
        }
    }

    private static IEnumerable<VersionFault> LeadingZero(string part, string number) => number.Length > 1 && number[0] == '0' && VersionPrecedence.IsNumber(number)
        ? [Fault("leading-zero", part, "A number does not begin with a zero, unless it is zero.")]
        : [];

    private static VersionFault Fault(string problem, string part, string message) => new($"release.version.{problem}", part, message);
}
