using System.Text.Json;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>A small validator of JSON Schema that shares nothing with the library; it refuses keywords that it does not know.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal) { "$schema", "title", "description", "$defs" };

    public bool Accepts(JsonElement value) => Accepts(schema, value);

    private bool Accepts(JsonElement rule, JsonElement value) =>
        rule.EnumerateObject().Where(keyword => !Remarks.Contains(keyword.Name)).All(keyword => Accepts(rule, keyword, value));

    private bool Accepts(JsonElement rule, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "type" => IsOf(keyword.Value.GetString()!, value),
        "$ref" => Accepts(Resolve(keyword.Value.GetString()!), value),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "anyOf" => keyword.Value.EnumerateArray().Any(one => Accepts(one, value)),
        "properties" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateObject().All(one => !value.TryGetProperty(one.Name, out var member) || Accepts(one.Value, member)),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(one => value.TryGetProperty(one.GetString()!, out _)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Where(member => !IsNamed(rule, member.Name)).All(member => Additional(keyword.Value, member.Value)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(),
        "maxProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        _ => throw new NotSupportedException($"The keyword {keyword.Name} is not known."),
    };

    private bool Additional(JsonElement rule, JsonElement value) => rule.ValueKind == JsonValueKind.True || (rule.ValueKind == JsonValueKind.Object && Accepts(rule, value));

    private static bool IsNamed(JsonElement rule, string name) => rule.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _);

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Floor(number) == number,
        _ => throw new NotSupportedException($"The type {type} is not known."),
    };

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(schema, (rule, step) => rule.GetProperty(step));
}
