using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ChangeRelease.Domain.History;

/// <summary>Writes lines of JSON of which there is only one spelling: no blanks, members in the order they are given, texts as RFC 8785 writes them.</summary>
internal sealed class LineWriter
{
    private const byte FirstPrintable = 0x20;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, FirstPrintable).Select(code => (byte)code)]);

    private readonly ArrayBufferWriter<byte> _line = new(1_024);

    /// <summary>What was written since the beginning of the line.</summary>
    public ReadOnlyMemory<byte> Written => _line.WrittenMemory;

    public LineWriter Begin()
    {
        _line.ResetWrittenCount();
        return this;
    }

    public LineWriter Text(string name, string value) => Name(name).Quoted(Encoding.UTF8.GetBytes(value));

    public LineWriter Text(string name, ReadOnlySpan<byte> value) => Name(name).Quoted(value);

    public LineWriter Number(string name, long value)
    {
        Name(name);
        value.TryFormat(_line.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        _line.Advance(written);
        return this;
    }

    public LineWriter Nothing(string name) => Name(name).Raw("null"u8);

    /// <summary>Text where it is text, else Base64 under another name.</summary>
    public LineWriter Bytes(string name, string otherName, ReadOnlySpan<byte> value)
    {
        if (Utf8.IsValid(value))
        {
            return Text(name, value);
        }

        var base64 = new byte[Base64.GetMaxEncodedToUtf8Length(value.Length)];
        Base64.EncodeToUtf8(value, base64, out _, out var written);
        return Text(otherName, base64.AsSpan(0, written));
    }

    public LineWriter End() => Raw("}"u8);

    private LineWriter Name(string name) => Raw(_line.WrittenCount == 0 ? "{"u8 : ","u8).Quoted(Encoding.UTF8.GetBytes(name)).Raw(":"u8);

    private LineWriter Quoted(ReadOnlySpan<byte> text)
    {
        Raw("\""u8);
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            Raw(text[..at]).Raw(Escape(text[at]));
            text = text[(at + 1)..];
        }

        return Raw(text).Raw("\""u8);
    }

    private static ReadOnlySpan<byte> Escape(byte code) => code switch
    {
        (byte)'"' => "\\\""u8,
        (byte)'\\' => "\\\\"u8,
        (byte)'\b' => "\\b"u8,
        (byte)'\t' => "\\t"u8,
        (byte)'\n' => "\\n"u8,
        (byte)'\f' => "\\f"u8,
        (byte)'\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{code:x4}")),
    };

    private LineWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _line.Write(bytes);
        return this;
    }
}
