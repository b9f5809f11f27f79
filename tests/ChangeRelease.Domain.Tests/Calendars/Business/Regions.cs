using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Business calendars for the examples.</summary>
internal static class Regions
{
    public static readonly WorkingHours NineToFive = Hours("09:00", "17:00");

    public static BusinessHours LondonHours { get; } = new("Europe/London", WorkingWeek.MondayToFriday(NineToFive))
    {
        Holidays =
        [
            Occasion.Yearly("New Year's Day", AnnualDay.On(1, 1)) with { Observance = Observance.NextWorkday },
            Occasion.Yearly("Good Friday", AnnualDay.WesternEaster(-2)),
            Occasion.Yearly("Easter Monday", AnnualDay.WesternEaster(1)),
            Occasion.Yearly("Christmas Day", AnnualDay.On(12, 25)) with { Observance = Observance.NextWorkday },
            Occasion.Yearly("Boxing Day", AnnualDay.On(12, 26)) with { Observance = Observance.NextWorkday },
        ],
    };

    public static BusinessCalendar London { get; } = Define(LondonHours);

    public static BusinessCalendar Define(BusinessHours hours, string id = "office", int version = 1) =>
        BusinessCalendar.Define(new CalendarId(id), version, hours, Given.Zones);

    public static WorkingHours Hours(string from, string to) => new(Given.Time(from), Given.Time(to));

    public static BusinessHours In(string zone, WorkingWeek week, params Occasion[] holidays) => new(zone, week) { Holidays = [.. holidays] };

    public static LocalDate Date(string text) => Given.Local($"{text} 00:00").Date;
}
