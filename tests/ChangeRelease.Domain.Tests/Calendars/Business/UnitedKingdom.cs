using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>The bank holidays of the United Kingdom, 2015 to 2021, as rules.</summary>
internal static class UnitedKingdom
{
    public static BusinessCalendar Division(string name) => Regions.Define(Regions.In("Europe/London", WorkingWeek.MondayToFriday(Regions.NineToFive), [.. Common, .. Of(name)]), name);

    private static IEnumerable<Occasion> Common =>
    [
        Moved("New Year's Day", 1, 1),
        Occasion.Yearly("Good Friday", AnnualDay.WesternEaster(-2)),
        Occasion.Yearly("Early May bank holiday", AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 5)) with { ExceptYears = [2020] },
        Occasion.OnDates("Early May bank holiday (VE day)", new LocalDate(2020, 5, 8)),
        Occasion.Yearly("Spring bank holiday", AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 5)),
        Moved("Christmas Day", 12, 25),
        Moved("Boxing Day", 12, 26),
    ];

    private static Occasion[] Of(string division) => division switch
    {
        "scotland" =>
        [
            Moved("2nd January", 1, 2),
            Occasion.Yearly("Summer bank holiday", AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 8)),
            Moved("St Andrew's Day", 11, 30),
        ],
        "northern-ireland" => [.. South, Moved("St Patrick's Day", 3, 17), Moved("Battle of the Boyne", 7, 12)],
        _ => South,
    };

    private static Occasion[] South =>
    [
        Occasion.Yearly("Easter Monday", AnnualDay.WesternEaster(1)),
        Occasion.Yearly("Summer bank holiday", AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 8)),
    ];

    private static YearlyOccasion Moved(string title, int month, int day) => Occasion.Yearly(title, AnnualDay.On(month, day)) with { Observance = Observance.NextWorkday };
}
