using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>Reads Mermaid strictly: each line is one of the few that a drawing needs, and labels hold nothing that means something.</summary>
internal sealed partial class MermaidText
{
    private static readonly (string Kind, Regex Line)[] Lines =
    [
        ("title", Title()), ("direction", Direction()), ("phase", PhaseLine()), ("state", StateLine()), ("close", Close()), ("start", Start()), ("end", End()), ("arrow", Arrow()), ("style", StyleLine()), ("class", ClassLine()),
    ];

    private readonly List<string> _shape = [];
    private readonly List<DrawnEdge> _edges = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _classes = new(StringComparer.Ordinal);

    private MermaidText()
    {
    }

    /// <summary>The drawing without its labels, line by line.</summary>
    public IReadOnlyList<string> Shape => _shape;

    /// <summary>The labels as a reader sees them.</summary>
    public IEnumerable<string> Labels => _names.Values.Concat(_edges.SelectMany(edge => edge.Lines));

    /// <summary>The arrows between states, with the names of both ends.</summary>
    public IEnumerable<DrawnEdge> Edges => _edges.Select(edge => new DrawnEdge(_names[edge.From], _names[edge.To], edge.Lines));

    public IEnumerable<string> NamesOf(string style) => _classes.GetValueOrDefault(style, []).Select(id => _names[id]);

    public int States => Shape.Count(line => line.StartsWith("state ", StringComparison.Ordinal));

    public static MermaidText Read(string text)
    {
        text.Should().EndWith("\n");
        var (read, depth) = (new MermaidText(), 0);
        foreach (var line in text[..^1].Split('\n'))
        {
            var (kind, match) = Lines.Select(rule => (rule.Kind, Match: rule.Line.Match(line))).FirstOrDefault(rule => rule.Match.Success);
            (match?.Success).Should().BeTrue("'{0}' is a line of the grammar", line);
            (kind == "direction").Should().Be(DirectionAnywhere().IsMatch(line), "'{0}' steers only where it is meant to", line);
            depth += kind switch { "phase" => 1, "close" => -1, _ => 0 };
            depth.Should().BeInRange(0, 1);
            read.Take(kind, Captures(match!, "id"), [.. Captures(match!, "label").Select(Shown)]);
        }

        depth.Should().Be(0);
        return read;
    }

    private void Take(string kind, string[] ids, string[] labels)
    {
        _shape.Add($"{kind} {string.Join(' ', ids)}{(kind == "arrow" ? $" {labels.Length}" : string.Empty)}");
        switch (kind)
        {
            case "phase" or "state":
                _names.Add(ids[0], labels[0]);
                break;
            case "arrow":
                _edges.Add(new DrawnEdge(ids[0], ids[1], labels));
                break;
            case "class":
                _classes.Add(ids[^1], [.. ids[..^1]]);
                break;
        }
    }

    private static string[] Captures(Match match, string group) => [.. match.Groups[group].Captures.Select(capture => capture.Value)];

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

    [GeneratedRegex($@"\A    (?<id>s[0-9]+) --> (?<id>[sx][0-9]+) : {Label}(?:<br/>(?:<br/>)?{Label})*\z")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\A    classDef (?<id>[a-z]+) [a-z]+(?:-[a-z]+)*:[a-z0-9]+(?:,[a-z]+(?:-[a-z]+)*:[a-z0-9]+)*\z")]
    private static partial Regex StyleLine();

    [GeneratedRegex(@"\A    class (?<id>[sx][0-9]+)(?:, (?<id>[sx][0-9]+))* (?<id>[a-z]+)\z")]
    private static partial Regex ClassLine();

    // Mermaid's lexer takes these words for a command wherever in a line they stand.
    [GeneratedRegex(@"direction\s+(?:TB|BT|RL|LR)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DirectionAnywhere();

    [GeneratedRegex("#([0-9]+);")]
    private static partial Regex Entity();
}
