using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar.Tests.Reading;

public sealed class EventTests
{
    private const string London = "TZID=Europe/London";

    [Fact]
    public void An_event_keeps_its_local_time_and_its_zone()
    {
        var entry = Ics.One(Ics.Event(
            "SEQUENCE:3", "STATUS:CONFIRMED", @"SUMMARY:Night\, shift\; one\nmore", "CATEGORIES:freeze,a\\,b", $"DTSTART;{London}:20261103T220000", $"DTEND;{London}:20261104T060000"));

        entry.Zone.Should().Be("Europe/London");
        entry.Recurrence.Start.Should().Be(new LocalDateTime(2026, 11, 3, 22, 0));
        entry.Length.Should().Be(RuleLength.Until(new LocalDateTime(2026, 11, 4, 6, 0)));
        entry.Summary.Should().Be("Night, shift; one\nmore");
        entry.Categories.Should().Equal("freeze", "a,b");
        (entry.Sequence, entry.Status).Should().Be((3, EntryStatus.Confirmed));
    }

    [Fact]
    public void A_rule_recurs_with_all_that_is_added_excluded_and_overridden()
    {
        var entry = Ics.One(Ics.File(
            "BEGIN:VEVENT", "UID:one", $"DTSTART;{London}:20270112T220000", "DURATION:PT4H", "RRULE:FREQ=MONTHLY;BYDAY=2TU",
            $"RDATE;{London}:20270201T220000", "EXDATE:20270209T220000Z", "EXDATE;VALUE=DATE:20270413", "END:VEVENT",
            "BEGIN:VEVENT", "UID:one", $"RECURRENCE-ID;{London}:20270511T220000", $"DTSTART;{London}:20270512T220000", "DURATION:PT4H", "END:VEVENT",
            "BEGIN:VEVENT", "UID:one", $"RECURRENCE-ID;{London}:20270608T220000", $"DTSTART;{London}:20270608T220000", "STATUS:CANCELLED", "END:VEVENT"));

        entry.Recurrence.ToString().Split('\n').Should().Equal(
            "DTSTART:20270112T220000", "RRULE:FREQ=MONTHLY;BYDAY=2TU", "RDATE:20270201T220000", "EXDATE:20270209T220000", "EXDATE;VALUE=DATE:20270413",
            "RECURRENCE-ID:20270511T220000", "DTSTART:20270512T220000", "RECURRENCE-ID:20270608T220000", "STATUS:CANCELLED");
        entry.Length.Should().Be(RuleLength.For(Duration.FromHours(4)));
    }

    [Fact]
    public void An_override_with_a_length_of_its_own_becomes_an_event_beside_the_other()
    {
        var file = Ics.Read(Ics.File(
            "BEGIN:VEVENT", "UID:one", $"DTSTART;{London}:20270105T220000", "DURATION:PT4H", "RRULE:FREQ=WEEKLY", "END:VEVENT",
            "BEGIN:VEVENT", "UID:one", $"RECURRENCE-ID;{London}:20270112T220000", "SUMMARY:Longer", $"DTSTART;{London}:20270112T220000", "DURATION:PT6H", "END:VEVENT")).GetValueOrThrow();

        file.Entries.Should().HaveCount(2);
        file.Entries[0].Recurrence.Overrides.Should().ContainSingle().Which.IsCanceled.Should().BeTrue();
        file.Entries[1].InsteadOf.Should().Be(new LocalDateTime(2027, 1, 12, 22, 0));
        file.Entries[1].Length.Should().Be(RuleLength.For(Duration.FromHours(6)));
        file.ToRules(_ => EntryMeaning.Window(Scope.Everything)).Select(rule => rule.Id.Value).Should().Equal("one", "one 2027-01-12T22:00:00");
    }

    [Theory]
    [InlineData(EntryEnds.AfterTheSameTime, 8)]
    [InlineData(EntryEnds.AtTheSameTime, 7)]
    public void The_end_of_what_recurs_is_the_same_length_or_the_same_time_as_the_host_says(EntryEnds ends, int hoursOnTheSpringNight)
    {
        var file = Ics.Read(
            Ics.Event($"DTSTART;{London}:20260307T220000", $"DTEND;{London}:20260308T060000", "RRULE:FREQ=WEEKLY"),
            new CalendarFileSettings { Ends = ends }).GetValueOrThrow();

        var calendar = ChangeCalendar.Define(
            new CalendarId("c"), 1, CalendarDefault.ClosedByDefault, file.ToRules(_ => EntryMeaning.Window(Scope.Everything)), Ics.Zones);
        var night = new Slot(Instant.FromUtc(2026, 3, 28, 12, 0), Instant.FromUtc(2026, 3, 29, 12, 0));
        calendar.Judge(night, Questions.Any).Windows.Should().ContainSingle().Which.Span.Length.Should().Be(Duration.FromHours(hoursOnTheSpringNight));
    }

