using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Arguments as an object: a member for each, in ordinal order.</summary>
internal sealed class ArgumentsJson : JsonConverter<Arguments>
{
    public override Arguments Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Arguments.Read(document.RootElement);
        }
        catch (FormatException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, Arguments value, JsonSerializerOptions options) => value.WriteTo(writer);
}
