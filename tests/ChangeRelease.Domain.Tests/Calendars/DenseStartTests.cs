using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Rules that start again while they last: merged by day, with a warning.</summary>
public sealed class DenseStartTests
{
    private static readonly Window _everyMinuteOfTen = Given.Window("ten", "Europe/London", Rule("FREQ=DAILY;BYHOUR=10;BYMINUTE=" + string.Join(',', Enumerable.Range(0, 60))), "2 h");

    [Fact]
    public void A_start_every_minute_is_one_window_a_day()
    {
        var calendar = Given.Closed(_everyMinuteOfTen with { Capacity = 2 });

        var day = calendar.Judge(Given.Slot("2026-07-01 00:00", "2026-07-02 00:00"), Given.ForPayments);

        day.Windows.Should().ContainSingle().Which.Span.Should().Be(Given.Slot("2026-07-01 09:00", "2026-07-01 11:59"));
        calendar.Warnings.Should().ContainSingle().Which.Code.Should().Be("calendar.starts.merged");
        calendar.PlacesIn(Given.Slot("2026-07-01 09:30", "2026-07-01 10:30"), Given.ForPayments, [Given.Holding("2026-07-01 09:00", "2026-07-01 09:10")])
            .Should().ContainSingle().Which.Holders.Should().HaveCount(1, "the places are those of the whole run");
    }

    [Theory]
    [InlineData("2026-07-01 00:00", "2026-07-08 00:00")]
    [InlineData("2026-07-01 09:30", "2026-07-01 09:31")]
    [InlineData("2026-07-01 11:30", "2026-07-01 13:00")]
    public void What_an_occurrence_is_does_not_depend_on_what_was_asked(string from, string until)
    {
        var found = Given.Closed(_everyMinuteOfTen).Judge(Given.Slot(from, until), Given.ForPayments).Windows[0];

        found.Span.Should().Be(Given.Slot("2026-07-01 09:00", "2026-07-01 11:59"));
        found.NominalStart.Should().Be(Given.Local("2026-07-01 10:00"));
    }

    [Theory]
    [InlineData("2026-03-29", "FREQ=MINUTELY", "5 min")] // a day of 23 hours
    [InlineData("2026-10-25", "FREQ=MINUTELY", "5 min")] // the repeated hour is taken once
    [InlineData("2026-10-25", "FREQ=MINUTELY", "90 min")]
    [InlineData("2026-07-01", "FREQ=MINUTELY", "1 min")] // these only touch
    [InlineData("2026-10-25", "FREQ=HOURLY", "60 min")] // and these
    [InlineData("2026-07-01", "FREQ=MINUTELY;INTERVAL=7", "10 min")]
    [InlineData("2026-03-29", "FREQ=HOURLY", "until 12:30")]
    [InlineData("2026-10-25", "FREQ=HOURLY;BYMINUTE=0,40", "41 min")]
    [InlineData("2026-10-25", "FREQ=HOURLY;BYMINUTE=0,40", "30 min")]
    [InlineData("2026-07-01", "FREQ=DAILY;BYHOUR=1,2,3,9;BYMINUTE=0,30", "45 min")]
    [InlineData("2026-07-01", "FREQ=MINUTELY;BYSECOND=0", "2 min")]
    public void Merged_starts_are_open_exactly_when_the_single_ones_are(string day, string rule, string length)
    {
        var recurrence = Rule(rule);
        var midnight = Given.Local($"{day} 00:00");
        var calendar = Given.Closed(Given.Window("dense", "Europe/London", recurrence, length));
        var range = new Slot(midnight.InUtc().ToInstant(), midnight.PlusDays(1).InUtc().ToInstant());
        var single = recurrence.StartsFrom(midnight.PlusDays(-2))
            .TakeWhile(start => start < midnight.PlusDays(3))
            .Select(start => Given.Closed(Given.Window("one", "Europe/London", Recurrence.Once(start), length)))
            .SelectMany(one => one.Judge(range, Given.ForPayments).Windows.Select(window => window.Span));

        calendar.OpenWithin(range, Given.ForPayments).Equals(SlotSet.Of(single).Intersect(SlotSet.Of(range))).Should().BeTrue();
        calendar.Judge(range, Given.ForPayments).Windows.Should().HaveCountLessThan(60);
    }

    [Fact]
    public void Starts_of_different_days_stay_apart_and_are_warned_of()
    {
        var calendar = Given.Closed(Given.Window("long", "Etc/UTC", Recurrence.Weekly(new LocalTime(8, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday), "30 h"));

        calendar.Judge(Given.Slot("2026-11-02 00:00", "2026-11-08 00:00"), Given.ForPayments).Windows.Should().HaveCount(2);
        calendar.Warnings.Should().ContainSingle().Which.Code.Should().Be("calendar.starts.overlapping");
    }

    [Fact]
    public void Windows_of_one_day_that_only_touch_stay_apart()
    {
        var calendar = Given.Closed(Given.Window("shifts", "Etc/UTC", Rule("FREQ=DAILY;BYHOUR=6,14,22"), "8 h"));

        calendar.Judge(Given.Slot("2026-11-02 06:00", "2026-11-03 06:00"), Given.ForPayments).Windows.Should().HaveCount(3);
        calendar.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_window_every_hour_for_an_hour_is_one_a_day_and_for_half_an_hour_it_is_many()
    {
        var hourly = Given.Closed(Given.Window("hourly", "Etc/UTC", Rule("FREQ=HOURLY"), "60 min"));
        var halves = Given.Closed(Given.Window("halves", "Etc/UTC", Rule("FREQ=HOURLY"), "30 min"));
        var day = Given.Slot("2026-11-02 00:00", "2026-11-03 00:00");

        hourly.Judge(day, Given.ForPayments).Windows.Should().ContainSingle().Which.Span.Should().Be(day);
        hourly.Warnings.Should().ContainSingle().Which.Code.Should().Be("calendar.starts.merged");
        halves.Judge(day, Given.ForPayments).Windows.Should().HaveCount(24);
        halves.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Very_many_starts_with_gaps_between_them_are_a_fault()
    {
        var window = new Window(new("blink"), "Blink", "Etc/UTC", Rule("FREQ=MINUTELY"), RuleLength.For(Duration.FromSeconds(30)), Scope.Everything);

        ChangeCalendar.Verify([window], Given.Zones).Should().ContainSingle().Which.Code.Should().Be("calendar.recurrence.too-dense");
    }

    private static Recurrence Rule(string rule) => Recurrence.Rule(RecurrenceText.ReadRule(rule).GetValueOrThrow(), Given.Local("2026-01-01 00:00"));
}
