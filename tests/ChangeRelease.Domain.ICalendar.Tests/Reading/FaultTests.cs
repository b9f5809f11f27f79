namespace ChangeRelease.Domain.ICalendar.Tests.Reading;

/// <summary>What is refused, with its line.</summary>
public sealed class FaultTests
{
    private const string Start = "DTSTART:20270105T220000Z";
    private const string Length = "DURATION:PT1H";

    [Theory]
    // Times and zones.
    [InlineData("DTSTART:20270105T220000", "5 file.zone-missing")]
    [InlineData("DTSTART;VALUE=DATE:20270105", "5 file.zone-missing")]
    [InlineData("DTSTART;TZID=Mars/Olympus:20270105T220000", "5 file.zone-unknown")]
    [InlineData("DTSTART;TZID=Europe/London:20270105T220000Z", "5 file.zone-contradicted")]
    [InlineData("DTSTART:20271399T220000Z", "5 file.value-unreadable")]
    [InlineData("DTSTART:20270105T250000Z", "5 file.value-unreadable")]
    [InlineData("DTSTART:", "5 file.value-unreadable")]
    [InlineData("DTSTART:20270105", "5 file.value-unreadable")]
    [InlineData("DTSTART:99990105T220000Z", "5 file.value-unreadable")]
    [InlineData("DTSTART:20270105T220000Z,20270106T220000Z", "5 file.value-unreadable")]
    [InlineData("DTSTART;VALUE=PERIOD:20270105T220000Z/PT1H", "5 file.parameter-unknown")]
    [InlineData("DTSTART;COLOR=red:20270105T220000Z", "5 file.parameter-unknown")]
    public void A_start_that_cannot_be_read(string line, string fault) => Ics.FaultsOf(Ics.Event(line, Length)).Should().Equal(fault);

    [Theory]
    [InlineData("DTEND:20270105T210000Z", "6 file.ends-before-start")]
    [InlineData("DTEND:20270105T220000Z", "6 file.ends-before-start")]
    [InlineData("DURATION:-PT1H", "6 file.ends-before-start")]
    [InlineData("DURATION:PT0S", "6 file.ends-before-start")]
    [InlineData("DURATION:1h", "6 file.value-unreadable")]
    [InlineData("DURATION:PT99999999999H", "6 file.value-unreadable")]
    [InlineData("DURATION:P99999D", "6 file.too-long")]
    [InlineData("DTEND;VALUE=DATE:20270106", "6 file.day-with-times")]
    [InlineData("COMMENT:no end", "3 file.no-length")]
    public void An_end_that_is_none(string line, string fault) => Ics.FaultsOf(Ics.Event(Start, line)).Should().Equal(fault);

    [Fact]
    public void Who_ends_before_it_starts_is_refused_by_name()
    {
        var read = Ics.Read(Ics.Event("SUMMARY:Fiber works", Start, "DTEND:20270105T210000Z"));

        read.Faults.Should().ContainSingle().Which.ToString()
            .Should().Be("line 7: calendar.file.ends-before-start: The event 'Fiber works' (one) ends no later than it starts. Write a later DTEND.");
    }

    [Fact]
    public void An_end_is_looked_at_also_where_the_event_is_canceled()
    {
        Ics.FaultsOf(Ics.Event(Start, "STATUS:CANCELLED")).Should().BeEmpty();
        Ics.FaultsOf(Ics.Event(Start, "STATUS:CANCELLED", "DTEND:20270105T210000Z")).Should().Equal("7 file.ends-before-start");
    }

    [Theory]
    [InlineData("DTEND:20270105T230000Z", "7 file.two-ends")]
    [InlineData("RRULE:FREQ=FORTNIGHTLY", "7 recurrence.unreadable")]
    [InlineData("RRULE:FREQ=WEEKLY;BYHOUR=24", "7 recurrence.out-of-range")]
    [InlineData("RRULE:FREQ=WEEKLY;UNTIL=20280101", "7 recurrence.until-is-a-day")]
    [InlineData("RRULE:FREQ=MINUTELY", "3 file.too-many-starts")]
    [InlineData("RDATE;VALUE=PERIOD:20270105T220000Z/PT1H", "7 file.parameter-unknown")]
    [InlineData("RDATE;VALUE=DATE:20270105", "7 file.day-with-times")]
    [InlineData("EXDATE:soon", "7 file.value-unreadable")]
    [InlineData("EXRULE:FREQ=WEEKLY", "7 file.property-unknown")]
    [InlineData("EXTENSION:1", "7 file.property-unknown")]
    [InlineData("DTSTART:20270105T220000Z", "7 file.property-repeated")]
    [InlineData("SEQUENCE:-1", "7 file.value-unreadable")]
    [InlineData("STATUS:MAYBE", "7 file.value-unreadable")]
    [InlineData("TRANSP:HALF", "7 file.value-unreadable")]
    [InlineData("SUMMARY", "7 file.not-a-line")]
    [InlineData("SUM MARY:a", "7 file.not-a-line")]
    [InlineData("X-A;B:c", "7 file.not-a-line")]
    [InlineData("SUMMARY:a\u0001b", "7 file.control-character")]
    [InlineData("SUMMARY:a\rb", "7 file.control-character")]
    [InlineData("X-CHANGE-RELEASE-END:NOON", "7 file.value-unreadable")]
    [InlineData("RECURRENCE-ID;RANGE=THISANDFUTURE:20270105T220000Z", "7 file.range-unsupported")]
    public void A_line_of_an_event_that_cannot_be_read(string line, string fault) => Ics.FaultsOf(Ics.Event(Start, Length, line)).Should().Equal(fault);

