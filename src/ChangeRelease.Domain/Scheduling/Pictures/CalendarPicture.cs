using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Takes from a calendar what is drawn of it: a row for each window, the earliest occurrences first.</summary>
internal static class CalendarPicture
{
    public static Picture Of(ChangeCalendar calendar, CalendarQuestion question, Slot range, PictureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(settings);
        var judgement = calendar.Judge(range, question);
        var drawn = judgement.Windows.Take(settings.Most).ToList();
        return new Picture(Text.IsBlank(settings.Title) ? calendar.Id.Value : settings.Title, range, settings.Zone)
        {
            Now = settings.Now is { } now && range.Contains(now) ? now : null,
            Summary = string.Join(", ", question.Targets),
            Groups = [new PictureGroup(string.Empty, calendar.OpenWithin(range, question), FreezeBands.Of(judgement, range), Rows(drawn))],
            Remarks = [.. PictureRemarks.Of((judgement.Windows.Count - drawn.Count, "more windows are not drawn."))],
        };
    }

    private static List<PictureRow> Rows(IEnumerable<Occurrence> windows) => windows
        .GroupBy(window => window.Rule)
        .Select(group => new PictureRow(group.Key.Title, [.. group.Select(window => new PictureBar(window.Span, window.Span))]))
        .ToList();
}
