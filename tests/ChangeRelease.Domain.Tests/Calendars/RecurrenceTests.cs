using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class RecurrenceTests
{
    [Fact]
    public void A_weekly_recurrence_starts_on_its_days_in_order()
    {
        var recurrence = Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Sunday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Tuesday);

        recurrence.StartsFrom(Given.Local("2026-11-03 22:00")).Take(4).Should().Equal(
            Given.Local("2026-11-03 22:00"), // a start at the bound is included
            Given.Local("2026-11-08 22:00"),
            Given.Local("2026-11-10 22:00"),
            Given.Local("2026-11-15 22:00"));
        recurrence.StartsFrom(Given.Local("2026-11-03 22:01")).First().Should().Be(Given.Local("2026-11-08 22:00"));
    }

    [Fact]
    public void The_29th_of_February_does_not_occur_in_common_years() =>
        Recurrence.Yearly(new AnnualDate(2, 29), LocalTime.Noon).StartsFrom(Given.Local("2025-01-01 00:00")).Take(3).Should().Equal(
            Given.Local("2028-02-29 12:00"),
            Given.Local("2032-02-29 12:00"),
            Given.Local("2036-02-29 12:00"));

    [Fact]
    public void An_end_on_29_February_is_the_first_moment_of_March_in_common_years()
    {
        var freeze = new Freeze(
            new("february"),
            "February",
            "Europe/London",
            Recurrence.Yearly(new AnnualDate(2, 1), LocalTime.Midnight),
            RuleLength.Until(new AnnualDate(2, 29), LocalTime.Noon),
            Scope.Everything,
            "stock taking");

        Given.Open(freeze).Judge(Given.Slot("2027-01-01 00:00", "2028-12-31 00:00"), Given.ForPayments).Freezes.Select(found => found.LocalEnd)
            .Should().Equal(Given.Local("2027-03-01 00:00"), Given.Local("2028-02-29 12:00"));
    }

    [Fact]
    public void A_yearly_freeze_lasts_over_the_turn_of_the_year()
    {
        var freeze = new Freeze(
            new("year-end"),
            "Year end",
            "Europe/London",
            Recurrence.Yearly(new AnnualDate(12, 20), LocalTime.Midnight),
            RuleLength.Until(new AnnualDate(1, 3), LocalTime.Midnight),
            Scope.Everything,
            "quiet time");

        var judgement = Given.Open(freeze).Judge(Given.Slot("2027-01-02 23:59", "2027-01-03 00:01"), Given.ForPayments);

        judgement.Freezes.Should().ContainSingle().Which.Span.Should().Be(Given.Slot("2026-12-20 00:00", "2027-01-03 00:00"));
    }

    [Theory]
    [InlineData("2026-11-02 22:00", "06:00", "2026-11-03 06:00")]
    [InlineData("2026-11-02 05:00", "06:00", "2026-11-02 06:00")]
    [InlineData("2026-11-02 06:00", "06:00", "2026-11-03 06:00")] // strictly after the start
    public void Until_a_time_means_the_first_such_time_after_the_start(string start, string until, string end)
    {
        var window = Given.Window("window", "Europe/London", Recurrence.Once(Given.Local(start)), $"until {until}");

        Given.Closed(window).Judge(Given.Slot("2026-11-01 00:00", "2026-11-09 00:00"), Given.ForPayments).Windows
            .Should().ContainSingle().Which.LocalEnd.Should().Be(Given.Local(end));
    }

    [Fact]
    public void An_end_less_than_a_microsecond_after_the_start_leaves_no_time()
    {
        var sundays = Recurrence.Weekly(LocalTime.Noon, IsoDayOfWeek.Sunday);
        var window = new Window(new("blink"), "Blink", "Etc/UTC", sundays, RuleLength.Until(LocalTime.Noon.PlusNanoseconds(1)), Scope.Everything);

        ChangeCalendar.Verify([window], Given.Zones).Should().ContainSingle().Which.Code.Should().Be("calendar.rule.never-occurs");
    }

    [Fact]
    public void The_last_nanosecond_of_a_day_is_cut_to_the_microsecond()
    {
        var window = new Window(new("day"), "Day", "Etc/UTC", Recurrence.Once(Given.Local("2026-11-02 00:00")), RuleLength.Until(LocalTime.MaxValue), Scope.Everything);

        Given.Closed(window).Judge(Given.Slot("2026-11-02 00:00", "2026-11-03 00:00"), Given.ForPayments).Gaps
            .Should().ContainSingle().Which.Span.Length.Should().Be(Duration.FromNanoseconds(1_000));
    }

    [Fact]
    public void Starts_increase_strictly_and_end_with_the_calendar()
    {
        var starts = Recurrence.Weekly(LocalTime.Noon, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday).StartsFrom(Given.Local("8999-01-01 00:00")).ToList();

        starts.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.HaveCountGreaterThan(100);
        Recurrence.Once(Given.Local("2026-11-02 05:00")).StartsFrom(Given.Local("2026-11-02 05:01")).Should().BeEmpty();
    }
}
