using System.Globalization;
using System.Text;

namespace QuickStart.Reports;

/// <summary>Text for a terminal: no line is wider than 80 columns, and nothing that people wrote can move the cursor.</summary>
internal sealed class Page
{
    public const int Width = 80;

    private readonly StringBuilder _text = new();

    public Page Heading(string text, char rule)
    {
        var title = Wrapped(text, Width).First();
        return Blank().Raw(title).Raw(new string(rule, title.Length));
    }

    public Page Blank() => _text.Length == 0 ? this : Raw(string.Empty);

    /// <summary>A paragraph whose first line begins with a label, and whose other lines line up behind it.</summary>
    public Page Labeled(string label, string text)
    {
        var lines = Wrapped(text, Width - label.Length).ToList();
        Raw(label + lines[0]);
        foreach (var line in lines.Skip(1))
        {
            Raw(new string(' ', label.Length) + line);
        }

        return this;
    }

    public Page Raw(string line)
    {
        _text.Append(line.TrimEnd()).Append('\n');
        return this;
    }

    public override string ToString() => _text.ToString();

    /// <summary>A text cut to a column, with dots where something is missing.</summary>
    public static string Cell(string text, int width)
    {
        var safe = Safe(text);
        return safe.Length <= width ? safe.PadRight(width) : $"{Cut(safe, width - 2)}..".PadRight(width);
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in Safe(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Broken(word, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? string.Empty : " ").Append(word);
        }

        yield return line.ToString();
    }

    private static IEnumerable<string> Broken(string word, int width)
    {
        while (word.Length > width)
        {
            var part = Cut(word, width);
            yield return part;
            word = word[part.Length..];
        }

        yield return word;
    }

    // Half a character is none.
    private static string Cut(string text, int width) => text[..(char.IsHighSurrogate(text[width - 1]) ? width - 1 : width)];

    private static string Safe(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsUnsafe(rune) ? " " : rune.ToString()));

    // Controls, and what turns the direction of writing around.
    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
