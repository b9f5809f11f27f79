using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A digest as its digits.</summary>
internal sealed class DigestJson : JsonConverter<Digest>
{
    private readonly Recent<Digest> _recent = new(Digest.Parse, known => known.Hex);

    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? _recent.Read(ref reader) : Digest.Parse(string.Empty);
        }
        catch (FormatException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}
