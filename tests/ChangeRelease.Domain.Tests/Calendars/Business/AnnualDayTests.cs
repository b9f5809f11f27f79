using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Calendars.Business;

public sealed class AnnualDayTests
{
    public static TheoryData<AnnualDay, int, string?> Days => new()
    {
        { AnnualDay.On(12, 25), 2026, "2026-12-25" },
        { AnnualDay.On(2, 29), 2024, "2024-02-29" },
        { AnnualDay.On(2, 29), 2026, null }, // does not occur in common years
        { AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Monday), 5), 2026, "2026-05-04" },
        { AnnualDay.Nth(NthWeekday.First(IsoDayOfWeek.Friday), 5), 2026, "2026-05-01" }, // the first day itself
        { AnnualDay.Nth(NthWeekday.Nth(4, IsoDayOfWeek.Thursday), 11), 2026, "2026-11-26" },
        { AnnualDay.Nth(NthWeekday.Nth(4, IsoDayOfWeek.Thursday), 11).PlusDays(1), 2019, "2019-11-29" }, // the fourth Friday is a week earlier
        { AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Monday), 5), 2026, "2026-05-25" },
        { AnnualDay.Nth(NthWeekday.Last(IsoDayOfWeek.Sunday), 5), 2026, "2026-05-31" }, // the last day itself
        { AnnualDay.Nth(NthWeekday.Nth(-2, IsoDayOfWeek.Monday), 5), 2026, "2026-05-18" },
        { AnnualDay.Nth(NthWeekday.Nth(5, IsoDayOfWeek.Monday), 5), 2026, null }, // four Mondays
        { AnnualDay.Nth(NthWeekday.Nth(-5, IsoDayOfWeek.Monday), 5), 2026, null },
        { AnnualDay.Nth(NthWeekday.Nth(5, IsoDayOfWeek.Sunday), 5), 2026, "2026-05-31" },
        { AnnualDay.OnOrBefore(IsoDayOfWeek.Monday, 5, 24), 2026, "2026-05-18" }, // Victoria Day
        { AnnualDay.OnOrBefore(IsoDayOfWeek.Sunday, 5, 24), 2026, "2026-05-24" },
        { AnnualDay.OnOrAfter(IsoDayOfWeek.Saturday, 10, 31), 2026, "2026-10-31" }, // All Saints in Finland
        { AnnualDay.OnOrAfter(IsoDayOfWeek.Friday, 10, 31), 2026, "2026-11-06" },
        { AnnualDay.WesternEaster(-2), 2026, "2026-04-03" },
        { AnnualDay.WesternEaster(39), 2026, "2026-05-14" }, // Ascension
        { AnnualDay.OrthodoxEaster(1), 2026, "2026-04-13" },
        { AnnualDay.WesternEaster(-2).PlusDays(3), 2026, "2026-04-06" },
        { AnnualDay.On(1, 1).PlusDays(-1), 2026, "2025-12-31" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_of_the_year_falls_on_a_date(AnnualDay day, int year, string? date)
    {
        day.Problem.Should().BeNull();
        day.In(year).Should().Be(date is null ? null : LocalDatePattern.Iso.Parse(date).Value);
    }

    // Earliest and latest there can be, centuries with and without a leap day, and years around the corrections of the epact.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1886-04-25")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1961-04-02")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2024-03-31")]
    [InlineData("2038-04-25")]
    [InlineData("2076-04-19")]
    [InlineData("2285-03-22")]
    public void Western_Easter_is_where_almanacs_have_it(string date) => Falls(AnnualDay.WesternEaster(0), date);

    [Theory]
    [InlineData("1983-05-08")]
    [InlineData("2000-04-30")]
    [InlineData("2010-04-04")]
    [InlineData("2013-05-05")]
    [InlineData("2016-05-01")]
    [InlineData("2021-05-02")]
    [InlineData("2024-05-05")]
    [InlineData("2025-04-20")]
    public void Orthodox_Easter_is_where_almanacs_have_it(string date) => Falls(AnnualDay.OrthodoxEaster(0), date);

    /// <summary>The definition, by golden number and epact, instead of closed arithmetic.</summary>
    [Fact]
    public void Western_Easter_is_the_Sunday_after_the_ecclesiastical_full_moon()
    {
        foreach (var year in Enumerable.Range(1583, 2_500))
        {
            var golden = (year % 19) + 1;
            var century = (year / 100) + 1;
            var epact = ((11 * golden) + 20 + ((((8 * century) + 5) / 25) - 5) - ((3 * century / 4) - 12)) % 30;
            epact = epact < 0 ? epact + 30 : epact;
            epact += (epact == 25 && golden > 11) || epact == 24 ? 1 : 0;
            var moon = new LocalDate(year, 3, 1).PlusDays(43 - epact + (epact > 23 ? 30 : 0));

            Easter.Western(year).Should().Be(moon.With(DateAdjusters.Next(IsoDayOfWeek.Sunday)), "of {0}", year);
        }
    }

    [Fact]
    public void Orthodox_Easter_is_the_same_Sunday_or_one_four_or_five_weeks_later() =>
        Enumerable.Range(1900, 300).Select(year => Period.DaysBetween(Easter.Western(year), Easter.Orthodox(year))).Distinct().Should().BeEquivalentTo([0, 7, 28, 35]);

    private static void Falls(AnnualDay day, string date)
    {
        var expected = LocalDatePattern.Iso.Parse(date).Value;
        day.In(expected.Year).Should().Be(expected);
    }
}
