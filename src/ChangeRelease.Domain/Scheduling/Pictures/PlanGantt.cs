namespace ChangeRelease.Domain.Scheduling;

/// <summary>Draws plans as Mermaid gantt charts, for pages that render them. Names are escaped, so none can change the chart (S-54).</summary>
public static class PlanGantt
{
    /// <summary>Draws a plan: a task for each item, for each freeze or closure, and a milestone for each item that is left out.</summary>
    /// <remarks>
    /// Mermaid knows no zones: starts are written as the wall clock of the named zone reads, lengths as time that passes. Beyond 50,000 characters
    /// Mermaid asks for other settings than its own (<c>maxTextSize</c>). The same plan and settings give the same bytes.
    /// </remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">What to show.</param>
    /// <returns>The chart's source, lines ending in a line feed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Mermaid(Plan plan, PictureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        return GanttWriter.Write(PlanPicture.Of(plan, settings));
    }
}
