using System.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>A place in a text as editors count it: lines and characters, both from 1.</summary>
internal static class DocumentPosition
{
    public static string Of(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        var line = before.Count((byte)'\n') + 1;
        return FormattableString.Invariant($"line {line}, column {Characters(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1}");
    }

    /// <summary>Where a parser's line and byte, both from 0, lie in the text.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        var start = 0;
        for (var at = 0L; at < line && text[start..].IndexOf((byte)'\n') is var end && end >= 0; at++)
        {
            start += end + 1;
        }

        return (int)Math.Min(start + byteInLine, text.Length);
    }

    /// <summary>Where the first bytes are that stand for no character.</summary>
    public static int FirstUnreadable(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    // Every byte begins a character, but those that continue one.
    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var each in text)
        {
            count += (each & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}
