using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar.Tests.Cron;

public sealed class CronTextTests
{
    [Theory]
    // Times of the day.
    [InlineData("30 2 * * *", "FREQ=DAILY;BYHOUR=2;BYMINUTE=30;BYSECOND=0")]
    [InlineData("0 */6 * * *", "FREQ=DAILY;BYHOUR=0,6,12,18;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 22-1 * * *", "FREQ=DAILY;BYHOUR=0,1,22,23;BYMINUTE=0;BYSECOND=0")]
    [InlineData("@daily", "FREQ=DAILY;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    // As often as the clock moves.
    [InlineData("* 10 * * *", "FREQ=MINUTELY;BYHOUR=10;BYSECOND=0")]
    [InlineData("* * * * *", "FREQ=MINUTELY;BYSECOND=0")]
    [InlineData("15 * * * *", "FREQ=HOURLY;BYMINUTE=15;BYSECOND=0")]
    [InlineData("15 * * * 1-5", "FREQ=HOURLY;BYDAY=MO,TU,WE,TH,FR;BYMINUTE=15;BYSECOND=0")]
    // Days of the week.
    [InlineData("30 2 * * 1-5", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=2;BYMINUTE=30;BYSECOND=0")]
    [InlineData("0 0 * * SAT,0", "FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 0 * 6,12 0", "FREQ=WEEKLY;BYMONTH=6,12;BYDAY=SU;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 4 ? * 2#2", "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=4;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 4 * * 5L", "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=4;BYMINUTE=0;BYSECOND=0")]
    // Days of the month.
    [InlineData("0 0 1,15 * *", "FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 0 13 * 5", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 0 L * *", "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 0 L-2 * *", "FREQ=MONTHLY;BYMONTHDAY=-3;BYHOUR=0;BYMINUTE=0;BYSECOND=0")]
    [InlineData("0 0 LW * *", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=0;BYMINUTE=0;BYSECOND=0;BYSETPOS=-1")]
    [InlineData("0 6,18 1W * *", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=6,18;BYMINUTE=0;BYSECOND=0;BYSETPOS=1,2")]
    public void An_expression_is_the_rule_that_names_the_same_times(string text, string rule) =>
        CronText.ReadRule(text).GetValueOrThrow().ToString().Should().Be(rule);

    [Theory]
    [InlineData("0 30 2 * * *", "FREQ=DAILY;BYHOUR=2;BYMINUTE=30;BYSECOND=0")]
    [InlineData("*/20 * * * * *", "FREQ=MINUTELY;BYSECOND=0,20,40")]
    [InlineData("* * * * * *", "FREQ=SECONDLY")]
    public void Seconds_come_first_where_they_are_said_to(string text, string rule) =>
        CronText.ReadRule(text, new CronSettings { HasSeconds = true }).GetValueOrThrow().ToString().Should().Be(rule);

    [Theory]
    [InlineData("", "calendar.cron.unreadable")]
    [InlineData("30 2 * *", "calendar.cron.unreadable")]
    [InlineData("0 30 2 * * *", "calendar.cron.unreadable")]
    [InlineData("61 * * * *", "calendar.cron.unreadable")]
    [InlineData("* 25 * * *", "calendar.cron.unreadable")]
    [InlineData("@every 1h", "calendar.cron.unreadable")]
    [InlineData("H H * * *", "calendar.cron.needs-a-seed")]
    [InlineData("* * * * *\0garbage", "calendar.cron.control-character")]
    [InlineData("0 0 15W * *", "calendar.cron.nearest-weekday")]
    [InlineData("0 0 L-1W * *", "calendar.cron.nearest-weekday")]
    [InlineData("0 0 LW * 5", "calendar.cron.nearest-weekday")]
    [InlineData("* * 1W * *", "calendar.cron.too-many-positions")]
    public void What_is_no_expression_or_no_rule_is_refused_with_the_reason(string text, string code)
    {
        var read = CronText.ReadRule(text);

        read.Value.Should().BeNull();
        read.Faults.Should().ContainSingle().Which.Code.Should().Be(code);
        read.Invoking(reading => reading.GetValueOrThrow()).Should().Throw<CronException>().WithMessage($"*{code}*");
    }

    [Theory]
    [InlineData("0 0 * * 7")]
    [InlineData("0 0 * * 1,7")]
    [InlineData("0 0 * * 5-7")]
    [InlineData("0 0 * * 07")]
    [InlineData("0 0 * * 7L")]
    public void Sunday_is_zero_unless_seven_is_taken(string text)
    {
        CronText.ReadRule(text).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.cron.seven");
        CronText.ReadRule(text, new CronSettings { TakesSeven = true }).GetValueOrThrow().Parts.Weekdays.Should().Contain(day => day.Day == IsoDayOfWeek.Sunday);
    }

    [Theory]
    [InlineData("0 7 7 7 *")]
    [InlineData("7 17 27 * */7")]
    public void A_seven_that_is_no_day_of_the_week_is_one(string text) => CronText.ReadRule(text).Faults.Should().BeEmpty();

    [Fact]
    public void Two_restricted_days_are_refused_where_one_would_be_enough()
    {
        var likeCrontab = new CronSettings { Days = CronDays.Refused };

        CronText.ReadRule("0 0 13 * 5", likeCrontab).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.cron.both-days");
        CronText.ReadRule("0 0 * * 5", likeCrontab).Faults.Should().BeEmpty();
        CronText.ReadRule("0 0 13 * *", likeCrontab).Faults.Should().BeEmpty();
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_read() =>
        CronText.ReadRule(new string('1', 2_000)).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.cron.too-long");

    [Theory]
    [InlineData("2h", 7_200_000)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("15m", 900_000)]
    [InlineData("1.5h", 5_400_000)]
    [InlineData("90s", 90_000)]
    [InlineData("1h0m0.5s", 3_600_500)]
    [InlineData("250ms", 250)]
    public void A_duration_is_read_as_Go_writes_it(string text, long milliseconds) =>
        CronText.ReadLength(text).GetValueOrThrow().Should().Be(RuleLength.For(Duration.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData("", "calendar.cron.duration-unreadable")]
    [InlineData("2", "calendar.cron.duration-unreadable")]
    [InlineData("2a", "calendar.cron.duration-unreadable")]
    [InlineData("h", "calendar.cron.duration-unreadable")]
    [InlineData("-2h", "calendar.cron.duration-unreadable")]
    [InlineData("2h 30m", "calendar.cron.duration-unreadable")]
    [InlineData("1d", "calendar.cron.duration-unreadable")]
    [InlineData("1..5h", "calendar.cron.duration-unreadable")]
    [InlineData("0h", "calendar.cron.duration-empty")]
    [InlineData("999999999999h", "calendar.cron.duration-too-long")]
    public void What_is_no_duration_is_refused(string text, string code) =>
        CronText.ReadLength(text).Faults.Should().ContainSingle().Which.Code.Should().Be(code);
}
