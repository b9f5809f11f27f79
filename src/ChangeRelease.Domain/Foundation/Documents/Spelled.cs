using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A part of a document that may be written short, as a text, when the text says it all.</summary>
/// <typeparam name="T">What it is when written in full.</typeparam>
/// <param name="Full">What it says, however it was written.</param>
internal sealed record Spelled<T>(T Full)
    where T : class;

/// <summary>Tells shapes that a value may be written short, and what it is in full.</summary>
internal interface ISpelling
{
    Type Full { get; }
}

/// <summary>Reads both spellings; writes the short one where it says it all.</summary>
internal sealed class SpelledJson<T>(Func<string, T> expand, Func<T, string?> abbreviate) : JsonConverter<Spelled<T>>, ISpelling
    where T : class
{
    public Type Full => typeof(T);

    public override Spelled<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.TokenType == JsonTokenType.String
        ? expand(reader.GetString()!)
        : JsonSerializer.Deserialize(ref reader, InFull(options)) ?? throw new JsonException("Nothing stands here."));

    public override void Write(Utf8JsonWriter writer, Spelled<T> value, JsonSerializerOptions options)
    {
        if (abbreviate(value.Full) is { } text)
        {
            writer.WriteStringValue(text);
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Full, InFull(options));
        }
    }

    private static JsonTypeInfo<T> InFull(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
