using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes a package canonically, with its provenance: what votes are bound to (S-23).</summary>
internal static class PackageWriting
{
    public static void WriteTo(this Package? package, Utf8JsonWriter json)
    {
        if (package is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(package.Provenance.BuiltBy.Value);
        json.WriteStringValue(package.Provenance.Source);
        json.WriteStringValue(package.Provenance.At.ToText());
        json.WriteStringValue(package.Provenance.Builder);
        foreach (var artifact in package.Artifacts)
        {
            json.WriteStringValue(artifact.Name);
            json.WriteStringValue(artifact.Digest.Hex);
        }

        json.WriteEndArray();
    }
}
