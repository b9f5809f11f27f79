using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar.Tests.Writing;

/// <summary>Files as other programs write them, by the public descriptions of their shapes: read, written, and read back as the same.</summary>
public sealed class ShapeTests
{
    private static readonly Slot _day = new(Instant.FromUtc(2027, 1, 4, 0, 0), Instant.FromUtc(2027, 1, 5, 0, 0));

    [Theory]
    [InlineData("DEFAULT_OPEN", false, true)]
    [InlineData("DEFAULT_CLOSED", true, false)]
    public void A_change_calendar_of_AWS_Systems_Manager(string type, bool isOpenWithin, bool isOpenOutside)
    {
        var file = RoundTrip(string.Join("\r\n",
            "BEGIN:VCALENDAR", "PRODID:-//AWS//Change Calendar 1.0//EN", "VERSION:2.0", $"X-CALENDAR-TYPE:{type}", "X-WR-CALDESC:Payments\\, production",
            "BEGIN:VTODO", "DTSTAMP:20260320T004207Z", "UID:3b5af39a-d0b3-4049-a839-d7bb8af01f92", "SUMMARY:Add events to this calendar.", "END:VTODO",
            "BEGIN:VEVENT", "DTSTAMP:20260320T004207Z", "UID:b1f0a7b2-6f6b-4a8e-9a53-7b7b6b1f6a10", "SEQUENCE:0", "SUMMARY:Year-end close", "DTSTART;TZID=America/New_York:20270104T080000",
            "DTEND;TZID=America/New_York:20270104T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO", "DESCRIPTION:", "END:VEVENT",
            "END:VCALENDAR", string.Empty));

        file.Description.Should().Be("Payments, production");
        var otherwise = file.Otherwise!.Value;
        var window = new Window(new RuleId("all"), "Otherwise", "UTC", Recurrence.Weekly(new LocalTime(0, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday), RuleLength.For(Duration.FromDays(1)), Scope.Everything);
        var rules = file.ToRules(_ => EntryMeaning.Against(otherwise, Scope.Everything));
        var calendar = ChangeCalendar.Define(new CalendarId("aws"), 1, otherwise, otherwise == CalendarDefault.OpenByDefault ? rules.With(window) : rules, Ics.Zones);
        calendar.At(Instant.FromUtc(2027, 1, 4, 14, 0), Questions.Any).IsOpen.Should().Be(isOpenWithin);
        calendar.At(Instant.FromUtc(2027, 1, 4, 18, 0), Questions.Any).IsOpen.Should().Be(isOpenOutside);
        calendar.Judge(_day, Questions.Any).Freezes.Count.Should().Be(otherwise == CalendarDefault.OpenByDefault ? 1 : 0);
    }

    [Fact]
    public void A_calendar_of_Google()
    {
        var file = RoundTrip(
            string.Join("\r\n",
                "BEGIN:VCALENDAR", "PRODID:-//Google Inc//Google Calendar 70.9054//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Freezes", "X-WR-TIMEZONE:Europe/Zurich",
                "BEGIN:VTIMEZONE", "TZID:Europe/Zurich", "X-LIC-LOCATION:Europe/Zurich", "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19700329T020000",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT", "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19701025T030000",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
                "BEGIN:VEVENT", "DTSTART;TZID=Europe/Zurich:20260105T220000", "DTEND;TZID=Europe/Zurich:20260106T020000", "RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20261231T225959Z;BYDAY=MO",
                "EXDATE;TZID=Europe/Zurich:20260202T220000", "DTSTAMP:20261101T101112Z", "UID:4q1k2n3@google.com", "CREATED:20251201T090000Z", "DESCRIPTION:", "LAST-MODIFIED:20251201T090000Z",
                "LOCATION:", "SEQUENCE:1", "STATUS:CONFIRMED", "SUMMARY:Patch night", "TRANSP:OPAQUE",
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:This is an event reminder", "TRIGGER:-P0DT0H30M0S", "END:VALARM", "END:VEVENT",
                "BEGIN:VEVENT", "DTSTART;TZID=Europe/Zurich:20260310T220000", "DTEND;TZID=Europe/Zurich:20260311T020000", "DTSTAMP:20261101T101112Z", "UID:4q1k2n3@google.com",
                "RECURRENCE-ID;TZID=Europe/Zurich:20260309T220000", "CREATED:20251201T090000Z", "DESCRIPTION:", "LAST-MODIFIED:20260301T090000Z", "LOCATION:", "SEQUENCE:2", "STATUS:CONFIRMED", "SUMMARY:Patch night", "TRANSP:OPAQUE", "END:VEVENT",
                "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270102", "DTSTAMP:20261101T101112Z", "UID:7b8c@google.com", "CLASS:PUBLIC", "SEQUENCE:0", "STATUS:CONFIRMED", "SUMMARY:Holidays", "TRANSP:TRANSPARENT", "END:VEVENT",
                "END:VCALENDAR", string.Empty),
            new CalendarFileSettings { TakesZoneOfFile = true });

        file.Entries.Should().HaveCount(2);
        file.Entries[0].Recurrence.Overrides.Should().ContainSingle().Which.MovedTo.Should().Be(new LocalDateTime(2026, 3, 10, 22, 0));
        file.Entries[0].Recurrence.Next(new LocalDateTime(2026, 1, 26, 22, 0)).Start.Should().Be(new LocalDateTime(2026, 2, 9, 22, 0));
        file.Entries[0].Recurrence.Previous(new LocalDateTime(2030, 1, 1, 0, 0)).Start.Should().Be(new LocalDateTime(2026, 12, 28, 22, 0));
        (file.Entries[1].IsAllDay, file.Entries[1].IsTransparent, file.Entries[1].Zone).Should().Be((true, true, "Europe/Zurich"));
    }

    [Fact]
    public void A_calendar_of_Outlook()
    {
        var file = RoundTrip(string.Join("\r\n",
            "BEGIN:VCALENDAR", "PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", "VERSION:2.0", "METHOD:PUBLISH", "X-CALSTART:20260101T230000Z", "X-CALEND:20270101T230000Z", "X-CLIPSTART:20251231T230000Z", "X-WR-RELCALID:{0000002E-5C5C-4A4A-9B9B-3F3F3F3F3F3F}", "X-WR-CALNAME:Changes", "X-PRIMARY-CALENDAR:TRUE",
            "BEGIN:VTIMEZONE", "TZID:W. Europe Standard Time", "BEGIN:STANDARD", "DTSTART:16011028T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
            "BEGIN:DAYLIGHT", "DTSTART:16010325T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE",
            "BEGIN:VEVENT", "CATEGORIES:Freeze,Finance", "CLASS:PUBLIC", "CREATED:20251201T090000Z", "DESCRIPTION:Quarter end\\n", "DTEND;TZID=\"W. Europe Standard Time\":20260401T060000", "DTSTAMP:20251201T090000Z", "DTSTART;TZID=\"W. Europe Standard Time\":20260331T200000",
            "LAST-MODIFIED:20251201T090000Z", "PRIORITY:5", "RRULE:FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31,30;BYSETPOS=-1", "SEQUENCE:0", "SUMMARY;LANGUAGE=de:Quartalsende", "TRANSP:OPAQUE", "UID:040000008200E00074C5B7101A82E00800000000D0F1",
            "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-CDO-IMPORTANCE:1", "X-MICROSOFT-DISALLOW-COUNTER:FALSE", "END:VEVENT",
            "END:VCALENDAR", string.Empty));

        file.Entries.Should().ContainSingle().Which.Zone.Should().Be("Europe/Berlin");
        file.Entries[0].Categories.Should().Equal("Freeze", "Finance");
        file.ToRules(entry => entry.Categories.Contains("Freeze") ? EntryMeaning.Freeze(Scope.Everything) : EntryMeaning.Nothing)
            .Should().ContainSingle().Which.Should().BeOfType<Freeze>().Which.Title.Should().Be("Quartalsende");
    }

    private static CalendarFile RoundTrip(string text, CalendarFileSettings? settings = null)
    {
        var read = Ics.Read(text, settings).GetValueOrThrow();
        var again = Ics.Read(CalendarText.Write(read, Ics.Stamp), settings);

        again.GetValueOrThrow().Should().Be(read);
        again.Ignored.Should().BeEmpty();
        return read;
    }
}
