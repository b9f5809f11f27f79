using System.Buffers;
using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>One field of a subject's content: its name, how it is written canonically, and whether approvals are bound to it (S-23).</summary>
/// <typeparam name="TContent">The content.</typeparam>
internal sealed class ContentField<TContent>
{
    private readonly Action<Utf8JsonWriter, TContent> _write;

    private ContentField(string name, bool isMaterial, Action<Utf8JsonWriter, TContent> write) =>
        (Name, IsMaterial, _write) = (name, isMaterial, write);

    public string Name { get; }

    public bool IsMaterial { get; }

    public static ContentField<TContent> Material(string name, Action<Utf8JsonWriter, TContent> write) => new(name, true, write);

    public static ContentField<TContent> Immaterial(string name, Action<Utf8JsonWriter, TContent> write) => new(name, false, write);

    public static ContentField<TContent> Material(string name, Func<TContent, string?> read) => new(name, true, (json, content) => json.WriteStringValue(read(content)));

    public static ContentField<TContent> Immaterial(string name, Func<TContent, string?> read) => new(name, false, (json, content) => json.WriteStringValue(read(content)));

    public static ContentField<TContent> Material(string name, Func<TContent, IEnumerable<string>> read) => new(name, true, (json, content) => Write(json, read(content)));

    public static ContentField<TContent> Immaterial(string name, Func<TContent, IEnumerable<string>> read) => new(name, false, (json, content) => Write(json, read(content)));

    /// <summary>The digest of the material fields, in the order given, as canonical JSON.</summary>
    public static Digest DigestOf(IReadOnlyList<ContentField<TContent>> fields, TContent content)
    {
        var bytes = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        foreach (var field in fields.Where(field => field.IsMaterial))
        {
            json.WritePropertyName(field.Name);
            field._write(json, content);
        }

        json.WriteEndObject();
        json.Flush();
        return Digest.Of(bytes.WrittenSpan);
    }

    /// <summary>Whether the field reads the same in both.</summary>
    public bool IsSame(TContent left, TContent right) => Bytes(left).AsSpan().SequenceEqual(Bytes(right));

    private static void Write(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private byte[] Bytes(TContent content)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        _write(json, content);
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
