using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>An identifier as the text it is.</summary>
internal sealed class IdentifierJson<T>(Func<string, T> name) : JsonConverter<T>
    where T : Identifier
{
    private readonly Recent<T> _recent = new(text => Identifier.Problem(text) is { } problem ? throw Wrong(problem) : name(text), known => known.Value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? _recent.Read(ref reader) : throw Wrong(Identifier.Problem(null)!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    private static JsonException Wrong(string problem) => new($"A {typeof(T).Name} {problem}.");
}
