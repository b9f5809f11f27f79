using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ReleasePortfolio;

/// <summary>Where versions are rolled out: a team with its working hours, and a calendar with windows and freezes.</summary>
internal sealed class Region
{
    private Region(string name, BusinessHours hours, Func<BusinessCalendar, IEnumerable<CalendarRule>> rules)
    {
        (Name, Zone) = (name, DateTimeZoneProviders.Tzdb[hours.Zone]);
        Team = new ResourceId($"team {name}");
        Hours = BusinessCalendar.Define(new CalendarId($"{name} office"), version: 1, hours, DateTimeZoneProviders.Tzdb);
        Calendar = ChangeCalendar.Define(new CalendarId(name), version: 1, CalendarDefault.ClosedByDefault, rules(Hours), DateTimeZoneProviders.Tzdb);
        Question = CalendarQuestion.For(new Target(new ServiceId("platform"), new EnvironmentId(name)));
    }

    /// <summary>The regions in the order in which a version reaches them: from the fewest customers to the most.</summary>
    public static IReadOnlyList<Region> InOrder { get; } = [AsiaPacific(), Europe(), Americas()];

    public string Name { get; }

    public DateTimeZone Zone { get; }

    public ResourceId Team { get; }

    public BusinessCalendar Hours { get; }

    public ChangeCalendar Calendar { get; }

    public CalendarQuestion Question { get; }

    public PlanningTimes Times => PlanningTimes.Of(Calendar, Question);

    private static Region AsiaPacific() => new(
        "asia-pacific",
        new BusinessHours("Australia/Sydney", Week(9, 18))
        {
            Holidays =
            [
                Occasion.Yearly("Good Friday", AnnualDay.WesternEaster(-2)),
                Occasion.Yearly("Easter Monday", AnnualDay.WesternEaster(1)),
                Occasion.Yearly("Anzac Day", AnnualDay.On(4, 25)),
                Occasion.Yearly("King's Birthday", AnnualDay.Nth(NthWeekday.Nth(2, IsoDayOfWeek.Monday), 6)),
                Occasion.Yearly("Labour Day", AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 10)),
            ],
        },
        hours => [Mornings("Australia/Sydney", 10, 17), .. Shared(hours), Once("financial-year", "Financial year end", "Australia/Sydney", new LocalDate(2026, 6, 22), new LocalDate(2026, 7, 3))]);

    private static Region Europe() => new(
        "europe",
        new BusinessHours("Europe/Berlin", Week(8, 17))
        {
            Holidays =
            [
                Occasion.Yearly("Good Friday", AnnualDay.WesternEaster(-2)),
                Occasion.Yearly("Easter Monday", AnnualDay.WesternEaster(1)),
                Occasion.Yearly("Labor Day", AnnualDay.On(5, 1)),
                Occasion.Yearly("Ascension Day", AnnualDay.WesternEaster(39)),
                Occasion.Yearly("Whit Monday", AnnualDay.WesternEaster(50)),
                Occasion.Yearly("German Unity Day", AnnualDay.On(10, 3)),
            ],
        },
        hours => [Mornings("Europe/Berlin", 9, 16), .. Shared(hours), Once("summer", "Summer break", "Europe/Berlin", new LocalDate(2026, 8, 3), new LocalDate(2026, 8, 17))]);

    private static Region Americas() => new(
        "americas",
        new BusinessHours("America/New_York", Week(8, 18))
        {
            Holidays =
            [
                Occasion.Yearly("Memorial Day", AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 5)),
                Occasion.Yearly("Juneteenth", AnnualDay.On(6, 19)),
                Occasion.Yearly("Independence Day", AnnualDay.On(7, 4)) with { Observance = Observance.NearestWeekday },
                Occasion.Yearly("Labor Day", AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 9)),
                Occasion.Yearly("Thanksgiving", AnnualDay.Nth(NthWeekday.Nth(4, IsoDayOfWeek.Thursday), 11)),
            ],
        },
        hours => [Mornings("America/New_York", 9, 16), .. Shared(hours), Once("cyber-week", "Cyber week", "America/New_York", new LocalDate(2026, 11, 23), new LocalDate(2026, 12, 3))]);

    private static WorkingWeek Week(int from, int to) => WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(from, 0), new LocalTime(to, 0)));

    // No change on a Friday: nobody wants to look after it on a Saturday.
    private static Window Mornings(string zone, int from, int to) => new(
        new RuleId("mornings"), "Monday to Thursday", zone,
        Recurrence.Weekly(new LocalTime(from, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday),
        RuleLength.Until(new LocalTime(to, 0)), Scope.Everything);

    // What every region keeps, each on its own clock and by its own working days.
    private static IEnumerable<CalendarRule> Shared(BusinessCalendar hours) =>
    [
        hours.HolidayFreeze(new RuleId("holidays"), "Holiday", Scope.Everything, "nobody is there"),
        new Freeze(
            new RuleId("quarter-end"), "Quarter end", hours.Zone,
            hours.OnWorkingDayOfMonth(-3, LocalTime.Midnight, 3, 6, 9), RuleLength.Until(5, LocalTime.Midnight), Scope.Everything, "the books are closed"),
        new Freeze(
            new RuleId("year-end"), "Year end", hours.Zone,
            Recurrence.Yearly(new AnnualDate(12, 14), LocalTime.Midnight), RuleLength.Until(new AnnualDate(1, 4), LocalTime.Midnight), Scope.Everything, "no changes over the holidays"),
    ];

    private static Freeze Once(string id, string title, string zone, LocalDate from, LocalDate until) => new(
        new RuleId(id), title, zone, Recurrence.Once(from.AtMidnight()), RuleLength.Until(until.AtMidnight()), Scope.Everything, title);
}
