using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>A region: when its teams work, and when its production may be changed.</summary>
/// <param name="Hours">Monday to Friday from nine to six, holidays off.</param>
/// <param name="Windows">Tuesday to Thursday from eight in the evening to midnight, but for the last days of a quarter and the end of the year.</param>
internal sealed record PortfolioRegion(PlanningTimes Hours, PlanningTimes Windows)
{
    public static IReadOnlyList<PortfolioRegion> All { get; } =
    [
        Of("americas", "America/New_York", new AnnualDate(7, 4), new AnnualDate(11, 11)),
        Of("europe", "Europe/Berlin", new AnnualDate(5, 1), new AnnualDate(10, 3)),
        Of("pacific", "Australia/Sydney", new AnnualDate(1, 26), new AnnualDate(4, 25)),
    ];

    private static PortfolioRegion Of(string name, string zone, params AnnualDate[] holidays)
    {
        var hours = new BusinessHours(zone, WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(9, 0), new LocalTime(18, 0))))
        {
            Holidays = ((AnnualDate[])[new AnnualDate(1, 1), new AnnualDate(12, 25), .. holidays]).Select(day => (Occasion)Occasion.Yearly($"{day}", AnnualDay.On(day.Month, day.Day))).ToValueList(),
        };
        var business = BusinessCalendar.Define(new CalendarId(name), 1, hours, DateTimeZoneProviders.Tzdb);
        var target = new Target(new ServiceId("shop"), new EnvironmentId($"production-{name}"));
        var calendar = ChangeCalendar.Define(new CalendarId($"{name}-changes"), 1, CalendarDefault.ClosedByDefault, [Evening(zone), .. QuarterEnds(zone)], DateTimeZoneProviders.Tzdb);
        return new PortfolioRegion(PlanningTimes.Of(business), PlanningTimes.Of(calendar, CalendarQuestion.For(target)));
    }

    private static Window Evening(string zone) => new(
        new RuleId("evenings"), "Evenings", zone, Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday), RuleLength.For(Duration.FromHours(4)), Scope.Everything);

    private static IEnumerable<CalendarRule> QuarterEnds(string zone) => new[] { (Month: 3, Day: 27), (Month: 6, Day: 26), (Month: 9, Day: 26), (Month: 12, Day: 18) }
        .Select(start => new Freeze(
            new RuleId($"quarter-end-{start.Month}"), "Quarter end", zone, Recurrence.Yearly(new AnnualDate(start.Month, start.Day), LocalTime.Midnight), RuleLength.Until(start.Month == 12 ? 14 : 6, LocalTime.Midnight), Scope.Everything, "The books are closed"));
}
