using System.Text;

namespace ChangeRelease.Domain.Tests.Releases.Documents;

/// <summary>Reads the little Markdown that notes are made of, and stops at whatever else a Markdown reader would find in it.</summary>
internal static class TinyMarkdown
{
    private const string Meaningful = "`*_{}[]<>#|~!&$@";

    /// <summary>Each block as <c>h1</c>, <c>h2</c>, <c>li</c> or <c>p</c> and its text, strong text between guillemets.</summary>
    public static List<(string Kind, string Text)> Read(string page)
    {
        page.Should().EndWith("\n").And.NotContainAny("\r", "\t", "\u2028", "\u2029", "\u0085", "\u000b", "\f");
        return [.. page.Split('\n').Where(line => line.Length > 0).Select(Block)];
    }

    private static (string Kind, string Text) Block(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) ? ("h1", Inline(line[2..]))
        : line.StartsWith("## ", StringComparison.Ordinal) ? ("h2", Inline(line[3..]))
        : line.StartsWith("- ", StringComparison.Ordinal) ? ("li", Beginning(line[2..]))
        : ("p", Beginning(line));

    // What begins a block must not begin another one in it.
    private static string Beginning(string text)
    {
        text.Should().NotMatchRegex(@"^(    | {0,3}([-+=\t]|\d+[.)]))");
        return Inline(text);
    }

    private static string Inline(string text)
    {
        var (shown, isStrong) = (new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && char.IsAscii(text[at + 1]) && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])))
            {
                shown.Append(text[++at]);
            }
            else if (text.AsSpan(at).StartsWith("**"))
            {
                shown.Append(isStrong ? '»' : '«');
                (isStrong, at) = (!isStrong, at + 1);
            }
            else
            {
                (Meaningful + "\\").Should().NotContain(text[at].ToString(), $"it means something in {text}");
                shown.Append(text[at]);
            }
        }

        text.Should().NotMatchRegex(@"(?<!\\):(?! )", "a colon makes addresses and short names of pictures");
        text.Should().NotMatchRegex("(?i)www\\.");
        isStrong.Should().BeFalse();
        return shown.ToString();
    }
}
