namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Draws lifecycles as text: Mermaid for pages, DOT for Graphviz. Names are escaped, so none can change the drawing.</summary>
public static class Diagram
{
    /// <summary>Draws a Mermaid state diagram, phases as groups.</summary>
    /// <param name="lifecycle">What to draw.</param>
    /// <returns>The diagram's source, lines ending in a line feed; the same bytes for the same table.</returns>
    /// <exception cref="ArgumentException">A row names a state that is not among the states of <paramref name="lifecycle"/>.</exception>
    public static string Mermaid(LifecycleDescription lifecycle) => Mermaid(lifecycle, Drawing.Plain);

    /// <summary>Draws a Mermaid state diagram, phases as groups, with more than the table.</summary>
    /// <remarks>
    /// Mermaid styles states and not the arrows between them. So a path reads by the numbers before its triggers and by its states,
    /// what is available by a check mark and by the states it leads to. Beyond 500 arrows, or 50,000 characters, Mermaid asks for
    /// other settings than its own (<c>maxEdges</c>, <c>maxTextSize</c>).
    /// </remarks>
    /// <param name="lifecycle">What to draw.</param>
    /// <param name="drawing">What to show beside the table.</param>
    /// <returns>The diagram's source, lines ending in a line feed; the same bytes for the same table and drawing.</returns>
    /// <exception cref="ArgumentException">A row names a state that is not among the states of <paramref name="lifecycle"/>.</exception>
    public static string Mermaid(LifecycleDescription lifecycle, Drawing drawing) => DiagramMermaid.Write(Graph(lifecycle, drawing));

    /// <summary>Draws a directed graph in Graphviz' DOT language, phases as clusters.</summary>
    /// <param name="lifecycle">What to draw.</param>
    /// <returns>The graph's source, lines ending in a line feed; the same bytes for the same table.</returns>
    /// <exception cref="ArgumentException">A row names a state that is not among the states of <paramref name="lifecycle"/>.</exception>
    public static string Dot(LifecycleDescription lifecycle) => Dot(lifecycle, Drawing.Plain);

    /// <summary>Draws a directed graph in Graphviz' DOT language, phases as clusters, with more than the table.</summary>
    /// <param name="lifecycle">What to draw.</param>
    /// <param name="drawing">What to show beside the table.</param>
    /// <returns>The graph's source, lines ending in a line feed; the same bytes for the same table and drawing.</returns>
    /// <exception cref="ArgumentException">A row names a state that is not among the states of <paramref name="lifecycle"/>.</exception>
    public static string Dot(LifecycleDescription lifecycle, Drawing drawing) => DiagramDot.Write(Graph(lifecycle, drawing));

    private static DiagramGraph Graph(LifecycleDescription lifecycle, Drawing drawing)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(drawing);
        return new DiagramGraph(lifecycle, drawing);
    }
}
