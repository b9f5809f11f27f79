using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Reads Mermaid strictly: each line is one of the few that a drawing needs, and labels hold nothing that means something.</summary>
internal sealed partial class MermaidText
{
    private static readonly (string Kind, Regex Line)[] Lines =
    [
        ("title", Title()), ("direction", Direction()), ("phase", PhaseLine()), ("state", StateLine()), ("close", Close()), ("start", Start()), ("end", End()), ("arrow", Arrow()),
    ];

    private MermaidText(IReadOnlyList<string> shape, IReadOnlyList<string> labels) => (Shape, Labels) = (shape, labels);

    /// <summary>The drawing without its labels, line by line.</summary>
    public IReadOnlyList<string> Shape { get; }

    /// <summary>The labels as a reader sees them.</summary>
    public IReadOnlyList<string> Labels { get; }

    public int States => Shape.Count(line => line.StartsWith("state ", StringComparison.Ordinal));

    public static MermaidText Read(string text)
    {
        text.Should().EndWith("\n");
        var (shape, labels, depth) = (new List<string>(), new List<string>(), 0);
        foreach (var line in text[..^1].Split('\n'))
        {
            var (kind, match) = Lines.Select(rule => (rule.Kind, Match: rule.Line.Match(line))).FirstOrDefault(rule => rule.Match.Success);
            (match?.Success).Should().BeTrue("'{0}' is a line of the grammar", line);
            (kind == "direction").Should().Be(DirectionAnywhere().IsMatch(line), "'{0}' steers only where it is meant to", line);
            depth += kind switch { "phase" => 1, "close" => -1, _ => 0 };
            depth.Should().BeInRange(0, 1);
            shape.Add($"{kind} {string.Join(' ', match!.Groups["id"].Captures.Select(id => id.Value))}");
            labels.AddRange(match.Groups["label"].Captures.Select(label => Shown(label.Value)));
        }

        depth.Should().Be(0);
        return new MermaidText(shape, labels);
    }

    private static string Shown(string label) =>
        Entity().Replace(label, match => new Rune(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToString());

    // A label is words and numbered characters: no quote, colon, semicolon, hash, percent sign, brace, bracket or arrow head.
    private const string Label = @"(?<label>(?:[\p{L}\p{Nd} _.\-]|#[0-9]+;)+)";

    [GeneratedRegex(@"\AstateDiagram-v2\z")]
    private static partial Regex Title();

    [GeneratedRegex(@"\A    direction LR\z")]
    private static partial Regex Direction();

    [GeneratedRegex($@"\A    state ""{Label}"" as (?<id>p[0-9]+) {{\z")]
    private static partial Regex PhaseLine();

    [GeneratedRegex($@"\A    (?:    )?state ""{Label}"" as (?<id>[sx][0-9]+)\z")]
    private static partial Regex StateLine();

    [GeneratedRegex(@"\A    }\z")]
    private static partial Regex Close();

    [GeneratedRegex(@"\A    \[\*\] --> (?<id>s[0-9]+)\z")]
    private static partial Regex Start();

    [GeneratedRegex(@"\A    (?<id>s[0-9]+) --> \[\*\]\z")]
    private static partial Regex End();

    [GeneratedRegex($@"\A    (?<id>s[0-9]+) --> (?<id>[sx][0-9]+) : {Label}\z")]
    private static partial Regex Arrow();

    // Mermaid's lexer takes these words for a command wherever in a line they stand.
    [GeneratedRegex(@"direction\s+(?:TB|BT|RL|LR)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DirectionAnywhere();

    [GeneratedRegex("#([0-9]+);")]
    private static partial Regex Entity();
}
