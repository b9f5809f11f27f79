using System.Text.Json;

namespace ChangeRelease.Domain.Corpora;

/// <summary>The sync window tables of a file that can be run; others are prose or names only.</summary>
internal static class WindowCases
{
    public static IEnumerable<ICorpusCase> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. Of(document, "active").Select(item => ActiveWindowCase.Read(item, WindowTable.Active)),
            .. Of(document, "inactiveAllows").Select(item => ActiveWindowCase.Read(item, WindowTable.InactiveAllows)),
            .. Of(document, "singleActive").Select(item => ActiveWindowCase.Read(item, WindowTable.SingleActive)),
            .. Of(document, "canSync").Select(MaySyncCase.Read),
        ];
    }

    private static JsonElement[] Of(JsonDocument document, string table) =>
        document.RootElement.TryGetProperty(table, out var items) ? [.. items.EnumerateArray()] : [];
}
