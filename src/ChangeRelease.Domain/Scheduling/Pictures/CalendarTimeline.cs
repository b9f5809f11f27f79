using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Draws change calendars as SVG timelines. Names are escaped, so none can change the picture.</summary>
public static class CalendarTimeline
{
    /// <summary>Draws what a calendar says to a question: a row for each window, what is open in the end as a band, and freezes across (S-45).</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="question">For what.</param>
    /// <param name="range">The stretch of time; <see cref="PictureSettings.Range"/> is not looked at.</param>
    /// <param name="settings">What to show.</param>
    /// <returns>An SVG document, lines ending in a line feed; the same bytes for the same calendar and settings.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string Svg(ChangeCalendar calendar, CalendarQuestion question, Slot range, PictureSettings settings) =>
        TimelineWriter.Write(CalendarPicture.Of(calendar, question, range, settings));
}
