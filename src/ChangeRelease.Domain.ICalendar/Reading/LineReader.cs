using System.Text;
using System.Text.Unicode;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Unfolds the lines of a file and takes each apart (RFC 5545, 3.1). It works on bytes, for a fold may cut a character in two.</summary>
internal sealed class LineReader(CalendarFileLimits limits, FileFaults faults)
{
    private readonly List<ContentLine> _lines = [];
    private readonly List<byte> _open = [];
    private int _start;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public IReadOnlyList<ContentLine> Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        for (var number = 1; rest.Length > 0 && !faults.IsFull; number++)
        {
            if (number > limits.Lines)
            {
                faults.Add("too-many-lines", number, FormattableString.Invariant($"There are more than {limits.Lines} lines. Split the file, or raise the limit."));
                break;
            }

            var end = rest.IndexOf((byte)'\n');
            Take(end < 0 ? rest : rest[..end], number);
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        Close();
        return _lines;
    }

    private void Take(ReadOnlySpan<byte> bytes, int number)
    {
        var line = bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes;
        if (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t' && _start > 0)
        {
            _open.AddRange(line[1..]);
        }
        else
        {
            Close();
            _open.AddRange(line);
            _start = line.Length > 0 ? number : 0;
        }
    }

    private void Close()
    {
        if (_start > 0)
        {
            Take([.. _open]);
        }

        _open.Clear();
        _start = 0;
    }

    private void Take(byte[] line)
    {
        if (line.Length > limits.LineBytes)
        {
            faults.Add("line-too-long", _start, FormattableString.Invariant($"The line has {line.Length} bytes; {limits.LineBytes} is the most. Shorten it, or raise the limit."));
        }
        else if (!Utf8.IsValid(line))
        {
            faults.Add("not-utf-8", _start, "The line is not in UTF-8. Write the file in UTF-8.");
        }
        else
        {
            Take(Encoding.UTF8.GetString(line));
        }
    }

    private void Take(string line)
    {
        if (line.Any(character => character != '\t' && char.IsControl(character)))
        {
            faults.Add("control-character", _start, "The line holds a control character. Take it out; a line break in a text is written \\n.");
        }
        else if (LineParts.Of(_start, line) is { } parts)
        {
            _lines.Add(parts);
        }
        else
        {
            faults.Add("not-a-line", _start, $"'{Shown.Of(line)}' is no line like NAME;PARAMETER=VALUE:VALUE.");
        }
    }
}
