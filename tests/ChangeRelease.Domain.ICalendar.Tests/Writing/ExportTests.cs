using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar.Tests.Writing;

public sealed class ExportTests
{
    private static readonly CalendarExportSettings _from = new(new LocalDate(2026, 12, 28));
    private static readonly Scope _production = Scope.Environment(new EnvironmentId("production"));

    [Fact]
    public void A_calendar_that_is_written_and_read_back_is_open_at_the_same_instants()
    {
        var calendar = Define(
            Weekly("evenings", new LocalTime(20, 0), RuleLength.Until(new LocalTime(2, 0))),
            Weekly("hours", new LocalTime(1, 30), RuleLength.For(Duration.FromMinutes(150))),
            new Window(new RuleId("patches"), "Patches", "America/New_York", Recurrence.Of(Patches), RuleLength.For(Duration.FromHours(3)), Scope.Everything),
            new Freeze(new RuleId("year-end"), "Year end", "Europe/London", Recurrence.Yearly(new AnnualDate(12, 20), LocalTime.Midnight), RuleLength.Until(new AnnualDate(1, 3), LocalTime.Midnight), Scope.Everything, "Accounts"),
            new Freeze(new RuleId("sale"), "Sale", "Europe/London", Recurrence.Once(new LocalDateTime(2027, 3, 27, 12, 0)), RuleLength.Until(new LocalDateTime(2027, 3, 28, 12, 0)), Scope.Everything, string.Empty));

        var text = CalendarText.Write(CalendarExport.Of(calendar, _from).GetFileOrThrow(), Ics.Stamp);
        var rules = Ics.Read(text).GetValueOrThrow().ToRules(entry => entry.Categories.Contains("FREEZE") ? EntryMeaning.Freeze(Scope.Everything) : EntryMeaning.Window(Scope.Everything));
        var back = ChangeCalendar.Define(calendar.Id, calendar.Version, calendar.Otherwise, rules, Ics.Zones);

        calendar.DifferenceTo(back, Questions.Any, new Slot(Instant.FromUtc(2026, 12, 28, 12, 0), Instant.FromUtc(2029, 1, 1, 0, 0))).ToString().Should().StartWith("No difference");
        back.Judge(new Slot(Instant.FromUtc(2026, 12, 28, 12, 0), Instant.FromUtc(2026, 12, 29, 0, 0)), Questions.Any).Freezes.Should().ContainSingle();
    }

    [Fact]
    public void An_event_says_of_the_rule_what_a_file_can_say()
    {
        var calendar = Define(
            new Freeze(new RuleId("sale"), "Sale", "Europe/London", Recurrence.Once(new LocalDateTime(2027, 3, 27, 12, 0)), RuleLength.For(Duration.FromHours(24)), _production, "Most orders"));

        var entry = CalendarExport.Of(calendar, _from).GetFileOrThrow().Entries.Should().ContainSingle().Subject;

        (entry.Uid, entry.Sequence, entry.Summary, entry.Description).Should().Be(("sale@main", 7, "Sale", "Most orders\nFor environment production."));
        entry.Categories.Should().Equal("FREEZE");
    }

    [Fact]
    public void What_is_over_is_not_written_and_what_lasts_still_is()
    {
        var calendar = Define(
            Once("over", new LocalDateTime(2026, 12, 27, 0, 0)), Once("lasting", new LocalDateTime(2026, 12, 27, 12, 0)), Once("to-come", new LocalDateTime(2027, 12, 27, 0, 0)));

        CalendarExport.Of(calendar, _from).GetFileOrThrow().Entries.Select(entry => entry.Uid).Should().Equal("lasting@main", "to-come@main");

        static Window Once(string id, LocalDateTime start) =>
            new(new RuleId(id), id, "Europe/London", Recurrence.Once(start), RuleLength.For(Duration.FromHours(24)), Scope.Everything);
    }

