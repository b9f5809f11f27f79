using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Draws change calendars as Mermaid gantt charts. Names are escaped, so none can change the chart.</summary>
public static class CalendarGantt
{
    /// <summary>Draws what a calendar says to a question: a task for each occurrence of a window, and for each of a freeze.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="question">For what.</param>
    /// <param name="range">The stretch of time; <see cref="PictureSettings.Range"/> is not looked at.</param>
    /// <param name="settings">What to show.</param>
    /// <returns>The chart's source, lines ending in a line feed; the same bytes for the same calendar and settings.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Mermaid(ChangeCalendar calendar, CalendarQuestion question, Slot range, PictureSettings settings) =>
        GanttWriter.Write(CalendarPicture.Of(calendar, question, range, settings));
}
