namespace ChangeRelease.Domain.Scheduling;

/// <summary>Draws plans as SVG timelines. Names are escaped, so none can change the picture (S-54).</summary>
public static class PlanTimeline
{
    /// <summary>
    /// Draws a plan: openings, freezes and closures as bands; items as bars with preparation, work and back-out; below them what is left out and why.
    /// </summary>
    /// <remarks>A bar is never thinner than what can be seen, however short its item. The same plan and settings give the same bytes.</remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="settings">What to show.</param>
    /// <returns>An SVG document, with a title and a description for those who do not see it; lines end in a line feed.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Svg(Plan plan, PictureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(settings);
        return TimelineWriter.Write(PlanPicture.Of(plan, settings));
    }
}