    [Fact]
    public void Validity_is_written_into_the_rule_or_refused()
    {
        var (first, after) = (new LocalDate(2027, 2, 1), new LocalDate(2027, 3, 1));
        var calendar = Define(
            Weekly("weekly", new LocalTime(20, 0), RuleLength.Until(new LocalTime(22, 0))) with { ValidFrom = first, ValidUntil = after },
            new Window(new RuleId("patches"), "Patches", "Europe/London", Recurrence.Of(Patches), RuleLength.For(Duration.FromHours(3)), Scope.Everything) { ValidFrom = first });

        var export = CalendarExport.Of(calendar, _from);
        export.File.Should().BeNull();
        export.Faults.Should().ContainSingle().Which.ToString().Should().StartWith("calendar.export.validity (patches): ");

        var alone = CalendarExport.Of(Define((Window)calendar.Rules[0]), _from).GetFileOrThrow();
        alone.Entries[0].Recurrence.ToString().Should().Be("DTSTART:20270202T200000\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270228T235959");
    }

    [Fact]
    public void A_freeze_until_further_notice_needs_a_day_until_which_it_is_written()
    {
        var calendar = Define(
            Freeze.UntilFurtherNotice(new RuleId("network"), "Network", "Europe/London", new LocalDateTime(2026, 11, 2, 12, 0), Scope.Everything, "down", new FreezeNotice(new ActorId("olga"), Instant.FromUtc(2026, 11, 9, 9, 0))));

        CalendarExport.Of(calendar, _from).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.export.open-end");
        CalendarExport.Of(calendar, _from with { OpenUntil = new LocalDate(2027, 6, 1) }).GetFileOrThrow().Entries[0].Length
            .Should().Be(RuleLength.Until(new LocalDateTime(2027, 6, 1, 0, 0)));
    }

    [Fact]
    public void A_freeze_over_a_leap_day_is_not_always_as_long() => CalendarExport
        .Of(Define(new Freeze(new RuleId("audit"), "Audit", "Europe/London", Recurrence.Yearly(new AnnualDate(2, 20), LocalTime.Midnight), RuleLength.Until(new AnnualDate(3, 5), LocalTime.Midnight), Scope.Everything, string.Empty)), _from)
        .Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.export.length-varies");

    [Fact]
    public void A_booked_slot_covers_its_seconds_whole()
    {
        var start = Instant.FromUtc(2027, 1, 5, 22, 0);
        var entry = CalendarEntry.Booked("CHG-1", new Slot(start + Duration.FromMilliseconds(300), start + Duration.FromMilliseconds(60_300)));

        CalendarText.Write(new CalendarFile([entry]), Ics.Stamp).Split("\r\n").Should().Contain(["DTSTART:20270105T220000Z", "DTEND:20270105T220101Z", "DTSTAMP:20261128T120000Z"]);
    }

    private static RecurrenceSet Patches => RecurrenceRule.Monthly(NthWeekday.Second(IsoDayOfWeek.Tuesday))
        .From(new LocalDateTime(2027, 1, 12, 22, 0))
        .Plus(new LocalDateTime(2027, 2, 1, 22, 0))
        .Except(new LocalDate(2027, 4, 13))
        .Except(new LocalDateTime(2027, 7, 13, 22, 0))
        .Move(new LocalDateTime(2027, 5, 11, 22, 0), new LocalDateTime(2027, 5, 12, 23, 0))
        .Cancel(new LocalDateTime(2027, 6, 8, 22, 0));

    private static Window Weekly(string id, LocalTime at, RuleLength length) =>
        new(new RuleId(id), id, "Europe/London", Recurrence.Weekly(at, IsoDayOfWeek.Tuesday), length, Scope.Everything);

    private static ChangeCalendar Define(params CalendarRule[] rules) =>
        ChangeCalendar.Define(new CalendarId("main"), 7, CalendarDefault.ClosedByDefault, rules, Ics.Zones);
}
