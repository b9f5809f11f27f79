using System.Globalization;
using System.Text;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Draws lifecycles as text: Mermaid for pages, DOT for Graphviz. Names are escaped, so none can change the drawing.</summary>
public static class Diagram
{
    /// <summary>Draws a Mermaid state diagram, phases as groups.</summary>
    /// <param name="lifecycle">What to draw.</param>
    /// <returns>The diagram's source, lines ending in a line feed; the same bytes for the same table.</returns>
    public static string Mermaid(LifecycleDescription lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var text = new StringBuilder("stateDiagram-v2\n    direction LR\n");
        foreach (var (phase, place) in lifecycle.States.Select(state => state.Phase).Distinct().Select((phase, place) => (phase, place)))
        {
            Add(text, $"    state \"{MermaidText(phase.Name)}\" as p{place} {{");
            foreach (var state in lifecycle.States.Where(state => state.Phase == phase))
            {
                Add(text, $"        state \"{MermaidText(state.Name)}\" as {Node(lifecycle, state)}");
            }

            Add(text, $"    }}");
        }

        foreach (var (exit, place) in Exits(lifecycle).Select((exit, place) => (exit, place)))
        {
            Add(text, $"    state \"{MermaidText(ExitName(exit))}\" as x{place}");
        }

        Add(text, $"    [*] --> {Node(lifecycle, lifecycle.Start)}");
        foreach (var (from, to, label) in Arrows(lifecycle))
        {
            Add(text, $"    {from} --> {to} : {MermaidText(label)}");
        }

        foreach (var end in lifecycle.Ends)
        {
            Add(text, $"    {Node(lifecycle, end)} --> [*]");
        }

        return text.ToString();
    }

    /// <summary>Draws a directed graph in Graphviz' DOT language, phases as clusters.</summary>
    /// <param name="lifecycle">What to draw.</param>
    /// <returns>The graph's source, lines ending in a line feed; the same bytes for the same table.</returns>
    public static string Dot(LifecycleDescription lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        var text = new StringBuilder();
        Add(text, $"digraph {DotText(lifecycle.Id)} {{\n    rankdir=LR;\n    node [shape=box, style=rounded];");
        foreach (var (phase, place) in lifecycle.States.Select(state => state.Phase).Distinct().Select((phase, place) => (phase, place)))
        {
            Add(text, $"    subgraph cluster_{place} {{\n        label={DotText(phase.Name)};");
            foreach (var state in lifecycle.States.Where(state => state.Phase == phase))
            {
                Add(text, $"        {Node(lifecycle, state)} [label={DotText(state.Name)}{(lifecycle.Ends.Contains(state) ? ", peripheries=2" : string.Empty)}];");
            }

            Add(text, $"    }}");
        }

        foreach (var (exit, name) in Exits(lifecycle).Select((exit, place) => (exit, $"x{place}")))
        {
            Add(text, $"    {name} [label={DotText(ExitName(exit))}, shape=plaintext];");
        }

        Add(text, $"    start [shape=point];\n    start -> {Node(lifecycle, lifecycle.Start)};");
        foreach (var (from, to, label) in Arrows(lifecycle))
        {
            Add(text, $"    {from} -> {to} [label={DotText(label)}];");
        }

        return text.Append("}\n").ToString();
    }

    private static IEnumerable<(string From, string To, string Label)> Arrows(LifecycleDescription lifecycle)
    {
        var exits = Exits(lifecycle).ToList();
        return lifecycle.Transitions.SelectMany(row => row.Outcomes.Select(outcome => (
            Node(lifecycle, row.From),
            outcome.Exit is null ? Node(lifecycle, outcome.To) : $"x{exits.IndexOf((outcome.Exit, outcome.To))}",
            outcome.Case is null ? row.Trigger.Value : $"{row.Trigger} [{outcome.Case}]")));
    }

    // Told apart by what they are, not by how they read: two exits may share a text, and stay two.
    private static IEnumerable<(LifecycleRef Exit, State To)> Exits(LifecycleDescription lifecycle) =>
        lifecycle.Transitions.SelectMany(row => row.Outcomes).Where(outcome => outcome.Exit is not null).Select(outcome => (outcome.Exit!, outcome.To)).Distinct();

    private static string ExitName((LifecycleRef Exit, State To) exit) => $"{exit.To} in {exit.Exit.Id}";

    private static string Node(LifecycleDescription lifecycle, State state) =>
        string.Create(CultureInfo.InvariantCulture, $"s{lifecycle.States.TakeWhile(other => other != state).Count()}");

    // Mermaid ends a label at a colon or a semicolon, takes "[[fork]]" for a fork, and "direction LR" anywhere for a command.
    private static string MermaidText(string name) => Spelled(name, static (rune, before) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' || (rune.Value is ' ' && !before.EndsWith("direction", StringComparison.OrdinalIgnoreCase))
            ? rune.ToString()
            : $"#{Number(rune)};");

    // Graphviz reads backslashes and HTML entities inside labels; what prints nothing, or turns the line around, is shown by number.
    private static string DotText(string name) => $"\"{Spelled(name, static (rune, _) => rune.Value switch
    {
        '\\' => @"\\",
        '"' => "\\\"",
        '&' => "&amp;",
        _ when IsInvisible(rune) => $"&#{Number(rune)};",
        _ => rune.ToString(),
    })}\"";

    private static bool IsInvisible(Rune rune) => rune.Value is not ' ' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    private static string Spelled(string name, Func<Rune, string, string> spell)
    {
        var text = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            text.Append(spell(rune, text.ToString()));
        }

        return text.ToString();
    }

    private static string Number(Rune rune) => rune.Value.ToString(CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
}
