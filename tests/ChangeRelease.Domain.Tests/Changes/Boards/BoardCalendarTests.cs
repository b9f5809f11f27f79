using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Tests.Changes.Boards;

/// <summary>When a board meets: on the wall clock of its zone, through clock changes, and no more often than asked (S-41, S-43).</summary>
public sealed class BoardCalendarTests
{
    private static readonly BoardId Cab = new("cab");

    [Theory]

    // The wall clock stays, the instant moves.
    [InlineData("Europe/London", "14:00", "2027-03-22T00:00:00Z", "2027-03-23T14:00:00Z 2027-03-30T13:00:00Z 2027-04-06T13:00:00Z")]
    [InlineData("Europe/London", "14:00", "2026-10-19T00:00:00Z", "2026-10-20T13:00:00Z 2026-10-27T14:00:00Z 2026-11-03T14:00:00Z")]

    // The earliest start is itself included.
    [InlineData("Etc/UTC", "09:00", "2026-11-03T09:00:00Z", "2026-11-03T09:00:00Z 2026-11-10T09:00:00Z 2026-11-17T09:00:00Z")]
    [InlineData("Etc/UTC", "09:00", "2026-11-03T09:00:00.000001Z", "2026-11-10T09:00:00Z 2026-11-17T09:00:00Z 2026-11-24T09:00:00Z")]
    public void The_next_meetings_follow_the_wall_clock(string zone, string at, string from, string expected)
    {
        var calendar = Define(zone, Recurrence.Weekly(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value, IsoDayOfWeek.Tuesday));

        Starts(calendar, from, 3).Should().Be(expected);
    }

    [Theory]

    // 01:30 does not exist on that Sunday in London, and stands twice on this one.
    [InlineData("2027-03-28T01:30:00", "2027-03-28T01:30:00Z")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T00:30:00Z")]
    public void A_skipped_start_moves_forward_and_of_a_repeated_one_the_first_is_taken(string local, string expected)
    {
        var calendar = Define("Europe/London", Recurrence.Once(LocalDateTimePattern.GeneralIso.Parse(local).Value));

        Starts(calendar, "2026-01-01T00:00:00Z", 5).Should().Be(expected);
        Starts(calendar, expected, 5).Should().Be(expected, "also when it is looked for from there on");
    }

    [Fact]
    public void Each_meeting_has_its_length_and_its_cut_off()
    {
        var meeting = Define("Etc/UTC", Recurrence.Weekly(new LocalTime(9, 0), IsoDayOfWeek.Tuesday)).Next(Instant.FromUtc(2026, 11, 2, 0, 0), 1)[0];

        meeting.Should().Be(new MeetingTime(Cab, new Slot(Instant.FromUtc(2026, 11, 3, 9, 0), Instant.FromUtc(2026, 11, 3, 10, 0)), Instant.FromUtc(2026, 11, 2, 9, 0)));
        AgendaTerms.For(meeting).Should().Be(new AgendaTerms(Cab) { CutOff = meeting.CutOff });
    }

    [Fact]
    public void What_is_no_calendar_does_not_build()
    {
        var daily = Recurrence.Weekly(new LocalTime(9, 0), IsoDayOfWeek.Tuesday);

        FluentActions.Invoking(() => Define("Europe/Atlantis", daily)).Should().Throw<ArgumentException>().WithMessage("*Europe/Atlantis*");
        FluentActions.Invoking(() => BoardCalendar.Define(Cab, "Etc/UTC", daily, Duration.Zero, Duration.Zero, DateTimeZoneProviders.Tzdb)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => BoardCalendar.Define(Cab, "Etc/UTC", daily, Duration.FromHours(1), -Duration.FromHours(1), DateTimeZoneProviders.Tzdb)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Define("Etc/UTC", daily).Next(Instant.FromUtc(2026, 11, 2, 0, 0), 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Define("Etc/UTC", daily).Next(Instant.FromUtc(2026, 11, 2, 0, 0), BoardCalendar.MostPlanned + 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static BoardCalendar Define(string zone, Recurrence recurrence) =>
        BoardCalendar.Define(Cab, zone, recurrence, Duration.FromHours(1), Duration.FromHours(24), DateTimeZoneProviders.Tzdb);

    private static string Starts(BoardCalendar calendar, string from, int count) =>
        string.Join(' ', calendar.Next(InstantPattern.ExtendedIso.Parse(from).Value, count).Select(meeting => InstantPattern.ExtendedIso.Format(meeting.Slot.Start)));
}
