using System.Text;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Texts as a file can hold them.</summary>
internal static class EntryText
{
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC);
        return lines.Any(IsUnwelcome) ? string.Concat(lines.Select(character => IsUnwelcome(character) ? '\uFFFD' : character)) : lines;
    }

    private static bool IsUnwelcome(char character) => char.IsControl(character) && character is not ('\n' or '\t');
}
