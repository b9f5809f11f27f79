using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.ICalendar.Tests.Cron;

/// <summary>Windows as Argo CD has them: an expression and an elapsed time.</summary>
public sealed class CronWindowTests
{
    [Fact]
    public void A_start_every_minute_is_one_opening()
    {
        var answer = Open("* 10 * * *", "2h", "UTC", Instant.FromUtc(2027, 1, 5, 11, 0));

        answer.IsOpen.Should().BeTrue();
        answer.Until.Should().Be(Instant.FromUtc(2027, 1, 5, 12, 59));
        answer.NextOpening!.At.Should().Be(Instant.FromUtc(2027, 1, 6, 10, 0));
    }

    [Theory]
    [InlineData("0 22 * * 1-5", "1h30m", "2027-01-08T22:30:00Z", true)]
    [InlineData("0 22 * * 1-5", "1h30m", "2027-01-08T23:30:00Z", false)]
    [InlineData("0 22 * * 1-5", "1h30m", "2027-01-09T22:30:00Z", false)]
    [InlineData("0 23 L * *", "2h", "2027-03-01T00:30:00Z", true)]
    [InlineData("0 23 L * *", "2h", "2027-02-28T00:30:00Z", false)]
    public void A_window_is_open_from_each_start_for_its_length(string expression, string length, string at, bool isOpen) =>
        Open(expression, length, "UTC", InstantPattern.General.Parse(at).Value).IsOpen.Should().Be(isOpen);

    [Theory]
    [InlineData(3, 28)]
    [InlineData(10, 31)]
    public void On_nights_on_which_the_clock_changes_it_lasts_as_long_as_ever(int month, int day)
    {
        var noon = Instant.FromUtc(2027, month, day, 12, 0) - Duration.FromDays(1);
        var (opens, calendar) = (Open("30 0 * * *", "2h", "Europe/London", noon).NextOpening!.At, Calendar("30 0 * * *", "2h", "Europe/London"));

        calendar.At(opens, Questions.Any).Until.Should().Be(opens + Duration.FromHours(2));
    }

    private static Availability Open(string expression, string length, string zone, Instant at) => Calendar(expression, length, zone).At(at, Questions.Any);

    private static ChangeCalendar Calendar(string expression, string length, string zone)
    {
        var starts = Recurrence.Rule(CronText.ReadRule(expression).GetValueOrThrow(), new LocalDateTime(2027, 1, 1, 0, 0));
        var window = new Window(new RuleId("sync"), "Sync", zone, starts, CronText.ReadLength(length).GetValueOrThrow(), Scope.Everything);
        return ChangeCalendar.Define(new CalendarId("argo"), 1, CalendarDefault.ClosedByDefault, [window], DateTimeZoneProviders.Tzdb);
    }
}
