using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Releases;

/// <summary>A version as the text it is; what is none is refused with every fault.</summary>
internal sealed class VersionJson : JsonConverter<SemanticVersion>
{
    public override SemanticVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Read(SemanticVersion.Read(reader.GetString()!)) : throw new JsonException("A version is a text.");

    public override void Write(Utf8JsonWriter writer, SemanticVersion value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    private static SemanticVersion Read(VersionReading<SemanticVersion> reading) => reading.Value ?? throw Refused(new VersionException(reading.Faults));

    private static JsonException Refused(VersionException wrong) => new(wrong.Message, wrong);
}
