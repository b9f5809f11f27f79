using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Windows and freezes that recur as RFC 5545 has it.</summary>
public sealed class RecurrenceInCalendarTests
{
    private static readonly Recurrence PatchTuesdays =
        Recurrence.Rule(RecurrenceRule.Monthly(NthWeekday.Second(IsoDayOfWeek.Tuesday)), Local.Time("2026-01-13 22:00"));

    [Fact]
    public void A_window_opens_when_its_rule_says()
    {
        var calendar = Given.Closed(Given.Window("patch", "Europe/London", PatchTuesdays, "8 h"));

        var answer = calendar.At(Given.Utc("2026-07-01 00:00"), Given.ForPayments);

        answer.IsOpen.Should().BeFalse();
        answer.NextOpening!.At.Should().Be(Given.Utc("2026-07-14 21:00")); // summer time
        calendar.Judge(Given.Slot("2026-12-08 22:00", "2026-12-09 06:00"), Given.ForPayments).IsOpen.Should().BeTrue();
        calendar.Judge(Given.Slot("2026-12-15 22:00", "2026-12-15 23:00"), Given.ForPayments).IsOpen.Should().BeFalse();
    }

    [Fact]
    public void Single_occurrences_are_moved_canceled_and_left_out()
    {
        var set = RecurrenceRule.Weekly(IsoDayOfWeek.Saturday).From(Local.Time("2026-11-07 10:00"))
            .Except(new LocalDate(2026, 11, 14))
            .Move(Local.Time("2026-11-21 10:00"), Local.Time("2026-11-22 12:00"))
            .Cancel(Local.Time("2026-11-28 10:00"));
        var calendar = Given.Closed(Given.Window("saturdays", "Etc/UTC", Recurrence.Of(set), "1 h"));

        calendar.Judge(Given.Slot("2026-11-01 00:00", "2026-12-06 00:00"), Given.ForPayments).Windows.Select(window => window.Span.Start)
            .Should().Equal(Given.Utc("2026-11-07 10:00"), Given.Utc("2026-11-22 12:00"), Given.Utc("2026-12-05 10:00"));
    }

    [Fact]
    public void Where_a_clock_change_moves_one_start_onto_the_next_they_are_one()
    {
        var hourly = RecurrenceRule.Of(new(RecurrenceFrequency.Hourly)).From(Local.Time("2026-03-28 00:00"));
        var calendar = Given.Closed(Given.Window("hourly", "Europe/London", Recurrence.Of(hourly), "30 min") with { Capacity = 1 });

        var night = calendar.Judge(Given.Slot("2026-03-29 00:00", "2026-03-29 03:00"), Given.ForPayments);

        night.Windows.Select(window => window.Span).Should().BeInAscendingOrder(span => span.Start).And.OnlyHaveUniqueItems().And.HaveCount(3);
        night.Notes.Should().ContainSingle("what happened to the hour that is skipped is said");
    }

