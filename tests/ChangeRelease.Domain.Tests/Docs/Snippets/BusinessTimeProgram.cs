using System.Text;

// snippet: business-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to business time.</summary>
internal sealed class BusinessTimeProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        var london = Office();
        Questions(console, london);
        Notices(console, london);
        Rules(console, london);
        Weeks(console);
        Documents(console, london);
        return Task.CompletedTask;
    }

    private static BusinessCalendar Office()
    {
        // snippet: business-office
        var hours = new BusinessHours("Europe/London", WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(9, 0), new LocalTime(17, 30))))
        {
            Holidays =
            [
                Occasion.Yearly("New Year's Day", AnnualDay.On(1, 1)) with { Observance = Observance.NextWorkday },
                Occasion.Yearly("Good Friday", AnnualDay.WesternEaster(-2)),
                Occasion.Yearly("Easter Monday", AnnualDay.WesternEaster(1)),
                Occasion.Yearly("Early May bank holiday", AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 5)) with { ExceptYears = [2020] },
                Occasion.Yearly("Spring bank holiday", AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 5)) with { ExceptYears = [2022] },
                Occasion.Yearly("Summer bank holiday", AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 8)),
                Occasion.Yearly("Christmas Day", AnnualDay.On(12, 25)) with { Observance = Observance.NextWorkday },
                Occasion.Yearly("Boxing Day", AnnualDay.On(12, 26)) with { Observance = Observance.NextWorkday },
                Occasion.OnDates("VE Day", new LocalDate(2020, 5, 8)),
                Occasion.OnDates("Platinum Jubilee", new LocalDate(2022, 6, 2), new LocalDate(2022, 6, 3)),
            ],
            AlteredDays =
            [
                new AlteredDay(Occasion.Yearly("Christmas Eve", AnnualDay.On(12, 24)) with { Observance = Observance.PreviousWorkday }) { ClosesAt = new LocalTime(12, 30) },
            ],
        };

        var london = BusinessCalendar.Define(new CalendarId("london-office"), version: 1, hours, DateTimeZoneProviders.Tzdb);
        // end
        return london;
    }

    private static void Questions(Transcript console, BusinessCalendar london)
    {
        console.Turn("business-days");
        // snippet: business-days
        foreach (var date in new[] { 23, 24, 25, 26, 28, 29 })
        {
            Console.WriteLine(london.Day(new LocalDate(2026, 12, date)));
        }
        // end

        console.Turn("business-count");
        // snippet: business-count
        var eve = new LocalDate(2026, 12, 24);
        var noon = Instant.FromUtc(2026, 12, 24, 12, 0);

        Console.WriteLine($"the next working day:             {london.NextWorkingDay(eve)}");
        Console.WriteLine($"five working days before:         {london.WorkingDaysBefore(eve, 5)}");
        Console.WriteLine($"working days in December:         {london.WorkingDaysBetween(new LocalDate(2026, 12, 1), new LocalDate(2027, 1, 1))}");
        Console.WriteLine($"worked until the year ends:       {london.WorkingTime(new Slot(noon, Instant.FromUtc(2027, 1, 1, 0, 0))).TotalHours} hours");
        Console.WriteLine($"after four working hours:         {london.AfterWorkingTime(noon, Duration.FromHours(4))}");
        Console.WriteLine($"before four working hours:        {london.BeforeWorkingTime(noon, Duration.FromHours(4))}");
        Console.WriteLine($"a working day within three days?  {london.NextWorkingDay(eve, reach: 3)}");
        // end
    }

    private static void Notices(Transcript console, BusinessCalendar london)
    {
        console.Turn("business-notice");
        // snippet: business-notice
        var start = Instant.FromUtc(2026, 12, 30, 10, 0);

        Console.WriteLine(london.Notice(NoticePeriod.WorkingDays(5), start));
        Console.WriteLine(london.Notice(NoticePeriod.ClearWorkingDays(5).By(new LocalTime(12, 0)), start));
        Console.WriteLine(london.Notice(NoticePeriod.WorkingTime(Duration.FromHours(4)), start));
        Console.WriteLine(london.Notice(NoticePeriod.Elapsed(Duration.FromHours(48)), start));
        // end

        console.Turn("business-kept");
        // snippet: business-kept
        var deadline = london.Notice(NoticePeriod.WorkingDays(2), start);
        var given = Instant.FromUtc(2026, 12, 24, 13, 0);

        Console.WriteLine($"latest: {deadline.Latest?.ToText()}, kept: {deadline.IsKeptBy(given)}");
        Console.WriteLine(deadline.Explain(given));
        // end
    }

    private static void Rules(Transcript console, BusinessCalendar london)
    {
        console.Turn("business-rules");
        // snippet: business-rules
        var shop = new Target(new ServiceId("shop"), new EnvironmentId("production"));
        var inHours = london.WorkingHoursWindow(new RuleId("office-hours"), "London office hours", Scope.Everything);
        var evenings = new Window(
            new RuleId("evenings"), "Evenings before a working day's end", "Europe/London",
            london.OnWorkingDays(at: new LocalTime(20, 0)), RuleLength.Until(new LocalTime(22, 0)), Scope.Everything);
        var holidays = london.HolidayFreeze(new RuleId("holidays"), "Bank holidays", Scope.Everything, reason: "nobody is there");

        var calendar = ChangeCalendar.Define(
            new CalendarId("main"), version: 1, CalendarDefault.ClosedByDefault, [inHours, evenings, holidays], DateTimeZoneProviders.Tzdb);
        var answer = calendar.At(Instant.FromUtc(2026, 12, 24, 21, 0), CalendarQuestion.For(shop));

        Console.WriteLine($"open because of {answer.Because[0]}");
        Console.WriteLine($"next opening    {answer.NextOpening}");
        Console.WriteLine($"frozen by       {calendar.FreezesAt(Instant.FromUtc(2026, 12, 28, 12, 0), CalendarQuestion.For(shop))[0]}");
        // end
    }

    private static void Weeks(Transcript console)
    {
        console.Turn("business-weeks");
        // snippet: business-weeks
        var exchange = new BusinessHours(
            "Asia/Hong_Kong",
            WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(10, 0), new LocalTime(12, 30)), new WorkingHours(new LocalTime(14, 30), new LocalTime(16, 0))),
            WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(9, 30), new LocalTime(12, 0)), new WorkingHours(new LocalTime(13, 0), new LocalTime(16, 0))) with
            {
                ValidFrom = new LocalDate(2012, 3, 5),
            });
        var nights = new BusinessHours(
            "Europe/London",
            new WorkingWeek([]).And(IsoDayOfWeek.Saturday, new WorkingHours(new LocalTime(22, 0), new LocalTime(6, 0))));
        var futures = new BusinessHours(
            "America/Chicago",
            WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(17, 0), new LocalTime(16, 0)) { StartsDayBefore = true }));

        foreach (var (hours, date) in new[] { (exchange, new LocalDate(2012, 3, 2)), (exchange, new LocalDate(2012, 3, 5)), (nights, new LocalDate(2026, 3, 28)), (nights, new LocalDate(2026, 10, 24)), (futures, new LocalDate(2026, 11, 2)) })
        {
            Console.WriteLine(BusinessCalendar.Define(new CalendarId("weeks"), version: 1, hours, DateTimeZoneProviders.Tzdb).Day(date));
        }
        // end

        console.Turn("business-clocks");
        // snippet: business-clocks
        var early = BusinessCalendar.Define(
            new CalendarId("early"), version: 1,
            new BusinessHours("Europe/London", new WorkingWeek([]).And(IsoDayOfWeek.Sunday, new WorkingHours(new LocalTime(1, 30), new LocalTime(5, 0)))),
            DateTimeZoneProviders.Tzdb);

        foreach (var date in new[] { new LocalDate(2026, 3, 29), new LocalDate(2026, 10, 25) })
        {
            Console.WriteLine($"{early.Day(date)} {string.Join(' ', early.Day(date).Notes)}");
        }
        // end
    }

    private static void Documents(Transcript console, BusinessCalendar london)
    {
        console.Turn("business-document");
        // snippet: business-document
        const string document = """
            {
              "format": "change-release/business-calendar/1",
              "id": "riyadh-office",
              "version": 1,
              "zone": "Asia/Riyadh",
              "weeks": [
                { "days": [{ "on": ["monday", "tuesday", "wednesday", "thursday", "sunday"], "hours": [{ "from": "08:00", "to": "16:00" }] }] }
              ],
              "holidays": [
                { "title": "National Day", "yearly": "09-23", "observed": "nextWorkday" },
                { "title": "Founding Day", "yearly": "02-22", "fromYear": 2022 },
                { "title": "Eid al-Fitr", "dates": ["2026-03-19", "2026-03-22", "2026-03-23"] }
              ],
              "specialDays": [
                { "when": { "title": "Stocktaking", "dates": ["2026-01-02"] }, "hours": [{ "from": "09:00", "to": "12:00" }] }
              ]
            }
            """;

        var riyadh = BusinessCalendarDocument.Read(document, DateTimeZoneProviders.Tzdb).OrThrow();
        Console.WriteLine(string.Join('\n', riyadh.HolidaysBetween(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1))));
        // end

        console.Turn("business-same");
        // snippet: business-same
        var bytes = BusinessCalendarDocument.Write(london);
        Console.WriteLine(BusinessCalendarDocument.Read(bytes, DateTimeZoneProviders.Tzdb).OrThrow().Equals(london) ? "The same calendar, digest included." : "Another one.");
        // end

        console.Turn("business-faults");
        // snippet: business-faults
        var wrong = Encoding.UTF8.GetBytes(document
            .Replace("Asia/Riyadh", "Asia/Riyad", StringComparison.Ordinal)
            .Replace("09-23", "09-31", StringComparison.Ordinal)
            .Replace("\"2026-03-19\", \"2026-03-22\", \"2026-03-23\"", string.Empty, StringComparison.Ordinal)
            .Replace("\"to\": \"16:00\"", "\"to\": \"24:00\"", StringComparison.Ordinal));

        foreach (var fault in BusinessCalendarDocument.Read(wrong, DateTimeZoneProviders.Tzdb).Faults)
        {
            Console.WriteLine(fault);
        }
        // end
    }
}
