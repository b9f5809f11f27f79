using System.Text.RegularExpressions;

namespace ChangeRelease.Domain.Foundation;

/// <summary>The shape of a refusal code: <c>room.subject.problem</c>, each word in kebab case (S-3).</summary>
internal static partial class RefusalCode
{
    public static bool IsWellFormed(string? code) => code is not null && Shape().IsMatch(code);

    public static string Checked(string code) => IsWellFormed(code)
        ? code
        : throw new ArgumentException($"A refusal code reads room.subject.problem in kebab case, but this one reads '{code}'.", nameof(code));

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*){2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
