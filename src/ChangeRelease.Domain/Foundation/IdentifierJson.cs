using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>An identifier as the text it is.</summary>
internal sealed class IdentifierJson<T>(Func<string, T> name) : JsonConverter<T>
    where T : Identifier
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Identifier.Problem(text) is { } problem
            ? throw new JsonException($"A {typeof(T).Name} {problem}.")
            : name(text!);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