    [Theory]
    [InlineData("METHOD:REPLY", "3 file.method-unknown")]
    [InlineData("CALSCALE:JULIAN", "3 file.scale-unknown")]
    [InlineData("X-CALENDAR-TYPE:DEFAULT_AJAR", "3 file.value-unreadable")]
    [InlineData("VERSION:2.0", "3 file.property-repeated")]
    [InlineData("STARTS:now", "3 file.property-unknown")]
    public void A_line_of_the_calendar_that_cannot_be_read(string line, string fault) => Ics.FaultsOf(Ics.File(line)).Should().Equal(fault);

    [Theory]
    [InlineData("", "1 file.no-calendar")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0", "1 file.no-end")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR", "1 file.property-missing")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR", "2 file.version-unknown")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VEVENT", "3 file.no-begin")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT", "1 file.outside")]
    [InlineData("VERSION:2.0", "1 file.outside")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n\nBEGIN:VCALENDAR\nEND:VCALENDAR", "5 file.outside")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VFREEBUSY\nEND:VFREEBUSY\nEND:VCALENDAR", "3 file.component-unknown")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:A\nBEGIN:B\nBEGIN:C\nBEGIN:D\n", "6 file.too-deep")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:Mars\nEND:VTIMEZONE\nEND:VCALENDAR", "4 file.zone-unknown")]
    public void A_file_that_is_not_built_as_one(string text, string fault) => Ics.FaultsOf(text).Should().Equal(fault);

    [Fact]
    public void Everything_is_said_at_once_with_the_lines_of_the_file_however_it_is_folded()
    {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-A:folded\r\n over\r\n\t three\r\nBEGIN:VEVENT\r\nUID:o\r\n ne\r\nDTSTART:2027\r\n 0105\r\nSTATUS:MAYBE\r\nSEQUENCE:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        Ics.FaultsOf(text).Should().Equal("9 file.value-unreadable", "11 file.value-unreadable", "12 file.value-unreadable");
        Ics.Read(text).Ignored.Should().ContainSingle().Which.ToString().Should().Be("line 3: X-A: Not known here.");
    }

    [Fact]
    public void What_is_wrong_beside_a_start_that_cannot_be_read_is_said_too() =>
        Ics.FaultsOf(Ics.Event("DTSTART;TZID=Mars:20270105T220000", "DTEND:soon", "RRULE:FREQ=WEEKLY;BYHOUR=24", "EXDATE;TZID=Venus:20270105T220000"))
            .Should().Equal("5 file.zone-unknown", "6 file.value-unreadable", "7 recurrence.out-of-range", "8 file.zone-unknown");

    [Theory]
    [InlineData("RDATE:20270105T220000Z")]
    [InlineData("EXDATE:20270105T220000Z")]
    [InlineData("RRULE:FREQ=HOURLY")]
    public void Days_with_times_among_them_are_a_fault_and_nothing_worse(string line) =>
        Ics.FaultsOf(Ics.Event("DTSTART;VALUE=DATE:20270105", line), new CalendarFileSettings { FloatingZone = "Europe/London" }).Should().Equal("6 file.day-with-times");

    [Fact]
    public void What_is_wrong_in_one_event_hides_nothing_in_another() => Ics.FaultsOf(Ics.File(
        "BEGIN:VEVENT", Start, Length, "STATUS:MAYBE", "END:VEVENT",
        "BEGIN:VEVENT", "UID:one", Start, Length, "RRULE:FREQ=MINUTELY", "END:VEVENT")).Should().Equal("3 file.property-missing", "6 file.value-unreadable", "8 file.too-many-starts");

    [Fact]
    public void An_override_needs_a_start_whose_place_it_takes() => Ics.FaultsOf(Ics.File(
        "BEGIN:VEVENT", "UID:one", Start, Length, "RRULE:FREQ=WEEKLY", "END:VEVENT",
        "BEGIN:VEVENT", "UID:one", "RECURRENCE-ID:20270106T220000Z", Start, Length, "END:VEVENT")).Should().Equal("9 file.override-of-nothing");

    [Fact]
    public void Faults_are_bounded()
    {
        var faults = Ics.Read(Ics.File([.. Enumerable.Repeat("WHAT:ever", 5_000)])).Faults;

        faults.Should().HaveCount(201);
        faults[^1].Code.Should().Be("calendar.file.and-more");
    }

    public static TheoryData<CalendarFileLimits, string> TooMuch => new()
    {
        { new CalendarFileLimits { Bytes = 100 }, "1 file.too-large" },
        { new CalendarFileLimits { Lines = 5 }, "6 file.too-many-lines" },
        { new CalendarFileLimits { LineBytes = 40 }, "6 file.line-too-long" },
        { new CalendarFileLimits { Depth = 1 }, "3 file.too-deep" },
        { new CalendarFileLimits { Events = 1 }, "11 file.too-many-events" },
        { new CalendarFileLimits { Rules = 1 }, "9 file.too-many-rules" },
        { new CalendarFileLimits { Times = 1 }, "3 file.too-many-times" },
        { new CalendarFileLimits { StartsOfAYear = 10 }, "3 file.too-many-starts" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Every_limit_is_reported_where_it_is_met(CalendarFileLimits limits, string fault)
    {
        var text = Ics.File(
            "BEGIN:VEVENT", "UID:one", Start, "EXDATE:20270106T220000Z,20270107T220000Z,20270108T220000Z", Length, "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;COUNT=3", "END:VEVENT",
            "BEGIN:VEVENT", "UID:two", Start, Length, "END:VEVENT");

        Ics.FaultsOf(text).Should().BeEmpty();
        Ics.FaultsOf(text, new CalendarFileSettings { Limits = limits }).Should().Contain(fault);
    }
}
