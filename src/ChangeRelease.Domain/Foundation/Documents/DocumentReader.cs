using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Reads documents of one format into their model, or finds everything that keeps them from it.</summary>
/// <param name="format">What the member <c>format</c> must say, so that another version is not mistaken for a faulty one.</param>
/// <param name="type">The source-generated model.</param>
internal sealed class DocumentReader<T>(string format, JsonTypeInfo<T> type)
    where T : class
{
    /// <summary>What may stand where.</summary>
    public DocumentShape Shape { get; } = new DocumentShapes().Of(type);

    /// <summary>Reads a text.</summary>
    public T? Read(string document, DocumentLimits limits, DocumentFaults faults)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Length > limits.Bytes)
        {
            DocumentSyntax.TooLarge(document.Length, limits, faults);
            return null;
        }

        if (!Text.IsWellFormed(document))
        {
            faults.Fault("document.not-utf-8", "$", "The text holds half a surrogate pair. Write both halves.");
            return null;
        }

        return Read(Encoding.UTF8.GetBytes(document), limits, faults);
    }

    /// <summary>Reads UTF-8.</summary>
    /// <returns>The model; with faults, too, when what is wrong does not keep it from being read; null when it cannot be.</returns>
    public T? Read(ReadOnlyMemory<byte> document, DocumentLimits limits, DocumentFaults faults)
    {
        using var parsed = DocumentSyntax.Parse(document, limits, faults);
        if (parsed is null || IsOfOtherFormat(parsed.RootElement, faults))
        {
            return null;
        }

        var check = new DocumentCheck(limits, faults);
        check.Check(parsed.RootElement, Shape);
        return check.IsReadable && !faults.IsFull ? parsed.RootElement.Deserialize(type) : null;
    }

    // Judged first: what another version may hold is not for this one to say.
    private bool IsOfOtherFormat(JsonElement root, DocumentFaults faults)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Any(IsOtherFormat))
        {
            return false;
        }

        faults.Fault("document.format-unknown", "$.format", $"This version reads documents of the format '{format}'. Write that, if the document is one.");
        return true;
    }

    // Half a surrogate pair has no text to compare; it is told with everything else that is wrong.
    private bool IsOtherFormat(JsonProperty member) =>
        EscapedText.IsWellFormed(JsonMarshal.GetRawUtf8PropertyName(member))
        && member.NameEquals("format"u8)
        && member.Value.ValueKind == JsonValueKind.String
        && EscapedText.IsWellFormed(JsonMarshal.GetRawUtf8Value(member.Value))
        && !member.Value.ValueEquals(format);
}
