// snippet: ics-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.ICalendar;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to calendar files and cron.</summary>
internal sealed class ICalendarProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        Read(console);
        Write(console);
        Cron(console);
        return Task.CompletedTask;
    }

    private static void Read(Transcript console)
    {
        console.Turn("ics-faults");
        // snippet: ics-faults
        const string Broken = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:fiber
            SUMMARY:Fiber works
            DTSTART;TZID=Europe/London:20270112T220000
            DTEND;TZID=Europe/London:20270112T020000
            X-VENDOR-COLOR:teal
            END:VEVENT
            BEGIN:VEVENT
            UID:router
            DTSTART;TZID=Europe/Londno:20270112T220000
            DURATION:PT2H
            RRULE:FREQ=WEEKLY;BYHOUR=24
            END:VEVENT
            END:VCALENDAR
            """;

        var refused = CalendarText.ReadText(Broken, DateTimeZoneProviders.Tzdb);
        foreach (var fault in refused.Faults)
        {
            Console.WriteLine(fault);
        }

        foreach (var line in refused.Ignored)
        {
            Console.WriteLine($"without effect: {line}");
        }
        // end

        console.Turn("ics-meaning");
        // snippet: ics-meaning
        const string Team = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:patches@example.com
            SEQUENCE:3
            SUMMARY:Patch nights
            CATEGORIES:Window
            DTSTART;TZID="GMT Standard Time":20270112T220000
            DURATION:PT4H
            RRULE:FREQ=MONTHLY;BYDAY=2TU
            EXDATE;VALUE=DATE:20270413
            END:VEVENT
            BEGIN:VEVENT
            UID:audit@example.com
            SUMMARY:Audit
            CATEGORIES:Freeze
            DTSTART;VALUE=DATE:20270208
            DTEND;VALUE=DATE:20270213
            END:VEVENT
            END:VCALENDAR
            """;

        var production = Scope.Environment(new EnvironmentId("production"));
        var file = CalendarText
            .ReadText(Team, DateTimeZoneProviders.Tzdb, new CalendarFileSettings { FloatingZone = "Europe/London" })
            .GetValueOrThrow();
        var rules = file.ToRules(entry => entry.Categories.Contains("Freeze") ? EntryMeaning.Freeze(production)
            : entry.Categories.Contains("Window") ? EntryMeaning.Window(production)
            : EntryMeaning.Nothing);
        var calendar = ChangeCalendar.Define(
            new CalendarId("team"), version: 1, CalendarDefault.ClosedByDefault, rules, DateTimeZoneProviders.Tzdb);

        var ledger = CalendarQuestion.For(new Target(new ServiceId("ledger"), new EnvironmentId("production")));
        foreach (var month in new[] { 1, 2, 3 })
        {
            var night = calendar.At(Instant.FromUtc(2027, month, 8, 12, 0), ledger);
            Console.WriteLine(night.NextOpening);
        }
        // end
    }

    private static void Write(Transcript console)
    {
        console.Turn("ics-write");
        // snippet: ics-write
        var nights = new Window(
            new RuleId("nights"), "Nights; all of them", "Europe/London",
            Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Tuesday), RuleLength.Until(new LocalTime(6, 0)), Scope.Everything);
        var own = ChangeCalendar.Define(
            new CalendarId("main"), version: 4, CalendarDefault.ClosedByDefault, [nights], DateTimeZoneProviders.Tzdb);

        var export = CalendarExport.Of(own, new CalendarExportSettings(new LocalDate(2027, 1, 1)));
        Console.WriteLine(CalendarText.Write(export.GetFileOrThrow(), Instant.FromUtc(2026, 12, 28, 9, 0)));
        // end

        console.Turn("ics-booked");
        // snippet: ics-booked
        var slot = new Slot(Instant.FromUtc(2027, 1, 12, 22, 0), Instant.FromUtc(2027, 1, 12, 23, 30));
        var booked = CalendarEntry.Booked("CHG-1@example.com", slot) with
        {
            Sequence = 5,
            Summary = "CHG-1 \r\nEND:VEVENT\r\nBEGIN:VEVENT",
            Status = EntryStatus.Confirmed,
        };

        var text = CalendarText.Write(new CalendarFile([booked]), Instant.FromUtc(2026, 12, 28, 9, 0));
        Console.WriteLine(text.Split("\r\n").Single(line => line.StartsWith("SUMMARY", StringComparison.Ordinal)));
        // end
    }

    private static void Cron(Transcript console)
    {
        console.Turn("cron-rules");
        // snippet: cron-rules
        string[] expressions = ["30 2 * * 1-5", "0 22 * * 2#2", "0 0 L * *", "0 4 LW * *", "* 10 * * *", "0 0 15W * *", "0 0 * * 7"];
        foreach (var expression in expressions)
        {
            var read = CronText.ReadRule(expression);
            Console.WriteLine($"{expression,-13} {read.Value?.ToString() ?? read.Faults[0].ToString()}");
        }
        // end

        console.Turn("cron-window");
        // snippet: cron-window
        var rule = CronText.ReadRule("0 22 * * 1-5", new CronSettings { Days = CronDays.Refused }).GetValueOrThrow();
        var length = CronText.ReadLength("1h30m").GetValueOrThrow();
        var moved = new Window(
            new RuleId("sync"), "Sync", "Europe/London",
            Recurrence.Rule(rule, new LocalDateTime(2027, 1, 1, 0, 0)), length, Scope.Everything);

        Console.WriteLine($"{moved.Recurrence} {moved.Length}");
        // end
    }
}
