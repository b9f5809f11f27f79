using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs;

/// <summary>A marked region of a compiled file: what a page may show.</summary>
/// <param name="Name">What stands behind its marker.</param>
/// <param name="File">The file, from the root of the checkout.</param>
/// <param name="Text">Its lines, without common indentation.</param>
internal sealed record Region(string Name, string File, string Text)
{
    private const string Begin = "// snippet: ";

    public static IReadOnlyList<Region> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.cs").Order(StringComparer.Ordinal).SelectMany(Of)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "ChangeRelease.Domain.Tests", "Docs", "Snippets");

    private static IEnumerable<Region> Of(string file)
    {
        var lines = System.IO.File.ReadAllLines(file);
        return lines
            .Select((line, at) => (Line: line.Trim(), At: at))
            .Where(marker => marker.Line.StartsWith(Begin, StringComparison.Ordinal))
            .Select(marker => new Region(
                marker.Line[Begin.Length..],
                Checkout.NameOf(file),
                Layout.Flush(lines.Skip(marker.At + 1).TakeWhile(line => line.Trim() != "// end"))));
    }
}
