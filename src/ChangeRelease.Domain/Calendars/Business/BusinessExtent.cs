using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Between which days a business calendar has work and holidays at all; null where there is no end.</summary>
internal sealed record BusinessExtent(LocalDate FirstWork, LocalDate? LastWork, LocalDate FirstHoliday, LocalDate? LastHoliday)
{
    public static BusinessExtent Of(BusinessHours hours)
    {
        var special = hours.SpecialDays.Select(day => day.Occasion.Reach).ToList();
        var holidays = hours.Holidays.Select(holiday => holiday.Reach).ToList();
        var weeks = hours.Weeks.Index()
            .Where(week => week.Item.Days.Count > 0)
            .Select(week => (First: week.Item.ValidFrom?.PlusDays(-1) ?? LocalBounds.Earliest.Date, Last: week.Index + 1 < hours.Weeks.Count ? hours.Weeks[week.Index + 1].ValidFrom : null));
        var work = special.Concat(weeks).ToList();
        return new BusinessExtent(First(work), Last(work), First(holidays), Last(holidays));
    }

    private static LocalDate First(IReadOnlyCollection<(LocalDate First, LocalDate? Last)> spans) =>
        spans.Select(span => span.First).DefaultIfEmpty(LocalBounds.Earliest.Date).Min().PlusDays(-1);

    private static LocalDate? Last(IReadOnlyCollection<(LocalDate First, LocalDate? Last)> spans) =>
        spans.Any(span => span.Last is null) ? null : spans.Select(span => span.Last!.Value).DefaultIfEmpty(LocalBounds.Earliest.Date).Max().PlusDays(1);
}
