using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

public sealed class ObservanceTests
{
    // 4 July: Saturday in 2026, Sunday in 2027, Tuesday in 2028.
    [Theory]
    [InlineData(Observance.AsItFalls, "2026-07-04", "2027-07-04", "2028-07-04")]
    [InlineData(Observance.SaturdayToFriday, "2026-07-03", "2027-07-04", "2028-07-04")]
    [InlineData(Observance.SundayToMonday, "2026-07-04", "2027-07-05", "2028-07-04")]
    [InlineData(Observance.NearestWeekday, "2026-07-03", "2027-07-05", "2028-07-04")]
    [InlineData(Observance.NextWorkday, "2026-07-06", "2027-07-05", "2028-07-04")]
    [InlineData(Observance.PreviousWorkday, "2026-07-03", "2027-07-02", "2028-07-04")]
    [InlineData(Observance.SundayToNextWorkday, "2026-07-04", "2027-07-05", "2028-07-04")]
    public void A_holiday_on_a_day_off_is_observed_where_its_rule_says(Observance observance, params string[] dates) =>
        Observed(Occasion.Yearly("Fourth of July", AnnualDay.On(7, 4)) with { Observance = observance }, 2026, 2028).Should().Equal(dates);

    /// <summary>The substitute days of the United Kingdom, as its government announced them.</summary>
    [Theory]
    [InlineData("2020-12", "2020-12-25 Christmas Day", "2020-12-28 Boxing Day")] // Friday and Saturday
    [InlineData("2021-12", "2021-12-27 Christmas Day", "2021-12-28 Boxing Day")] // Saturday and Sunday
    [InlineData("2022-12", "2022-12-26 Boxing Day", "2022-12-27 Christmas Day")] // Sunday and Monday: Boxing Day stays
    [InlineData("2023-12", "2023-12-25 Christmas Day", "2023-12-26 Boxing Day")]
    [InlineData("2022-01", "2022-01-03 New Year's Day")]
    [InlineData("2023-01", "2023-01-02 New Year's Day")]
    public void A_substitute_day_is_the_next_one_that_is_no_holiday_itself(string month, params string[] days)
    {
        var first = Regions.Date($"{month}-01");

        Regions.London.HolidaysBetween(first, first.PlusMonths(1))
            .Select(day => $"{LocalDatePattern.Iso.Format(day.Date)} {string.Join(", ", day.Occasions)}")
            .Should().Equal(days);
    }

    [Fact]
    public void A_holiday_moves_over_the_turn_of_the_year()
    {
        var newYear = Occasion.Yearly("New Year's Day", AnnualDay.On(1, 1)) with { Observance = Observance.NearestWeekday };

        Observed(newYear, 2021, 2022).Should().Equal("2021-01-01", "2021-12-31"); // 1 January 2022 is a Saturday
        Regions.Define(Regions.In("Etc/UTC", Week(), newYear with { FromYear = 2022 })).Day(Regions.Date("2021-12-31")).IsHoliday.Should().BeTrue();
        Regions.Define(Regions.In("Etc/UTC", Week(), newYear with { UntilYear = 2021 })).Day(Regions.Date("2021-12-31")).IsHoliday.Should().BeFalse();
    }

    [Fact]
    public void What_alters_the_last_workday_before_a_holiday_finds_it()
    {
        // 1999: the last day of the year is a holiday itself. 2022: it is a Saturday.
        var eve = Occasion.Yearly("Last workday of the year", AnnualDay.On(12, 31)) with { Observance = Observance.PreviousWorkday };
        var hours = Regions.In("Etc/UTC", Week(), Occasion.OnDates("Millennium Eve", Regions.Date("1999-12-31"))) with { AlteredDays = [new AlteredDay(eve) { ClosesAt = new LocalTime(12, 30) }] };

        var closing = Regions.Define(hours).WorkedDays(Regions.Date("1999-12-20"), Regions.Date("2023-01-10")).Where(day => day.Occasions.Count > 0).Select(day => LocalDatePattern.Iso.Format(day.Date)).ToList();

        closing.Should().HaveCount(24).And.StartWith("1999-12-30").And.EndWith("2022-12-30");
    }

    [Fact]
    public void Where_Friday_and_Saturday_are_off_the_substitute_day_is_Sunday()
    {
        var day = Occasion.Yearly("National Day", AnnualDay.On(9, 23)) with { Observance = Observance.NextWorkday }; // a Saturday in 2023

        Observed(WorkingWeek.SundayToThursday(Regions.NineToFive), day, 2022, 2023).Should().Equal("2022-09-25", "2023-09-24");
    }

    [Fact]
    public void Where_no_workday_is_near_a_holiday_stays()
    {
        var day = Occasion.Yearly("Founders' Day", AnnualDay.On(9, 23)) with { Observance = Observance.NextWorkday };

        Observed(new WorkingWeek([]), day, 2023, 2023).Should().Equal("2023-09-23");
    }

    [Fact]
    public void Years_and_weekdays_limit_an_occasion()
    {
        var day = Occasion.Yearly("Day", AnnualDay.On(7, 3)) with { FromYear = 2018, UntilYear = 2024, ExceptYears = [2020, 2023], OnlyOn = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday] };

        Observed(day, 2015, 2030).Should().Equal("2018-07-03", "2019-07-03", "2024-07-03"); // Tuesday, Wednesday, Wednesday
    }

    private static WorkingWeek Week() => WorkingWeek.MondayToFriday(Regions.NineToFive);

    private static IEnumerable<string> Observed(Occasion holiday, int from, int until) => Observed(Week(), holiday, from, until);

    private static IEnumerable<string> Observed(WorkingWeek week, Occasion holiday, int from, int until) =>
        Regions.Define(Regions.In("Etc/UTC", week, holiday))
            .HolidaysBetween(new LocalDate(from, 1, 1), new LocalDate(until + 1, 1, 1))
            .Select(day => LocalDatePattern.Iso.Format(day.Date));
}
