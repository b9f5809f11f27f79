using System.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Text at the door: well-formed, normalized, so that what is hashed is what was meant (S-73).</summary>
internal static class Text
{
    public static bool IsWellFormed(string value) => !value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || HasWholePairs(value);

    /// <summary>The text in Unicode normal form C.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static string Canonical(string? value, string parameter) => value switch
    {
        null or "" => string.Empty,
        _ when !IsWellFormed(value) => throw new ArgumentException("The text holds half a surrogate pair.", parameter),
        _ => value.Normalize(NormalizationForm.FormC),
    };

    public static bool IsBlank(string? value) => string.IsNullOrWhiteSpace(value);

    private static bool HasWholePairs(string value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (char.IsHighSurrogate(value[at]) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(value[at]))
            {
                return false;
            }
        }

        return true;
    }
}
