using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A fact as its name and its value.</summary>
internal sealed class FactJson : JsonConverter<Fact>
{
    private const string Needed = "A fact has a name and a value, each once, and nothing else.";

    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    private readonly Recent<string> _names = new(text => text, text => text);
    private readonly Recent<string> _values = new(text => text, text => text);

    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        StrictObject.Begin(ref reader, Needed);
        var (name, value) = ((string?)null, (string?)null);
        while (StrictObject.Next(ref reader))
        {
            if (reader.ValueTextEquals(Name.EncodedUtf8Bytes))
            {
                name = Text(ref reader, _names, name);
            }
            else
            {
                value = reader.ValueTextEquals(Value.EncodedUtf8Bytes) ? Text(ref reader, _values, value) : throw new JsonException(Needed);
            }
        }

        return name is null || value is null ? throw new JsonException(Needed) : new Fact(name, value);
    }

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Name, value.Name);
        writer.WriteString(Value, value.Value);
        writer.WriteEndObject();
    }

    private static string Text(ref Utf8JsonReader reader, Recent<string> recent, string? before)
    {
        StrictObject.Once(ref reader, before, Needed);
        return reader.TokenType == JsonTokenType.String ? recent.Read(ref reader) : throw new JsonException(Needed);
    }
}
