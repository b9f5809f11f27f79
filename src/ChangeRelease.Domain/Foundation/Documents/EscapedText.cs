using System.Buffers.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>Text as JSON escapes it: whether every escaped surrogate has its other half.</summary>
internal static class EscapedText
{
    public static bool IsWellFormed(ReadOnlySpan<byte> escaped)
    {
        for (var at = escaped.IndexOf((byte)'\\'); at >= 0 && at < escaped.Length; at = Next(escaped, at))
        {
            if (Unit(escaped[at..]) is not { } unit)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && Unit(escaped[(at + 6)..]) is { } low && char.IsLowSurrogate(low))
            {
                at += 12;
            }
            else if (char.IsSurrogate(unit))
            {
                return false;
            }
            else
            {
                at += 6;
            }
        }

        return true;
    }

    private static int Next(ReadOnlySpan<byte> escaped, int from) => escaped[from..].IndexOf((byte)'\\') is var next && next >= 0 ? from + next : escaped.Length;

    // The parser has seen to it that four hexadecimal digits follow.
    private static char? Unit(ReadOnlySpan<byte> escaped) =>
        escaped.StartsWith("\\u"u8) && Utf8Parser.TryParse(escaped[2..6], out ushort unit, out _, 'x') ? (char)unit : null;
}
