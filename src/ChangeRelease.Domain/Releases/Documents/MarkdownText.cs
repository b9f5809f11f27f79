namespace ChangeRelease.Domain.Releases;

/// <summary>What people wrote, on one line of Markdown and with no meaning but its own: no markup, no HTML, no link, no mention.</summary>
internal static class MarkdownText
{
    /// <summary>The text with every sign escaped that means something; what begins a list, a rule or an underline only where the text begins a block.</summary>
    public static string Escaped(string text, bool begins = false)
    {
        var line = string.Concat(text.Select(symbol => IsBlank(symbol) ? ' ' : symbol)).Trim();
        return string.Concat(line.Select((symbol, at) => NeedsEscape(line, at, begins) ? $"\\{symbol}" : symbol.ToString()));
    }

    // Line ends and controls, and what turns around the direction of all that follows.
    private static bool IsBlank(char symbol) => char.IsControl(symbol) || symbol is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    // What means something anywhere; what begins a list, a rule or an underline at the beginning; and what would make a link of a bare address.
    private static bool NeedsEscape(string line, int at, bool begins) => line[at] switch
    {
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!' or '&' or '$' or '@' or ':' => true,
        '-' or '+' or '=' => begins && at == 0,
        '.' => (begins && IsNumber(line.AsSpan(0, at))) || line.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        ')' => begins && IsNumber(line.AsSpan(0, at)),
        _ => false,
    };

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