    [Fact]
    public void On_the_night_that_an_hour_comes_twice_an_hourly_rule_takes_it_once()
    {
        var hourly = RecurrenceRule.Of(new(RecurrenceFrequency.Hourly)).From(Local.Time("2026-10-24 00:00"));
        var calendar = Given.Closed(Given.Window("hourly", "Europe/London", Recurrence.Of(hourly), "30 min"));

        calendar.Judge(Given.Slot("2026-10-24 23:00", "2026-10-25 03:00"), Given.ForPayments).Windows.Select(window => window.Span.Start)
            .Should().Equal(Given.Utc("2026-10-24 23:00"), Given.Utc("2026-10-25 00:00"), Given.Utc("2026-10-25 02:00"));
    }

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "calendar.rule.never-occurs")]
    [InlineData("FREQ=DAILY;UNTIL=20250101T000000", "calendar.rule.never-occurs")] // it begins later
    [InlineData("FREQ=SECONDLY", "calendar.recurrence.too-dense")]
    [InlineData("FREQ=MINUTELY;BYSECOND=0,30", "calendar.recurrence.too-dense")]
    [InlineData("FREQ=SECONDLY;INTERVAL=61;BYHOUR=9,10;BYDAY=MO,TU;COUNT=10000000", "calendar.recurrence.uncountable")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "")] // in 2044
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;INTERVAL=19", "")] // in 2824
    [InlineData("FREQ=SECONDLY;BYHOUR=3;BYMINUTE=0;BYSECOND=0", "")]
    public void A_rule_that_never_takes_place_or_too_often_is_a_fault(string rule, string code)
    {
        var window = Given.Window("window", "Europe/London", Recurrence.Rule(RecurrenceText.ReadRule(rule).GetValueOrThrow(), Local.Time("2026-01-01")), "1 h");

        ChangeCalendar.Verify([window], Given.Zones).Select(fault => fault.Code).Should().Equal(code.Length == 0 ? [] : [code]);
    }

    [Fact]
    public void A_window_that_a_freeze_always_covers_is_a_fault_only_where_that_is_certain()
    {
        var freeze = Given.Freeze("second-week", "Europe/London", Recurrence.Rule(
            RecurrenceRule.Of(new(RecurrenceFrequency.Monthly) { MonthDays = [8, 9, 10, 11, 12, 13, 14] }), Local.Time("2020-01-08 00:00")), "24 h");
        var window = Given.Window("patch", "Europe/London", PatchTuesdays, "1 h");
        var later = Given.Freeze("later", "Europe/London", Recurrence.Rule(RecurrenceRule.Daily, Local.Time("2026-06-01 00:00")), "25 h");
        var seldom = Given.Window("seldom", "Europe/London", Recurrence.Rule(
            RecurrenceRule.Monthly(NthWeekday.Second(IsoDayOfWeek.Tuesday)).Every(5), Local.Time("2026-01-13 22:00")), "1 h");

        var minutely = Given.Window("minutely", "Europe/London", Recurrence.Rule(RecurrenceRule.Of(new(RecurrenceFrequency.Minutely)), Local.Time("2026-01-13 00:00")), "1 h");
        var everyDay = Given.Freeze("every-day", "Europe/London", Recurrence.Rule(RecurrenceRule.Daily, Local.Time("2020-01-01 00:00")), "25 h");

        ChangeCalendar.Verify([window, freeze], Given.Zones).Should().ContainSingle().Which.Code.Should().Be("calendar.window.never-opens");
        ChangeCalendar.Verify([window, later], Given.Zones).Should().BeEmpty("it opens until May");
        ChangeCalendar.Verify([seldom, freeze], Given.Zones).Should().BeEmpty("a sample of years does not show all that it does");
        ChangeCalendar.Verify([minutely, everyDay], Given.Zones).Should().BeEmpty("too many to be looked at");
        ChangeCalendar.Verify([window with { ValidUntil = new LocalDate(2027, 1, 1) }, freeze], Given.Zones).Should().ContainSingle();
    }

    [Fact]
    public void The_digest_tells_recurrences_apart_and_not_ways_to_write_them()
    {
        Digest Of(RecurrenceSet set) => Given.Closed(Given.Window("window", "Europe/London", Recurrence.Of(set), "1 h")).Digest;
        var set = RecurrenceRule.Weekly(IsoDayOfWeek.Monday, IsoDayOfWeek.Friday).From(Local.Time("2026-01-01 22:00"));
        var same = RecurrenceText.ReadSet("DTSTART:20260101T220000\nRRULE:byday=FR,MO;FREQ=weekly;INTERVAL=1").GetValueOrThrow();

        Of(same).Should().Be(Of(set));
        new[]
        {
            Of(set), Of(set.Plus(Local.Time("2026-01-02 22:00"))), Of(set.Except(new LocalDate(2026, 1, 2))), Of(set.Except(Local.Time("2026-01-02 22:00"))),
            Of(set.Cancel(Local.Time("2026-01-02 22:00"))), Of(set.Move(Local.Time("2026-01-02 22:00"), Local.Time("2026-01-02 23:00"))),
            Of(set.Rules[0].Every(2).From(set.Start)), Of(set.Rules[0].From(set.Start.PlusDays(7))),
        }.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void What_lies_outside_the_years_of_calendars_is_a_fault()
    {
        var window = Given.Window("window", "Europe/London", Recurrence.Rule(RecurrenceRule.Daily, Local.Time("9500-01-01")), "1 h");
        var fixedEnd = new Window(new("fixed"), "Fixed", "Etc/UTC", PatchTuesdays, RuleLength.Until(Local.Time("2030-01-01")), Scope.Everything);

        ChangeCalendar.Verify([window], Given.Zones).Should().ContainSingle().Which.Code.Should().Be("calendar.rule.out-of-range");
        ChangeCalendar.Verify([fixedEnd], Given.Zones).Should().ContainSingle().Which.Code.Should().Be("calendar.length.fixed-end");
    }

    [Fact]
    public void A_recurrence_says_what_it_is_and_compares_by_it()
    {
        PatchTuesdays.ToString().Should().Be("by DTSTART:20260113T220000 RRULE:FREQ=MONTHLY;BYDAY=2TU");
        PatchTuesdays.Should().Be(Recurrence.Rule(RecurrenceText.ReadRule("FREQ=MONTHLY;BYDAY=+2TU").GetValueOrThrow(), Local.Time("2026-01-13 22:00")));
        PatchTuesdays.StartsFrom(Local.Time("2026-05-01")).Take(2).Should().Equal(Local.Time("2026-05-12 22:00"), Local.Time("2026-06-09 22:00"));
    }
}
