using System.Text;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Folds lines to 75 bytes without cutting a character in two (RFC 5545, 3.1).</summary>
internal static class ContentText
{
    private const int Most = 75;
    private const string Break = "\r\n";

    /// <summary>The lines of a text, unfolded.</summary>
    public static string[] Unfolded(string text) =>
        text.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split(Break, StringSplitOptions.RemoveEmptyEntries);

    public static string Folded(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static void Fold(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > Most)
            {
                text.Append(Break).Append(' ');
                bytes = 1;
            }

            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        text.Append(Break);
    }
}
