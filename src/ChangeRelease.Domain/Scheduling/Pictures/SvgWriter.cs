using System.Text;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes SVG: markup as it is given, names only as escaped text.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();

    public void Line(FormattableString markup) => _text.Append(FormattableString.Invariant(markup)).Append('\n');

    public void Add(SvgWriter other) => _text.Append(other._text);

    public void Text(int x, int y, string text, string style = "") => Line($"<text x=\"{x}\" y=\"{y}\"{style}>{Escaped(text)}</text>");

    /// <summary>A box that says what it is when it is pointed at.</summary>
    public void Box((int From, int Until) across, int y, int height, string style, string said) =>
        Line($"<rect x=\"{across.From}\" y=\"{y}\" width=\"{across.Until - across.From}\" height=\"{height}\"{style}><title>{Escaped(said)}</title></rect>");

    public void Box((int From, int Until) across, int y, int height, string style = "") =>
        Line($"<rect x=\"{across.From}\" y=\"{y}\" width=\"{across.Until - across.From}\" height=\"{height}\"{style}/>");

    /// <summary>The text as XML 1.0 holds it; a character that no document may hold is shown as the replacement character.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\r' => escaped.Append("&#13;"),
                _ => escaped.Append(IsLegal(rune.Value) ? rune.ToString() : "\ufffd"),
            };
        }

        return escaped.ToString();
    }

    public override string ToString() => _text.ToString();

    private static bool IsLegal(int rune) => rune is '\t' or '\n' or (>= 0x20 and <= 0xd7ff) or (>= 0xe000 and <= 0xfffd) or >= 0x10000;
}
