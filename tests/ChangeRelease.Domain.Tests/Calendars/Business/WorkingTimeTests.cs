using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

public sealed class WorkingTimeTests
{
    // Christmas 2026: Friday 25 December, and Boxing Day is observed on Monday 28 December.
    [Theory]
    [InlineData("2026-12-24", 1, "2026-12-29")]
    [InlineData("2026-12-25", 1, "2026-12-29")]
    [InlineData("2026-12-23", 1, "2026-12-24")]
    [InlineData("2026-12-21", 5, "2026-12-30")]
    [InlineData("2026-12-29", -1, "2026-12-24")]
    [InlineData("2026-12-27", -1, "2026-12-24")]
    [InlineData("2027-01-04", -5, "2026-12-23")]
    public void The_nth_working_day_is_counted_without_the_day_itself(string date, int count, string found)
    {
        var day = Regions.Date(date);
        var search = count > 0 ? Regions.London.WorkingDaysAfter(day, count) : Regions.London.WorkingDaysBefore(day, -count);

        search.Day.Should().Be(Regions.Date(found));
        search.ToString().Should().Be(found);
    }

    [Theory]
    [InlineData("2026-12-24 16:00", 60, "2026-12-24 17:00")] // until the close
    [InlineData("2026-12-24 16:00", 61, "2026-12-29 09:01")]
    [InlineData("2026-12-26 12:00", 30, "2026-12-29 09:30")] // from a day off
    [InlineData("2026-12-24 16:00", 0, "2026-12-24 16:00")]
    [InlineData("2026-12-26 12:00", 0, "2026-12-26 12:00")]
    [InlineData("2026-11-02 08:00", 1_000, "2026-11-04 09:40")]
    public void Working_time_after_an_instant_ends_at_another(string from, int minutes, string until) =>
        Regions.London.AfterWorkingTime(Given.Utc(from), Duration.FromMinutes(minutes)).At.Should().Be(Given.Utc(until));

    [Theory]
    [InlineData("2026-12-29 10:00", 60, "2026-12-29 09:00")] // from the opening
    [InlineData("2026-12-29 10:00", 61, "2026-12-24 16:59")]
    [InlineData("2026-12-27 12:00", 30, "2026-12-24 16:30")]
    [InlineData("2026-12-27 12:00", 0, "2026-12-27 12:00")]
    public void Working_time_before_an_instant_begins_at_another(string until, int minutes, string from) =>
        Regions.London.BeforeWorkingTime(Given.Utc(until), Duration.FromMinutes(minutes)).At.Should().Be(Given.Utc(from));

    [Fact]
    public void Every_search_says_when_it_met_its_bound()
    {
        var closed = Regions.Define(Regions.In("Etc/UTC", new WorkingWeek([])));

        var day = closed.NextWorkingDay(Regions.Date("2026-01-01"), reach: 30);
        var time = closed.AfterWorkingTime(Given.Utc("2026-01-01 00:00"), Duration.FromHours(1), reach: 30);

        (day.ReachedBound, day.SearchedUntil, day.Day).Should().Be((true, Regions.Date("2026-01-31"), null));
        (time.ReachedBound, time.SearchedUntil, time.At).Should().Be((true, Given.Utc("2026-01-31 00:00"), null));
        closed.BeforeWorkingTime(Given.Utc("2026-01-31 00:00"), Duration.FromHours(1), reach: 30).SearchedUntil.Should().Be(Given.Utc("2026-01-01 00:00"));
        closed.PreviousWorkingDay(Regions.Date("2026-01-31"), reach: 30).ToString().Should().Be("none as far as 2026-01-01");
        Regions.London.NextWorkingDay(new LocalDate(8999, 12, 30)).Day.Should().NotBeNull();
        Regions.London.PreviousWorkingDay(new LocalDate(1, 1, 4)).Should().Match<WorkingDaySearch>(search => search.Day == new LocalDate(1, 1, 3) || search.ReachedBound);
    }

    [Fact]
    public void Questions_beyond_all_bounds_are_refused()
    {
        FluentActions.Invoking(() => Regions.London.Day(new LocalDate(9000, 12, 31))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Regions.London.NextWorkingDay(Regions.Date("2026-01-01"), 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Regions.London.NextWorkingDay(Regions.Date("2026-01-01"), 36_526)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Regions.London.WorkingDaysAfter(Regions.Date("2026-01-01"), 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Regions.London.AfterWorkingTime(Given.Utc("2026-01-01 00:00"), -Duration.Epsilon)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Regions.London.WorkedDays(new LocalDate(1900, 1, 1), new LocalDate(2026, 1, 1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Regions.London.Sessions(Given.Slot("1900-01-01 00:00", "2026-01-01 00:00"))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Dates_of_another_calendar_system_are_the_same_days() =>
        Regions.London.IsWorked(Regions.Date("2026-12-25").WithCalendar(CalendarSystem.Julian)).Should().BeFalse();
}
