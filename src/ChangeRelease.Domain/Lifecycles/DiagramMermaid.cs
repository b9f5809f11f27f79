using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Writes drawings in the words of Mermaid's state diagrams.</summary>
internal static class DiagramMermaid
{
    // Text is black on each of them, whatever the page's theme.
    private static readonly (string Class, string Style, Func<DiagramNode, bool> Has)[] Marks =
    [
        ("visited", "fill:lightskyblue,color:black", node => node.IsVisited && !node.IsCurrent),
        ("next", "stroke:seagreen,stroke-width:3px", node => node.IsNext && !node.IsCurrent),
        ("current", "fill:gold,color:black,stroke:black,stroke-width:4px", node => node.IsCurrent),
    ];

    public static string Write(DiagramGraph graph)
    {
        var text = new StringBuilder("stateDiagram-v2\n    direction LR\n");
        foreach (var (phase, at) in graph.Phases.Select((phase, at) => (phase, at)))
        {
            Add(text, $"    state \"{Text(phase.Key.Name)}\" as p{at} {{");
            foreach (var state in phase)
            {
                Add(text, $"        state \"{Text(state.Name)}\" as {state.Node}");
            }

            Add(text, $"    }}");
        }

        foreach (var exit in graph.Exits)
        {
            Add(text, $"    state \"{Text(exit.Name)}\" as {exit.Node}");
        }

        Add(text, $"    [*] --> {graph.Start}");
        foreach (var arrow in graph.Joined(_ => default))
        {
            Add(text, $"    {arrow.From} --> {arrow.To} : {string.Join("<br/>", arrow.Lines.Select(Text))}");
        }

        foreach (var end in graph.Ends)
        {
            Add(text, $"    {end} --> [*]");
        }

        Mark(text, [.. graph.Phases.SelectMany(phase => phase), .. graph.Exits]);
        return text.ToString();
    }

    private static void Mark(StringBuilder text, IReadOnlyList<DiagramNode> nodes)
    {
        foreach (var (name, style, has) in Marks)
        {
            var marked = nodes.Where(has).ToList();
            if (marked.Count > 0)
            {
                Add(text, $"    classDef {name} {style}");
                Add(text, $"    class {string.Join(", ", marked.Select(node => node.Node))} {name}");
            }
        }
    }

    // Mermaid ends a label at a colon or a semicolon, takes "[[fork]]" for a fork, and "direction LR" anywhere for a command.
    private static string Text(string name) => DiagramText.Spelled(name, static (rune, before) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' || (rune.Value is ' ' && !DiagramText.EndsWith(before, "direction"))
            ? null
            : $"#{DiagramText.Number(rune)};");

    private static void Add(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
