using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

/// <summary>Business hours as windows, and holidays as freezes.</summary>
public sealed class BusinessRuleTests
{
    private static readonly Window _inHours = Regions.London.WorkingHoursWindow(new RuleId("in-hours"), "London office hours", Scope.Everything);
    private static readonly Freeze _holidays = Regions.London.HolidayFreeze(new RuleId("holidays"), "Bank holidays", Scope.Everything, "Nobody is there");

    [Fact]
    public void A_window_of_working_hours_is_open_exactly_in_the_sessions()
    {
        var calendar = Given.Closed(_inHours);
        var range = Given.Slot("2026-03-01 00:00", "2027-02-01 00:00");

        var open = calendar.DifferenceTo(Given.Closed(Given.OnceOpen("never", "2000-01-01 00:00", "1 h")), Given.ForPayments, range).Stretches.Select(stretch => stretch.Span);

        SlotSet.Of(open).Should().Equal(Regions.London.Sessions(range));
        calendar.At(Given.Utc("2026-12-24 16:30"), Given.ForPayments).Because.Should().ContainSingle().Which.Rule.Should().Be(_inHours);
        calendar.At(Given.Utc("2026-12-24 18:00"), Given.ForPayments).NextOpening!.At.Should().Be(Given.Utc("2026-12-29 09:00"));
    }

    [Fact]
    public void The_earliest_slot_waits_for_the_office_to_be_open_long_enough()
    {
        var search = Given.Closed(_inHours).EarliestSlot(new SlotRequest(Given.ForPayments, Effort(3), Given.Utc("2026-12-24 15:00"), Given.Utc("2027-01-31 00:00")));

        search.Slot.Should().Be(Given.Slot("2026-12-29 09:00", "2026-12-29 12:00"));
        search.Obstacles.Select(obstacle => obstacle.Sentence).Should().Contain(sentence => sentence.Contains("London office hours", StringComparison.Ordinal));
    }

    [Fact]
    public void Holidays_are_frozen_all_day_where_they_are_observed()
    {
        var calendar = Given.Open(_holidays);

        calendar.Judge(Given.Slot("2026-12-28 00:00", "2026-12-28 00:01"), Given.ForPayments).Freezes.Should().ContainSingle().Which.ToString()
            .Should().Be("freeze 'Bank holidays' from 2026-12-28 00:00 to 2026-12-29 00:00 Europe/London");
        calendar.Judge(Given.Slot("2026-12-29 00:00", "2027-01-01 00:00"), Given.ForPayments).Freezes.Should().BeEmpty();
        calendar.Judge(Given.Slot("2026-12-26 00:00", "2026-12-28 00:00"), Given.ForPayments).Freezes.Should().BeEmpty(); // a weekend is no holiday
        Given.Open(Regions.London.DaysOffFreeze(new RuleId("off"), "Days off", Scope.Everything, string.Empty))
            .Judge(Given.Slot("2026-12-24 12:00", "2026-12-29 12:00"), Given.ForPayments).Freezes.Should().HaveCount(4);
    }

    [Fact]
    public void Rules_may_start_on_working_days_at_a_time_of_their_own()
    {
        var evenings = Given.Window("evenings", "Europe/London", Regions.London.OnWorkingDays(new LocalTime(22, 0)), "2 h");

        Given.Closed(evenings).At(Given.Utc("2026-12-24 23:59"), Given.ForPayments).NextClosing!.At.Should().Be(Given.Utc("2026-12-25 00:00"));
        Given.Closed(evenings).At(Given.Utc("2026-12-25 12:00"), Given.ForPayments).NextOpening!.At.Should().Be(Given.Utc("2026-12-29 22:00"));
    }

    [Fact]
    public void Rules_may_start_on_the_nth_working_day_of_a_month()
    {
        // 28 May 2027 is the last Friday; Monday 31 May is a holiday. 1 January 2027 is one, too.
        var spring = Regions.Define(Regions.LondonHours with { Holidays = Regions.LondonHours.Holidays.With(Occasion.Yearly("Spring", AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 5))) });

        Starts(spring.OnWorkingDayOfMonth(-1, new LocalTime(22, 0))).Should().Equal("2026-12-31", "2027-01-29", "2027-02-26", "2027-03-31", "2027-04-30", "2027-05-28");
        Starts(spring.OnWorkingDayOfMonth(1, new LocalTime(22, 0))).Should().Equal("2026-12-01", "2027-01-04", "2027-02-01", "2027-03-01", "2027-04-01", "2027-05-03");
        Starts(spring.OnWorkingDayOfMonth(-1, new LocalTime(22, 0), 12, 3)).Should().Equal("2026-12-31", "2027-03-31");
        Starts(spring.OnWorkingDayOfMonth(21, new LocalTime(22, 0))).Should().Equal("2026-12-31", "2027-03-31", "2027-04-29"); // months with fewer have none
        Codes(Given.Window("never", "Europe/London", spring.OnWorkingDayOfMonth(24, new LocalTime(22, 0)), "1 h")).Should().Equal("calendar.rule.never-occurs");
        FluentActions.Invoking(() => spring.OnWorkingDayOfMonth(0, LocalTime.Noon)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => spring.OnWorkingDayOfMonth(int.MinValue, LocalTime.Noon)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => spring.OnWorkingDayOfMonth(1, LocalTime.Noon, 13)).Should().Throw<ArgumentOutOfRangeException>();