    [Fact]
    public void A_later_edition_replaces_an_earlier_one_wherever_it_stands()
    {
        var read = Ics.Read(Ics.File(
            "BEGIN:VEVENT", "UID:one", "SEQUENCE:2", "SUMMARY:New", "DTSTART:20270105T220000Z", "DURATION:PT4H", "END:VEVENT",
            "BEGIN:VEVENT", "UID:one", "SEQUENCE:1", "SUMMARY:Old", "DTSTART:20270105T220000Z", "DURATION:PT4H", "END:VEVENT"));

        read.GetValueOrThrow().Entries.Should().ContainSingle().Which.Summary.Should().Be("New");
        read.Ignored.Should().ContainSingle().Which.ToString().Should().Be("line 10: VEVENT: A later edition takes its place.");
    }

    [Theory]
    [InlineData("STATUS:CANCELLED", "X-NOTHING:1")]
    [InlineData("X-NOTHING:1", "METHOD:CANCEL")]
    public void What_is_canceled_is_not_in_the_calendar(string ofEvent, string ofCalendar)
    {
        var read = Ics.Read(Ics.File(
            ofCalendar,
            "BEGIN:VEVENT", "UID:one", "SEQUENCE:2", ofEvent, "DTSTART:20270105T220000Z", "END:VEVENT",
            "BEGIN:VEVENT", "UID:one", "SEQUENCE:1", "DTSTART:20270105T220000Z", "DURATION:PT4H", "END:VEVENT"));

        read.GetValueOrThrow().Entries.Should().BeEmpty();
        read.Ignored.Should().Contain(line => line.Line == 4 && line.Reason == "It is canceled.");
    }

    [Fact]
    public void Days_last_until_midnight_in_the_zone_that_the_host_names()
    {
        var settings = new CalendarFileSettings { FloatingZone = "Europe/Berlin" };

        var one = Ics.One(Ics.Event("DTSTART;VALUE=DATE:20261224"), settings);
        var weekly = Ics.One(Ics.Event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226", "RRULE:FREQ=YEARLY;UNTIL=20301224"), settings);

        (one.IsAllDay, one.Zone).Should().Be((true, "Europe/Berlin"));
        one.Length.Should().Be(RuleLength.Until(new LocalDateTime(2026, 12, 25, 0, 0)));
        weekly.Length.Should().Be(RuleLength.Until(2, LocalTime.Midnight));
        weekly.Recurrence.Between(new LocalDateTime(2026, 1, 1, 0, 0), new LocalDateTime(2040, 1, 1, 0, 0)).Starts.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("\"Pacific Standard Time\"", "America/Los_Angeles")]
    [InlineData("Asia/Tokyo", "Asia/Tokyo")]
    public void Zones_are_known_by_their_names_at_IANA_and_in_Windows(string name, string zone) =>
        Ics.One(Ics.Event($"DTSTART;TZID={name}:20261103T220000", "DURATION:PT1H")).Zone.Should().Be(zone);

    [Fact]
    public void A_line_is_unfolded_even_inside_a_character()
    {
        byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:one\nDTSTART:20270105T220000Z\nDURATION:PT1H\nSUMMARY:Caf"), 0xC3, (byte)'\r', (byte)'\n', (byte)' ', 0xA9, .. "\nEND:VEVENT\nEND:VCALENDAR"u8];

        CalendarText.Read(bytes, Ics.Zones).GetValueOrThrow().Entries[0].Summary.Should().Be("Café");
    }

    [Fact]
    public async Task A_stream_is_read_no_further_than_the_limit()
    {
        using var endless = new EndlessStream();

        var read = await CalendarText.ReadAsync(endless, Ics.Zones, new CalendarFileSettings { Limits = new CalendarFileLimits { Bytes = 100_000 } });

        read.Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.file.too-large");
        endless.Taken.Should().BeLessThan(200_000);
    }
}
