using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

/// <summary>Rules as people say them.</summary>
public sealed class PhraseTests
{
    public static TheoryData<RecurrenceRule, string, string> Phrases => new()
    {
        { RecurrenceRule.Monthly(NthWeekday.Second(IsoDayOfWeek.Tuesday)), "FREQ=MONTHLY;BYDAY=2TU", "2026-01-13 02-10 03-10" },
        { RecurrenceRule.Monthly(NthWeekday.First(IsoDayOfWeek.Monday), NthWeekday.Third(IsoDayOfWeek.Monday)), "FREQ=MONTHLY;BYDAY=1MO,3MO", "2026-01-05 19 02-02" },
        { RecurrenceRule.Monthly(NthWeekday.Last(IsoDayOfWeek.Friday)), "FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30 02-27 03-27" },
        { RecurrenceRule.Monthly(15, -1), "FREQ=MONTHLY;BYMONTHDAY=15,-1", "2026-01-15 31 02-15 28" },
        { RecurrenceRule.LastDayOfMonth, "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31 02-28 03-31" },
        { RecurrenceRule.Monthly(31), "FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31 03-31 05-31" },
        { RecurrenceRule.Monthly(31).Clamped(), "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "2026-01-31 02-28 03-31 04-30" },
        { RecurrenceRule.Monthly(NthWeekday.Nth(5, IsoDayOfWeek.Monday)), "FREQ=MONTHLY;BYDAY=5MO", "2026-03-30 06-29 08-31" },
        { RecurrenceRule.Monthly(NthWeekday.Nth(5, IsoDayOfWeek.Monday)).Clamped(), "RSCALE=GREGORIAN;FREQ=MONTHLY;BYDAY=5MO;SKIP=BACKWARD", "2026-01-26 02-23 03-30" },
        { RecurrenceRule.Yearly(new AnnualDate(2, 29)), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29 2032-02-29" },
        { RecurrenceRule.Yearly(new AnnualDate(2, 29)).Clamped(), "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD", "2026-02-28 2027-02-28 2028-02-29" },
        { RecurrenceRule.Weekdays, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-01-01 02 05 06" },
        { RecurrenceRule.WeekdaysExcept(IsoDayOfWeek.Friday, IsoDayOfWeek.Sunday), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "2026-01-01 05 06" },
        { RecurrenceRule.Weekly(IsoDayOfWeek.Thursday).Every(3), "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", "2026-01-01 22 02-12" },
        { RecurrenceRule.FirstWeekdayOfMonth, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2026-01-01 02-02 03-02" },
        { RecurrenceRule.LastWeekdayOfMonth, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30 02-27 03-31" },
        { RecurrenceRule.LastWeekdayOfQuarter, "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-03-31 06-30 09-30 12-31" },
        { RecurrenceRule.Daily.Until(new LocalDate(2026, 1, 2)), "FREQ=DAILY;UNTIL=20260102T235959", "2026-01-01 02" },
        { RecurrenceRule.Daily.Until(Local.Time("2026-01-02 08:00")), "FREQ=DAILY;UNTIL=20260102T080000", "2026-01-01" },
        { RecurrenceRule.Daily.InMonths(2).Times(3), "FREQ=DAILY;BYMONTH=2;COUNT=3", "2026-02-01 02 03" },
    };

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_is_a_rule_of_the_standard(RecurrenceRule rule, string written, string expected)
    {
        var days = Local.Times(expected).ToList();

        rule.ToString().Should().Be(written);
        RecurrenceText.ReadRule(written).GetValueOrThrow().Should().Be(rule);
        rule.From(Local.Time("2026-01-01")).Between(Local.Time("2026-01-01"), days[^1].PlusDays(1)).Starts.Should().Equal(days);
    }

    [Fact]
    public void Weekdays_except_holidays_leave_the_holidays_out() =>
        RecurrenceRule.Weekdays.From(Local.Time("2026-12-23")).Except(new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 28))
            .Between(Local.Time("2026-12-23"), Local.Time("2027-01-01 00:00")).Starts.Should().Equal(Local.Times("2026-12-23 24 29 30 31"));

    [Fact]
    public void What_cannot_be_said_is_refused()
    {
        FluentActions.Invoking(() => RecurrenceRule.WeekdaysExcept(Enum.GetValues<IsoDayOfWeek>())).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RecurrenceRule.Monthly(0)).Should().Throw<RecurrenceException>();
        FluentActions.Invoking(() => RecurrenceRule.Daily.Every(0)).Should().Throw<RecurrenceException>();
        FluentActions.Invoking(() => NthWeekday.Nth(0, IsoDayOfWeek.Monday)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => NthWeekday.Every(IsoDayOfWeek.None)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => RecurrenceRule.Of(new((RecurrenceFrequency)9))).Should().Throw<RecurrenceException>();
    }
}
