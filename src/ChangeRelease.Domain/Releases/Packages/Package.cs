using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What a build gave: the artifacts by the digests of their bytes, and where they come from. It knows no environment: the same package goes to all of them (S-52).</summary>
/// <param name="Artifacts">What it consists of; at least one, each name once.</param>
/// <param name="Provenance">Who built it, from what, when, and with what.</param>
public sealed record Package(ValueList<Artifact> Artifacts, Provenance Provenance)
{
    /// <summary>The digest of the names and digests of the artifacts, in whatever order they are named: what is tested, approved and deployed. Building the same bytes anew gives the same digest.</summary>
    [JsonIgnore]
    public Digest Digest => DigestOf(Artifacts);

    /// <summary>The number of artifacts, the beginning of the digest, and the source.</summary>
    /// <returns>For example <c>2 artifacts, 0f3a5c77b2d1, from 9b1c07e</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Artifacts.Count} {(Artifacts.Count == 1 ? "artifact" : "artifacts")}, {Digest.Abbreviated}, from {Provenance.Source}");

    private static Digest DigestOf(ValueList<Artifact> artifacts)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartArray();
        foreach (var artifact in artifacts.OrderBy(artifact => artifact.Name, StringComparer.Ordinal).ThenBy(artifact => artifact.Digest.Hex, StringComparer.Ordinal))
        {
            json.WriteStringValue(artifact.Name);
            json.WriteStringValue(artifact.Digest.Hex);
        }

        json.WriteEndArray();
        json.Flush();
        return Digest.Of(bytes.WrittenSpan);
    }
}
