namespace ChangeRelease.Domain.Tests.Docs;

/// <summary>Text as it is compared: without common indentation, trailing blanks, and empty lines around it.</summary>
internal static class Layout
{
    public static string Flush(IEnumerable<string> lines)
    {
        var all = lines.Select(line => line.TrimEnd()).ToList();
        var indentation = all.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', all.Select(line => line.Length > 0 ? line[indentation..] : line)).Trim('\n');
    }

    public static string Flush(string text) => Flush(text.ReplaceLineEndings("\n").Split('\n'));
}
