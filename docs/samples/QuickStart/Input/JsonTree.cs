using System.Text;
using System.Text.Json;

namespace QuickStart.Input;

/// <summary>Parses strict JSON into items that know their places; names given twice are faults.</summary>
internal sealed class JsonTree(string file, byte[] bytes, Faults faults)
{
    private const int MaximumDepth = 32;

    private static readonly JsonReaderOptions _options = new() { MaxDepth = MaximumDepth };

    private readonly LineMap _lines = new(bytes);

    /// <summary>The whole file as one item; null when it is not JSON, which is one more fault.</summary>
    public JsonItem? Parse()
    {
        var reader = new Utf8JsonReader(bytes, _options);
        try
        {
            reader.Read();
            var root = Item(ref reader, "$");
            reader.Read(); // finds anything left over behind the end
            return root;
        }
        catch (JsonException malformed)
        {
            faults.Add(PlaceOf(malformed), $"The file is not well-formed JSON: {Told(malformed)}", "Correct the JSON here; what follows was not read");
        }
        catch (InvalidOperationException)
        {
            faults.Add(_lines.Locate(file, "$", reader.TokenStartIndex), "The text holds half a surrogate pair.", "Write the whole character");
        }

        return null;
    }

    private JsonItem Item(ref Utf8JsonReader reader, string path)
    {
        var place = _lines.Locate(file, path, reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new JsonItem(place, JsonKind.Object) { Fields = FieldsOf(ref reader, path) },
            JsonTokenType.StartArray => new JsonItem(place, JsonKind.Array) { Items = ItemsOf(ref reader, path) },
            JsonTokenType.String => new JsonItem(place, JsonKind.Text) { Text = reader.GetString()! },
            JsonTokenType.Number => new JsonItem(place, JsonKind.Number) { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
            JsonTokenType.True or JsonTokenType.False => new JsonItem(place, JsonKind.Truth) { Text = reader.GetBoolean() ? "true" : "false" },
            _ => new JsonItem(place, JsonKind.Null),
        };
    }

    private List<JsonField> FieldsOf(ref Utf8JsonReader reader, string path)
    {
        var fields = new List<JsonField>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var place = _lines.Locate(file, $"{path}.{name}", reader.TokenStartIndex);
            if (fields.Exists(field => string.Equals(field.Name, name, StringComparison.Ordinal)))
            {
                faults.Add(place, $"The field '{name}' is given twice.", "Keep one of them");
            }

            reader.Read();
            fields.Add(new JsonField(name, place, Item(ref reader, $"{path}.{name}")));
        }

        return fields;
    }

    private List<JsonItem> ItemsOf(ref Utf8JsonReader reader, string path)
    {
        var items = new List<JsonItem>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Item(ref reader, FormattableString.Invariant($"{path}[{items.Count}]")));
        }

        return items;
    }

    private Place PlaceOf(JsonException malformed) =>
        new(file, "$", (int)(malformed.LineNumber ?? 0) + 1, (int)(malformed.BytePositionInLine ?? 0) + 1);

    // The framework appends its own notion of the place, counted from zero.
    private static string Told(JsonException malformed) => malformed.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
}
