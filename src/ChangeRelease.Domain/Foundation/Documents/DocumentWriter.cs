using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Lays documents out for people: what fits a line stands on one; the same value gives the same bytes.</summary>
internal static class DocumentWriter
{
    private const int Width = 120;
    private const int Indent = 2;

    /// <summary>Options for the models of documents: what is not there is left out, and text is not escaped more than JSON asks.</summary>
    public static JsonSerializerOptions Options(params IEnumerable<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = 256,
        };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    /// <summary>Lays a value out.</summary>
    /// <returns>UTF-8 without a mark, lines ended by a line feed.</returns>
    public static byte[] Write(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value, 0, 0);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static void Write(StringBuilder text, JsonElement value, int depth, int taken)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || (OnOneLine(value) is { } line && (depth * Indent) + taken + line.Length <= Width && depth > 0))
        {
            text.Append(OnOneLine(value));
            return;
        }

        var isObject = value.ValueKind == JsonValueKind.Object;
        text.Append(isObject ? '{' : '[');
        var separator = string.Empty;
        foreach (var (name, item) in Parts(value))
        {
            text.Append(separator).Append('\n').Append(' ', (depth + 1) * Indent).Append(name);
            Write(text, item, depth + 1, name.Length + 1);
            separator = ",";
        }

        text.Append('\n').Append(' ', depth * Indent).Append(isObject ? '}' : ']');
    }

    private static string OnOneLine(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when !Parts(value).Any() => value.ValueKind == JsonValueKind.Object ? "{}" : "[]",
        JsonValueKind.Object => $"{{ {Joined(value)} }}",
        JsonValueKind.Array => $"[{Joined(value)}]",
        _ => value.GetRawText(),
    };

    private static string Joined(JsonElement value) => string.Join(", ", Parts(value).Select(part => part.Name + OnOneLine(part.Value)));

    private static IEnumerable<(string Name, JsonElement Value)> Parts(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().Select(member => ($"\"{JsonEncodedText.Encode(member.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\": ", member.Value))
        : value.EnumerateArray().Select(item => (string.Empty, item));
}
