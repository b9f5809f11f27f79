using System.Globalization;
using System.Text;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How wide text is, at most, in ordinary fonts: pictures are laid out before anybody draws them.</summary>
internal static class TextWidth
{
    /// <summary>The width in the units of the font size.</summary>
    public static int Of(string text, int size) => text.EnumerateRunes().Sum(Thousandths) * size / 1_000;

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Fit(string text, int size, int width)
    {
        if (Of(text, size) <= width)
        {
            return text;
        }

        var (fit, left) = (new StringBuilder(), (width * 1_000 / size) - 900);
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (left -= Thousandths(rune)) >= 0))
        {
            fit.Append(rune.ToString());
        }

        return $"{fit}…";
    }

    /// <summary>The text on several lines, broken at blanks; a word that is too long is cut.</summary>
    public static IEnumerable<string> Lines(string text, int size, int width)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Fit(word, size, width)))
        {
            var longer = line.Length > 0 ? $"{line} {word}" : word;
            if (Of(longer, size) > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }

    private static int Thousandths(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 360,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 950,
        < 0x80 when Rune.IsUpper(rune) => 720,
        < 0x250 => 630,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1_050,
    };
}
