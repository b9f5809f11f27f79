using System.Text.Json;
using System.Text.Unicode;

namespace ChangeRelease.Domain.Foundation;

/// <summary>From bytes to JSON: size, encoding, syntax and depth, each checked before what costs more.</summary>
internal static class DocumentSyntax
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, DocumentLimits limits, DocumentFaults faults)
    {
        var text = bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        if (bytes.Length > limits.Bytes)
        {
            TooLarge(bytes.Length, limits, faults);
            return null;
        }

        if (!Utf8.IsValid(text.Span))
        {
            faults.Fault("document.not-utf-8", "$", $"The bytes at {DocumentPosition.Of(text.Span, DocumentPosition.FirstUnreadable(text.Span))} are no UTF-8. Save the document as UTF-8.");
            return null;
        }

        return ParseText(text, limits, faults);
    }

    public static void TooLarge(long bytes, DocumentLimits limits, DocumentFaults faults) =>
        faults.Fault("document.too-large", "$", FormattableString.Invariant($"The document has {bytes} bytes or more; {limits.Bytes} is the most. Divide it, or raise the limit."));

    private static JsonDocument? ParseText(ReadOnlyMemory<byte> text, DocumentLimits limits, DocumentFaults faults)
    {
        try
        {
            if (TooDeep(text.Span, limits.Depth) is { } offset)
            {
                faults.Fault("document.too-deep", "$", $"The value at {DocumentPosition.Of(text.Span, offset)} stands deeper than {limits.Depth}. Take levels out.");
                return null;
            }

            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = limits.Depth });
        }
        catch (JsonException wrong)
        {
            var offset = DocumentPosition.OffsetOf(text.Span, wrong.LineNumber ?? 0, wrong.BytePositionInLine ?? 0);
            faults.Fault("document.syntax", "$", $"At {DocumentPosition.Of(text.Span, offset)} this stops being JSON. {Plain(wrong.Message)}");
            return null;
        }
    }

    private static int? TooDeep(ReadOnlySpan<byte> text, int most)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = most + 1 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= most)
            {
                return (int)reader.TokenStartIndex;
            }
        }

        return null;
    }

    // The parser's own words, without its count of bytes and the names of its options.
    private static string Plain(string message) => message switch
    {
        _ when message.Contains("trailing comma", StringComparison.Ordinal) => "A comma stands before a closing bracket. Take it out.",
        _ when message.StartsWith("'/'", StringComparison.Ordinal) => "JSON has no comments. Take it out.",
        _ when message.Contains("does not contain any JSON tokens", StringComparison.Ordinal) => "There is nothing. Write an object.",
        _ => $"{DocumentPath.OneLine(message.Split(" LineNumber:")[0].TrimEnd('.'))}. Mend the text there.",
    };
}
