using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Writes a shape as JSON Schema, draft 2020-12: what is checked and what editors say are made from one model.</summary>
internal sealed class DocumentSchema(Utf8JsonWriter json, DocumentLimits limits)
{
    private readonly SortedDictionary<string, ObjectShape> _defined = new(StringComparer.Ordinal);

    public static byte[] Write(DocumentShape shape, string format, string title, DocumentLimits limits)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new DocumentSchema(json, limits).Root((ObjectShape)shape, format, title);
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        return DocumentWriter.Write(document.RootElement);
    }

    private void Root(ObjectShape shape, string format, string title)
    {
        Define(shape);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("title", title);
        json.WriteString("$ref", Reference(shape));
        json.WriteStartObject("properties");
        json.WriteStartObject("format");
        json.WriteString("const", format);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("$defs");
        foreach (var (name, known) in _defined)
        {
            json.WritePropertyName(name);
            Object(known);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Define(DocumentShape shape)
    {
        switch (shape)
        {
            case ObjectShape known when _defined.TryAdd(known.Name, known):
                known.Members.Select(member => member.Shape).ToList().ForEach(Define);
                break;
            case ListShape list:
                Define(list.Item);
                break;
            case MapShape map:
                Define(map.Value);
                break;
            case ShortOrFullShape spelled:
                Define(spelled.Full);
                break;
        }
    }

    private void Object(ObjectShape shape)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var member in shape.Members)
        {
            json.WriteStartObject(member.Name);
            if (member.Description.Length > 0)
            {
                json.WriteString("description", member.Description);
            }

            Keywords(member.Shape, member.Name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        Names("required", shape.Members.Where(member => member.IsRequired).Select(member => member.Name));
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private void Value(DocumentShape shape, string member)
    {
        json.WriteStartObject();
        Keywords(shape, member);
        json.WriteEndObject();
    }

    private void Keywords(DocumentShape shape, string member)
    {
        switch (shape)
        {
            case TextShape:
                json.WriteString("type", "string");
                break;
            case TruthShape:
                json.WriteString("type", "boolean");
                break;
            case NumberShape number:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", number.Least);
                json.WriteNumber("maximum", number.Most);
                break;
            case NameShape names:
                Names("enum", names.Names);
                break;
            case ListShape list:
                json.WriteString("type", "array");
                json.WriteNumber("maxItems", limits.MostOf(member));
                json.WritePropertyName("items");
                Value(list.Item, member);
                break;
            case MapShape map:
                json.WriteString("type", "object");
                json.WriteNumber("maxProperties", limits.MostOf(member));
                json.WritePropertyName("additionalProperties");
                Value(map.Value, member);
                break;
            case ObjectShape known:
                json.WriteString("$ref", Reference(known));
                break;
            case ShortOrFullShape spelled:
                json.WriteStartArray("anyOf");
                Value(new TextShape(), member);
                Value(spelled.Full, member);
                json.WriteEndArray();
                break;
        }
    }

    private void Names(string keyword, IEnumerable<string> names)
    {
        json.WriteStartArray(keyword);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static string Reference(ObjectShape shape) => $"#/$defs/{shape.Name}";
}
