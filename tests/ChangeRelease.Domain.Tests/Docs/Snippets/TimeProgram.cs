// snippet: time-usings
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to time.</summary>
internal sealed class TimeProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        Rules(console);
        Recurrences(console);
        Nights(console);
        Faults(console);
        return Task.CompletedTask;
    }

    private static void Rules(Transcript console)
    {
        // snippet: time-rules
        var production = Scope.Environment(new EnvironmentId("production"));

        var evenings = new Window(
            new RuleId("evenings"), "Evenings", "Europe/London",
            Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday),
            RuleLength.Until(new LocalTime(23, 0)),
            production)
        {
            Capacity = 2,
        };

        var yearEnd = new Freeze(
            new RuleId("year-end"), "Year end", "Europe/London",
            Recurrence.Yearly(new AnnualDate(12, 20), LocalTime.Midnight),
            RuleLength.Until(new AnnualDate(1, 3), LocalTime.Midnight),
            production,
            reason: "Annual accounts")
        {
            Exempt = [new ChangeClass("emergency")],
        };

        var sale = new Freeze(
            new RuleId("sale"), "Autumn sale", "Europe/London",
            Recurrence.Once(new LocalDateTime(2026, 11, 23, 0, 0)),
            RuleLength.Until(new LocalDateTime(2026, 11, 26, 0, 0)),
            Scope.AllOf(production, Scope.Service(new ServiceId("shop"))),
            reason: "Most orders of the year");

        var calendar = ChangeCalendar.Define(
            new CalendarId("main"), version: 1, CalendarDefault.ClosedByDefault, [evenings, yearEnd, sale], DateTimeZoneProviders.Tzdb);
        // end

        console.Turn("time-open");
        // snippet: time-open
        var shop = new Target(new ServiceId("shop"), new EnvironmentId("production"));
        var answer = calendar.At(Instant.FromUtc(2026, 11, 24, 20, 30), CalendarQuestion.For(shop));

        Console.WriteLine($"open:         {answer.IsOpen}");
        Console.WriteLine($"because:      {answer.Because[0]}");
        Console.WriteLine($"until:        {answer.Until?.ToText()}");
        Console.WriteLine($"next opening: {answer.NextOpening}");
        // end

        console.Turn("time-fit");
        // snippet: time-fit
        var ledger = new Target(new ServiceId("ledger"), new EnvironmentId("production"));
        var effort = new Effort(Duration.FromMinutes(15), Duration.FromMinutes(60), Duration.FromMinutes(30));
        var monday = new Slot(Instant.FromUtc(2026, 11, 23, 20, 0), Instant.FromUtc(2026, 11, 23, 21, 30));

        var search = calendar.EarliestSlot(new SlotRequest(
            CalendarQuestion.For(ledger), effort, Instant.FromUtc(2026, 11, 23, 12, 0), Instant.FromUtc(2026, 12, 31, 0, 0))
        {
            Taken = [new Holding(monday, [ledger]), new Holding(monday, [ledger])],
        });

        Console.WriteLine($"earliest: {search.Slot}");
        foreach (var obstacle in search.Obstacles)
        {
            Console.WriteLine(obstacle);
        }
        // end

        console.Turn("time-alone");
        // snippet: time-alone
        var duringTheSale = calendar.EarliestSlot(new SlotRequest(
            CalendarQuestion.For(shop), effort, Instant.FromUtc(2026, 11, 23, 12, 0), Instant.FromUtc(2026, 11, 26, 12, 0)));

        Console.WriteLine($"earliest: {duringTheSale.Slot?.ToString() ?? "none"}");
        Console.WriteLine(string.Join("\n", duringTheSale.InTheWay));
        foreach (var (target, own) in calendar.EarliestSlotForEach(new SlotRequest(
            new CalendarQuestion([shop, ledger], []), effort, Instant.FromUtc(2026, 11, 23, 12, 0), Instant.FromUtc(2026, 11, 26, 12, 0))))
        {
            Console.WriteLine($"{target}: {own.Slot?.ToString() ?? "none"}");
        }
        // end

        console.Turn("time-exempt");
        // snippet: time-exempt
        var lateDecember = new Slot(Instant.FromUtc(2026, 12, 29, 20, 0), Instant.FromUtc(2026, 12, 29, 21, 0));

        var normal = calendar.Judge(lateDecember, new CalendarQuestion([ledger], [new ChangeClass("normal")]));
        var emergency = calendar.Judge(lateDecember, new CalendarQuestion([ledger], [new ChangeClass("emergency")]));

        Console.WriteLine($"normal:    {normal.IsOpen}, {string.Join(", ", normal.Freezes)}");
        Console.WriteLine($"emergency: {emergency.IsOpen}, {string.Join(", ", emergency.Windows)}");
        // end

        console.Turn("time-passing");
        // snippet: time-passing
        var outage = Freeze.UntilFurtherNotice(
            new RuleId("network"), "Network works", "Europe/London", new LocalDateTime(2026, 11, 2, 12, 0), Scope.Everything, "the second line is down",
            new FreezeNotice(owner: new ActorId("olga"), reviewAt: Instant.FromUtc(2026, 11, 9, 9, 0))) with
        {
            Exempt = [new ChangeClass("security-patch")],
            ExemptRoles = [new RoleId("network-team")],
            MostPassing = 3,
        };
        var frozen = ChangeCalendar.Define(new CalendarId("main"), version: 2, CalendarDefault.OpenByDefault, [outage], DateTimeZoneProviders.Tzdb);
        var inTheTeam = new CalendarQuestion([ledger], [new ChangeClass("normal")]) { Roles = [new RoleId("network-team")] };

        Console.WriteLine($"anybody:  {string.Join(", ", frozen.Judge(lateDecember, CalendarQuestion.For(ledger)).Freezes)}");
        Console.WriteLine($"the team: {frozen.PlacesIn(lateDecember, inTheTeam, taken: []).Single()}");
        Console.WriteLine($"to be looked at again: {frozen.ReviewsDue(Instant.FromUtc(2026, 11, 9, 9, 0)).Single().Title}");
        // end

        console.Turn("time-in-flight");
        // snippet: time-in-flight
        var patient = ChangeCalendar.Define(
            new CalendarId("main"), version: 3, CalendarDefault.ClosedByDefault,
            [
                evenings with { InFlight = InFlightContract.MayOverrunBy(Duration.FromMinutes(30)) },
                sale with { Runway = Duration.FromHours(4), InFlight = InFlightContract.AbortAndBackOut },
            ],
            DateTimeZoneProviders.Tzdb);
        var thursday = Instant.FromUtc(2026, 11, 19, 21, 0);

        Console.WriteLine(patient.InFlight(began: thursday, now: thursday, CalendarQuestion.For(ledger), backOut: Duration.FromMinutes(20)));
        Console.WriteLine(patient.InFlight(began: thursday, now: thursday + Duration.FromMinutes(135), CalendarQuestion.For(ledger), backOut: Duration.FromMinutes(20)));
        Console.WriteLine(patient.InFlight(began: thursday, now: thursday + Duration.FromMinutes(180), CalendarQuestion.For(ledger), backOut: Duration.FromMinutes(20)));
        // end

        console.Turn("time-compiled");
        // snippet: time-compiled
        var year = new Slot(Instant.FromUtc(2027, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0));
        var compiled = calendar.Compile(CalendarQuestion.For(ledger), year);

        Console.WriteLine($"{compiled.Open.Count} openings");
        Console.WriteLine(compiled.EarliestStart(Instant.FromUtc(2027, 6, 1, 20, 30), effort.Total)?.ToText());
        Console.WriteLine(compiled.NextClosing(Instant.FromUtc(2027, 6, 1, 20, 30))?.ToText());
        Console.WriteLine(compiled.ExtendedTo(Instant.FromUtc(2029, 1, 1, 0, 0)).Open.Count);
        // end

        console.Turn("time-difference");
        // snippet: time-difference
        var next = ChangeCalendar.Define(
            new CalendarId("main"), version: 2, CalendarDefault.ClosedByDefault, [evenings, yearEnd], DateTimeZoneProviders.Tzdb);
        var november = new Slot(Instant.FromUtc(2026, 11, 1, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0));

        var difference = calendar.DifferenceTo(next, CalendarQuestion.For(shop), november);
        foreach (var stretch in difference.Stretches)
        {
            Console.WriteLine($"{stretch.Span.Start} to {stretch.Span.End}, {(stretch.Opens ? "opens" : "closes")}: without {stretch.Gone[0].Rule.Title}");
        }

        Console.WriteLine($"for the ledger: {calendar.DifferenceTo(next, CalendarQuestion.For(ledger), november)}");
        // end

        console.Turn("time-shifts");
        // snippet: time-shifts
        var shifts = calendar.ShiftsUnder(DateTimeZoneProviders.Tzdb, november);
        Console.WriteLine($"under the data that are in force: {shifts.Moved.Count} moved");
        // end
    }

    private static void Recurrences(Transcript console)
    {
        var production = Scope.Environment(new EnvironmentId("production"));

        console.Turn("time-phrases");
        // snippet: time-phrases
        var day = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");
        var january = new LocalDateTime(2027, 1, 7, 22, 0);

        void Show(RecurrenceRule rule)
        {
            var starts = rule.From(january).Between(january, january.PlusYears(9), new RecurrenceLimits { Starts = 4 }).Starts;
            Console.WriteLine($"{rule}\n    {string.Join("  ", starts.Select(start => day.Format(start.Date)))}");
        }

        Show(RecurrenceRule.Monthly(NthWeekday.Second(IsoDayOfWeek.Tuesday)));
        Show(RecurrenceRule.LastWeekdayOfQuarter);
        Show(RecurrenceRule.WeekdaysExcept(IsoDayOfWeek.Friday));
        Show(RecurrenceRule.Weekly(IsoDayOfWeek.Thursday).Every(3));
        Show(RecurrenceRule.Monthly(31));
        Show(RecurrenceRule.Monthly(31).Clamped());
        Show(RecurrenceRule.Yearly(new AnnualDate(2, 29)));
        // end

        console.Turn("time-set");
        // snippet: time-set
        var patches = RecurrenceRule.Monthly(NthWeekday.Second(IsoDayOfWeek.Tuesday))
            .From(new LocalDateTime(2027, 1, 12, 22, 0))
            .Except(new LocalDate(2027, 4, 13))
            .Move(new LocalDateTime(2027, 5, 11, 22, 0), new LocalDateTime(2027, 5, 12, 22, 0))
            .Cancel(new LocalDateTime(2027, 6, 8, 22, 0));

        var patchNights = new Window(
            new RuleId("patches"), "Patches", "Europe/London", Recurrence.Of(patches), RuleLength.For(Duration.FromHours(4)), production);

        Console.WriteLine(patches);
        // end
        patchNights.Recurrence.StartsFrom(january).Should().NotBeEmpty();

        console.Turn("time-search");
        // snippet: time-search
        var april = new LocalDateTime(2027, 4, 1, 0, 0);
        var never = RecurrenceText.ReadRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").GetValueOrThrow().From(january);

        Console.WriteLine($"next:     {patches.Next(april)}");
        Console.WriteLine($"previous: {patches.Previous(april)}");
        Console.WriteLine($"between:  {patches.Between(april, april.PlusYears(1))}");
        Console.WriteLine($"never:    {never.Next(january)}");
        // end

        console.Turn("time-text");
        // snippet: time-text
        foreach (var fault in RecurrenceText.ReadRule("FREQ=WEEKLY;BYHOUR=24;BYMONTHDAY=1;UNTIL=tomorrow").Faults)
        {
            Console.WriteLine(fault);
        }

        // end
    }

    private static void Nights(Transcript console)
    {
        // snippet: time-nights
        var date = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
        var time = LocalDateTimePattern.CreateWithInvariantCulture("HH:mm");

        string Night(string zone, LocalDateTime start, RuleLength length)
        {
            var rule = new Window(new RuleId("night"), "Night", zone, Recurrence.Once(start), length, Scope.Everything);
            var calendar = ChangeCalendar.Define(new CalendarId("nights"), 1, CalendarDefault.ClosedByDefault, [rule], DateTimeZoneProviders.Tzdb);
            var around = new Slot(start.Minus(Period.FromDays(1)).InUtc().ToInstant(), start.Plus(Period.FromDays(2)).InUtc().ToInstant());
            var night = calendar.Judge(around, CalendarQuestion.For(new Target(new ServiceId("any"), new EnvironmentId("any")))).Windows[0];
            return $"{date.Format(start)}  {length,-14}  {time.Format(night.LocalStart)}  {time.Format(night.LocalEnd)}  {night.Span}  {night.Span.Length.ToText()}";
        }
        // end

        var until = RuleLength.Until(new LocalTime(6, 0));
        var hours = RuleLength.For(Duration.FromHours(8));
        var early = RuleLength.Until(new LocalTime(5, 0));

        console.Turn("time-los-angeles");
        // snippet: time-los-angeles
        Console.WriteLine("rule starts       lasts           from   to     UTC                                           elapsed");
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 2, 28, 22, 0), until)); // an ordinary night
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 3, 7, 22, 0), until)); // spring: 02:00 becomes 03:00
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 3, 7, 22, 0), hours));
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 3, 8, 2, 30), early)); // a start that is skipped
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 10, 31, 22, 0), until)); // autumn: 02:00 becomes 01:00
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 10, 31, 22, 0), hours));
        Console.WriteLine(Night("America/Los_Angeles", new LocalDateTime(2026, 11, 1, 1, 30), early)); // a start that happens twice
        // end

        console.Turn("time-london");
        // snippet: time-london
        Console.WriteLine("rule starts       lasts           from   to     UTC                                           elapsed");
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 2, 28, 22, 0), until)); // an ordinary night
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 3, 28, 22, 0), until)); // spring: 01:00 becomes 02:00
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 3, 28, 22, 0), hours));
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 3, 29, 1, 30), early)); // a start that is skipped
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 10, 24, 22, 0), until)); // autumn: 02:00 becomes 01:00
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 10, 24, 22, 0), hours));
        Console.WriteLine(Night("Europe/London", new LocalDateTime(2026, 10, 25, 1, 30), early)); // a start that happens twice
        // end

        console.Turn("time-notes");
        // snippet: time-notes
        var tooShort = new Window(
            new RuleId("backup"), "Backup", "America/Los_Angeles",
            Recurrence.Weekly(new LocalTime(2, 15), IsoDayOfWeek.Sunday), RuleLength.Until(new LocalTime(2, 45)), Scope.Everything);
        var backups = ChangeCalendar.Define(new CalendarId("backups"), 1, CalendarDefault.ClosedByDefault, [tooShort], DateTimeZoneProviders.Tzdb);

        var spring = new Slot(Instant.FromUtc(2026, 3, 8, 0, 0), Instant.FromUtc(2026, 3, 9, 0, 0));
        var judged = backups.Judge(spring, CalendarQuestion.For(new Target(new ServiceId("any"), new EnvironmentId("any"))));

        Console.WriteLine($"windows that day: {judged.Windows.Count}");
        Console.WriteLine(judged.Notes[0]);
        // end
    }

    private static void Faults(Transcript console)
    {
        console.Turn("time-faults");
        // snippet: time-faults
        var lunch = new Window(
            new RuleId("lunch"), "Lunch", "Europe/Londno",
            Recurrence.Weekly(new LocalTime(12, 0)), RuleLength.For(Duration.Zero), Scope.Everything)
        {
            Capacity = 0,
        };

        foreach (var fault in ChangeCalendar.Verify([lunch], DateTimeZoneProviders.Tzdb))
        {
            Console.WriteLine(fault);
        }
        // end
    }
}
