using System.Text;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>What somebody does to a history file, or an editor or a transfer does to it.</summary>
internal static class FileEdits
{
    private static readonly (string Kind, Func<byte[], Random, byte[]> Do)[] All =
    [
        ("a bit flipped", Flip),
        ("cut off", (file, dice) => file[..dice.Next(file.Length)]),
        ("a line dropped", Lines((lines, dice) => lines.RemoveAt(dice.Next(lines.Count)))),
        ("a line doubled", Lines((lines, dice) => lines.Insert(dice.Next(lines.Count), lines[dice.Next(lines.Count)]))),
        ("two lines swapped", Lines(Swap)),
        ("a blank line", Lines((lines, dice) => lines.Insert(dice.Next(lines.Count), string.Empty))),
        ("a line after the end", Lines((lines, dice) => lines.Add(lines[dice.Next(lines.Count)]))),
        ("line ends of another system", (file, _) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace("\n", "\r\n", StringComparison.Ordinal))),
        ("one line end of another system", Lines((lines, dice) => lines[dice.Next(lines.Count)] += "\r")),
        ("a byte order mark", (file, _) => [0xEF, 0xBB, 0xBF, .. file]),
        ("an unknown member", Line((line, _) => line[..^1] + ",\"more\":1}")),
        ("a member twice", Line((line, _) => line[..^1] + "," + line[1..])),
        ("members in another order", Line((line, _) => line.Contains(",\"streams\"", StringComparison.Ordinal) ? "{\"streams\":1," + line[1..] : line[..^1].Split(",\"hash\"") is [var rest, var hash] ? "{\"hash\"" + hash + "," + rest[1..] + "}" : line + " ")),
        ("blanks", Line((line, dice) => dice.Next(2) == 0 ? line.Replace(":", ": ", StringComparison.Ordinal) : line + " ")),
        ("another escape", Line((line, _) => line.Replace("\"root\"", "\"\\u0072oot\"", StringComparison.Ordinal).Replace("\"hash\"", "\"h\\u0061sh\"", StringComparison.Ordinal).Replace("\"format\"", "\"form\\u0061t\"", StringComparison.Ordinal))),
        ("a number spelled otherwise", Line((line, _) => line.Replace("\"version\":", "\"version\":0", StringComparison.Ordinal).Replace("\"length\":", "\"length\":1e0", StringComparison.Ordinal).Replace("\"streams\":", "\"streams\":-0", StringComparison.Ordinal))),
    ];

    public static IReadOnlyCollection<string> Kinds => [.. All.Select(edit => edit.Kind)];

    public static (string Kind, byte[] Edited) Next(byte[] file, Random dice)
    {
        var (kind, edit) = All[dice.Next(All.Length)];
        return (kind, edit(file, dice));
    }

    private static byte[] Flip(byte[] file, Random dice)
    {
        byte[] flipped = [.. file];
        flipped[dice.Next(file.Length)] ^= (byte)(1 << dice.Next(8));
        return flipped;
    }

    private static void Swap(List<string> lines, Random dice)
    {
        var (one, other) = (dice.Next(lines.Count), dice.Next(lines.Count));
        (lines[one], lines[other]) = (lines[other], lines[one]);
    }

    private static Func<byte[], Random, byte[]> Line(Func<string, Random, string> edit) => Lines((lines, dice) =>
    {
        var at = dice.Next(lines.Count);
        lines[at] = edit(lines[at], dice);
    });

    private static Func<byte[], Random, byte[]> Lines(Action<List<string>, Random> edit) => (file, dice) =>
    {
        List<string> lines = [.. Encoding.Latin1.GetString(file).Split('\n')[..^1]];
        edit(lines, dice);
        return Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + "\n")));
    };
}