        static IEnumerable<string> Starts(Recurrence recurrence) => recurrence.StartsFrom(Given.Local("2026-12-01 00:00")).TakeWhile(start => start.Date < Regions.Date("2027-06-01")).Select(start => NodaTime.Text.LocalDatePattern.Iso.Format(start.Date));
    }

    [Fact]
    public void A_holiday_that_comes_to_the_calendar_is_told_as_a_difference()
    {
        var coronation = Occasion.OnDates("Coronation", Regions.Date("2023-05-08"));
        var later = Regions.Define(Regions.LondonHours with { Holidays = Regions.LondonHours.Holidays.With(coronation) }, version: 2);
        var before = Given.Closed(_inHours);
        var after = Given.Closed(later.WorkingHoursWindow(new RuleId("in-hours"), "London office hours", Scope.Everything));

        before.DifferenceTo(after, Given.ForPayments, Given.Slot("2023-01-01 00:00", "2024-01-01 00:00")).ToString().Should().Be(
            "[2023-05-08T08:00:00Z, 2023-05-08T16:00:00Z) closes: window 'London office hours' from 2023-05-08 09:00 to 2023-05-08 17:00 Europe/London is gone");
        after.Digest.Should().NotBe(before.Digest);
    }

    [Fact]
    public void The_digest_of_a_change_calendar_holds_all_of_the_business_calendar()
    {
        var other = Regions.Define(Regions.LondonHours with { Holidays = [.. Regions.LondonHours.Holidays.Reverse()] });

        Given.Open(_holidays).Digest.Should().Be(Given.Open(Regions.Define(Regions.LondonHours).HolidayFreeze(new RuleId("holidays"), "Bank holidays", Scope.Everything, "Nobody is there")).Digest);
        Given.Open(_holidays).Digest.Should().NotBe(Given.Open(other.HolidayFreeze(new RuleId("holidays"), "Bank holidays", Scope.Everything, "Nobody is there")).Digest);
        _holidays.Recurrence.ToString().Should().StartWith("on holidays of office@1#").And.EndWith(" at 00:00");
        _inHours.Recurrence.ToString().Should().StartWith("whenever the work of office@1#");
    }

    [Fact]
    public void Rules_that_follow_a_calendar_wrongly_do_not_build()
    {
        var later = Regions.Define(Regions.LondonHours, version: 2);
        CalendarRule[] rules =
        [
            new Window(new RuleId("zone"), "zone", "Europe/Berlin", Regions.London.AtOpenings(), Regions.London.UntilClose(), Scope.Everything),
            new Window(new RuleId("other"), "other", "Europe/London", later.AtOpenings(), Regions.London.UntilClose(), Scope.Everything),
            new Window(new RuleId("weekly"), "weekly", "Europe/London", Recurrence.Weekly(new LocalTime(9, 0), IsoDayOfWeek.Monday), Regions.London.UntilClose(), Scope.Everything),
            new Window(new RuleId("berlin"), "an evening in Berlin", "Europe/Berlin", Regions.London.OnWorkingDays(new LocalTime(22, 0)), RuleLength.For(Duration.FromHours(1)), Scope.Everything),
            new Window(new RuleId("hour"), "the first hour", "Europe/London", Regions.London.AtOpenings(), RuleLength.For(Duration.FromHours(1)), Scope.Everything),
        ];

        ChangeCalendar.Verify(rules, Given.Zones).Select(fault => $"{fault.Rule}: {fault.Code}").Should().Equal(
            "zone: calendar.recurrence.other-zone", "other: calendar.length.no-session", "weekly: calendar.length.no-session");
    }

    [Fact]
    public void A_calendar_whose_days_are_over_or_yet_to_come_still_takes_place()
    {
        var past = Regions.Define(Regions.In("Etc/UTC", new WorkingWeek([]), Occasion.OnDates("Past", Regions.Date("1999-12-31"), Regions.Date("1955-05-05"))));
        var future = Regions.Define(new BusinessHours("Etc/UTC", WorkingWeek.MondayToFriday(Regions.NineToFive) with { ValidFrom = Regions.Date("2090-01-01") }));
        var pausing = Regions.Define(Regions.In("Etc/UTC", new WorkingWeek([]), Occasion.OnDates("Once", Regions.Date("1990-05-05")), Occasion.Yearly("Again", AnnualDay.On(5, 5)) with { FromYear = 2100 }));
        var none = Regions.Define(Regions.In("Etc/UTC", new WorkingWeek([])));

        Codes(past.HolidayFreeze(new RuleId("past"), "past", Scope.Everything, string.Empty)).Should().BeEmpty();
        Codes(future.WorkingHoursWindow(new RuleId("future"), "future", Scope.Everything)).Should().BeEmpty();
        Codes(Regions.London.HolidayFreeze(new RuleId("valid"), "valid", Scope.Everything, string.Empty) with { ValidFrom = Regions.Date("1970-01-01"), ValidUntil = Regions.Date("1980-01-01") }).Should().BeEmpty();
        Codes(pausing.HolidayFreeze(new RuleId("pausing"), "pausing", Scope.Everything, string.Empty)).Should().BeEmpty();
        Codes(none.HolidayFreeze(new RuleId("none"), "none", Scope.Everything, string.Empty)).Should().Equal("calendar.rule.never-occurs");
        Codes(none.WorkingHoursWindow(new RuleId("none"), "none", Scope.Everything)).Should().Equal("calendar.rule.never-occurs");
    }

    private static IEnumerable<string> Codes(CalendarRule rule) => ChangeCalendar.Verify([rule], Given.Zones).Select(fault => fault.Code);

    private static Effort Effort(int hours) => new(Duration.Zero, Duration.FromHours(hours), Duration.Zero);
}
