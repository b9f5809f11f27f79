using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A list as an array; items are never null.</summary>
/// <param name="item">How an item is read and written, where that is known beforehand; else the options know.</param>
internal sealed class ValueListJson<T>(JsonConverter<T>? item = null) : JsonConverter<ValueList<T>>
{
    private const string NoNulls = "A list holds no nulls.";

    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list is an array.");
        }

        var known = item is null ? (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)) : null;
        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add((known is null ? Item(ref reader, options) : JsonSerializer.Deserialize(ref reader, known)) ?? throw new JsonException(NoNulls));
        }

        return items.Count == 0 ? ValueList<T>.Empty : new ValueList<T>(items.DrainToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        var known = item is null ? (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)) : null;
        writer.WriteStartArray();
        foreach (var each in value)
        {
            if (known is null)
            {
                item!.Write(writer, each, options);
            }
            else
            {
                JsonSerializer.Serialize(writer, each, known);
            }
        }

        writer.WriteEndArray();
    }

    private T? Item(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? throw new JsonException(NoNulls) : item!.Read(ref reader, typeof(T), options);
}
