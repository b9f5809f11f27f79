using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

public sealed class TrainTimetableTests
{
    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;

    [Theory]
    // New York: clocks go forward on 2026-03-08 at 02:00, and back on 2026-11-01 at 02:00
    [InlineData("2026-03-07T02:30:00", "2026-03-07T07:30:00Z", "2026-03-07T01:30:00Z")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00Z", "2026-03-08T01:30:00Z")] // skipped: at 03:30 on the wall
    [InlineData("2026-03-09T02:30:00", "2026-03-09T06:30:00Z", "2026-03-09T00:30:00Z")]
    [InlineData("2026-10-31T01:30:00", "2026-10-31T05:30:00Z", "2026-10-30T23:30:00Z")]
    [InlineData("2026-11-01T01:30:00", "2026-11-01T05:30:00Z", "2026-10-31T23:30:00Z")] // twice: the first
    [InlineData("2026-11-02T01:30:00", "2026-11-02T06:30:00Z", "2026-11-02T00:30:00Z")]
    public void A_departure_stays_on_the_wall_clock_and_its_cut_off_is_elapsed_time_before(string nominal, string at, string cutOff)
    {
        var local = LocalDateTimePattern.ExtendedIso.Parse(nominal).Value;
        var timetable = TrainTimetable.Daily(local.PlusDays(-5), "America/New_York", Duration.FromHours(6));

        timetable.Find(local, Zones).Should().Be(new TrainTime(local, InstantPattern.ExtendedIso.Parse(at).Value, InstantPattern.ExtendedIso.Parse(cutOff).Value));
        timetable.After(InstantPattern.ExtendedIso.Parse(cutOff).Value, 1, Zones)[0].Nominal.Should().Be(local.PlusDays(1), "a cut-off at the instant is over");
    }

    [Fact]
    public void The_departures_ahead_are_those_of_a_plain_count()
    {
        var dice = new Random(5);
        foreach (var zone in new[] { "Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York" })
        {
            var timetable = TrainTimetable.Weekly(new LocalDateTime(2026, 1, 1, 23, 30), zone, Duration.FromHours(dice.Next(200)), IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday);
            var all = Enumerable.Range(0, 500).Select(day => new LocalDateTime(2026, 1, 1, 23, 30).PlusDays(day))
                .Where(local => local.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Thursday)
                .Select(local => (local, At: local.InZoneLeniently(Zones[zone]).ToInstant()))
                .ToList();
            for (var round = 0; round < 200; round++)
            {
                var now = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(dice.Next(400 * 24 * 60));

                timetable.After(now, 3, Zones).Select(time => (time.Nominal, time.At)).Should().Equal(all.Where(entry => entry.At - timetable.CutOff > now).Take(3));
            }
        }
    }

    [Fact]
    public void A_timetable_may_end_and_an_unknown_zone_has_no_departures()
    {
        var once = new TrainTimetable(RecurrenceSet.From(Trip.First), "Europe/London", Duration.Zero);

        once.After(Instant.FromUtc(2026, 1, 1, 0, 0), 5, Zones).Should().ContainSingle();
        once.After(Instant.FromUtc(2027, 1, 1, 0, 0), 5, Zones).Should().BeEmpty();
        once.After(Instant.MinValue, 5, Zones).Should().ContainSingle();
        once.After(Instant.MaxValue, 5, Zones).Should().BeEmpty();
        new TrainTimetable(once.Departures, "Nowhere", Duration.Zero).After(Instant.FromUtc(2026, 1, 1, 0, 0), 5, Zones).Should().BeEmpty();
        FluentActions.Invoking(() => new TrainTimetable(once.Departures, "Europe/London", Duration.FromDays(367))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new TrainTimetable(once.Departures, "Europe/London", -Duration.Epsilon)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
