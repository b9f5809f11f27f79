using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Writes drawings in Graphviz' DOT language.</summary>
/// <remarks>Side doors do not decide where states stand, so that the main line runs from left to right.</remarks>
internal static class DiagramDot
{
    public static string Write(DiagramGraph graph)
    {
        var text = new StringBuilder();
        Add(text, $"digraph {Text(graph.Id)} {{\n    rankdir=LR;\n    node [shape=box, style=rounded];");
        foreach (var (phase, at) in graph.Phases.Select((phase, at) => (phase, at)))
        {
            Add(text, $"    subgraph cluster_{at} {{\n        label={Text(phase.Key.Name)};");
            foreach (var state in phase)
            {
                Add(text, $"        {state.Node} [label={Text(state.Name)}{(state.IsEnd ? ", peripheries=2" : string.Empty)}{Marks(state)}];");
            }

            Add(text, $"    }}");
        }

        foreach (var exit in graph.Exits)
        {
            Add(text, $"    {exit.Node} [label={Text(exit.Name)}, shape=plaintext{Marks(exit)}];");
        }

        Add(text, $"    start [shape=point];\n    start -> {graph.Start};");
        foreach (var arrow in graph.Joined(looks => looks))
        {
            Add(text, $"    {arrow.From} -> {arrow.To} [label={Lines([.. arrow.Lines])}{Marks(arrow.Marks)}{(arrow.IsSideDoor && !arrow.IsLoop ? ", constraint=false" : string.Empty)}];");
        }

        return text.Append("}\n").ToString();
    }

    private static string Marks(DiagramNode node) => node switch
    {
        { IsCurrent: true } => ", style=\"rounded,filled\", fillcolor=gold, penwidth=3",
        { IsVisited: true, IsNext: true } => ", style=\"rounded,filled\", fillcolor=lightskyblue, color=seagreen, penwidth=3",
        { IsVisited: true } => ", style=\"rounded,filled\", fillcolor=lightskyblue",
        { IsNext: true } => ", color=seagreen, penwidth=3",
        _ => string.Empty,
    };

    private static string Marks(DiagramMarks marks) => marks switch
    {
        { IsTaken: true, IsAvailable: true } => ", color=\"dodgerblue:seagreen\", penwidth=2, fontcolor=seagreen",
        { IsAvailable: true } => ", color=seagreen, penwidth=2, fontcolor=seagreen",
        { IsTaken: true } => ", color=dodgerblue, penwidth=2",
        { IsUnavailable: true } => ", style=dashed, color=gray50, fontcolor=gray50",
        _ => string.Empty,
    };

    // Several lines stand against the left, a single one in the middle.
    private static string Lines(string[] lines) => lines is [var single]
        ? Text(single)
        : $"\"{string.Concat(lines.Select(line => $"{Escaped(line)}\\l"))}\"";

    private static string Text(string name) => $"\"{Escaped(name)}\"";

    // Graphviz reads backslashes and HTML entities inside labels; what prints nothing, or turns the line around, is shown by number.
    private static string Escaped(string name) => DiagramText.Spelled(name, static (rune, _) => rune.Value switch
    {
        '\\' => @"\\",
        '"' => "\\\"",
        '&' => "&amp;",
        _ when IsInvisible(rune) => $"&#{DiagramText.Number(rune)};",
        _ => null,
    });

    private static bool IsInvisible(Rune rune) => rune.Value is not ' ' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    private static void Add(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
