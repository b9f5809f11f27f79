using System.Text.Json;
using NodaTime.Text;

namespace ReleasePortfolio;

/// <summary>Reads <c>releases.json</c>.</summary>
internal static class VersionFile
{
    public static IReadOnlyList<VersionOut> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "releases.json")));
        return
        [
            .. document.RootElement.GetProperty("products").EnumerateArray().SelectMany(
                product => product.GetProperty("versions").EnumerateArray(),
                (product, version) => Read(Text(product, "name"), version)),
        ];
    }

    private static VersionOut Read(string product, JsonElement version) => new(
        product,
        Text(version, "version"),
        Enum.Parse<VersionKind>(Text(version, "kind"), ignoreCase: true),
        LocalDatePattern.Iso.Parse(Text(version, "outOn")).GetValueOrThrow());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
