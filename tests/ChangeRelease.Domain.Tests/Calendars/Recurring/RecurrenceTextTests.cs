using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Tests.Calendars.Recurring.Oracle;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Recurring;

public sealed class RecurrenceTextTests
{
    [Theory]
    [InlineData("", "not-a-part no-frequency")]
    [InlineData("FREQ", "not-a-part no-frequency")]
    [InlineData("FREQ=DAILY;", "not-a-part")]
    [InlineData("FREQ=DAILY;;COUNT=1", "not-a-part")]
    [InlineData("=DAILY;FREQ=DAILY", "not-a-part")]
    [InlineData("RRULE:FREQ=DAILY", "unknown-part no-frequency")]
    [InlineData("FREQ=DAILY;X-MINE=1", "unknown-part")]
    [InlineData("COUNT=1", "no-frequency")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "repeated-part")]
    [InlineData("FREQ=DAILY;COUNT=1;UNTIL=20261231T000000", "two-ends")]
    [InlineData("FREQ=OFTEN", "unreadable")]
    [InlineData("FREQ=3", "unreadable")]
    [InlineData("FREQ=DAILY,WEEKLY", "unreadable")]
    [InlineData("FREQ= DAILY", "unreadable")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "out-of-range")]
    [InlineData("FREQ=DAILY;INTERVAL=-1", "unreadable")]
    [InlineData("FREQ=DAILY;INTERVAL=2147483648", "unreadable")]
    [InlineData("FREQ=DAILY;COUNT=0", "out-of-range")]
    [InlineData("FREQ=DAILY;BYSECOND=61", "out-of-range")]
    [InlineData("FREQ=DAILY;BYMINUTE=60", "out-of-range")]
    [InlineData("FREQ=DAILY;BYHOUR=24", "out-of-range")]
    [InlineData("FREQ=DAILY;BYHOUR=+1", "unreadable")]
    [InlineData("FREQ=DAILY;BYHOUR=1,", "unreadable")]
    [InlineData("FREQ=DAILY;BYHOUR=\u0661", "unreadable")]
    [InlineData("FREQ=DAILY;BYMONTH=13", "out-of-range")]
    [InlineData("FREQ=DAILY;BYMONTH=0", "out-of-range")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "out-of-range")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-32", "out-of-range")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=367", "out-of-range")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=54", "out-of-range")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", "out-of-range")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO", "unreadable")]
    [InlineData("FREQ=MONTHLY;BYDAY=54MO", "unreadable")]
    [InlineData("FREQ=MONTHLY;BYDAY=M", "unreadable")]
    [InlineData("FREQ=WEEKLY;WKST=1MO", "unreadable")]
    [InlineData("FREQ=DAILY;UNTIL=20261301T000000", "unreadable")]
    [InlineData("FREQ=DAILY;UNTIL=20260230T000000", "unreadable")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T240000", "unreadable")]
    [InlineData("FREQ=DAILY;UNTIL=2026-12-31", "unreadable")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T000000ZZ", "unreadable")]
    [InlineData("FREQ=DAILY;UNTIL=20261231", "until-is-a-day")]
    [InlineData("FREQ=DAILY;BYSETPOS=1", "nothing-to-pick")]
    [InlineData("FREQ=MONTHLY;BYWEEKNO=1", "misplaced-part")]
    [InlineData("FREQ=DAILY;BYYEARDAY=1", "misplaced-part")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=1", "misplaced-part")]
    [InlineData("FREQ=WEEKLY;BYDAY=1MO", "misplaced-part")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "misplaced-part")]
    [InlineData("FREQ=MONTHLY;SKIP=BACKWARD", "misplaced-part")]
    [InlineData("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD", "unreadable")]
    [InlineData("RSCALE=CHINESE;FREQ=MONTHLY", "unreadable")]
    [InlineData("FREQ=DAILY;BYHOUR=24,25;BYMINUTE=x;COUNT=0;NONE=1", "unknown-part unreadable out-of-range out-of-range out-of-range")]
    public void What_is_no_rule_is_refused_with_everything_that_is_wrong(string text, string faults)
    {
        var reading = RecurrenceText.ReadRule(text);

        reading.Value.Should().BeNull();
        reading.Faults.Select(fault => fault.Code["calendar.recurrence.".Length..]).Should().BeEquivalentTo(faults.Split(' '));
    }

    [Fact]
    public void A_fault_names_its_part_and_says_why() =>
        FluentActions.Invoking(() => RecurrenceText.ReadRule("FREQ=WEEKLY;BYHOUR=24;BYMONTHDAY=1").GetValueOrThrow()).Should().Throw<RecurrenceException>().WithMessage(
            "This is no recurrence:\n"
            + "calendar.recurrence.out-of-range (BYHOUR): 24 is not from 0 to 23.\n"
            + "calendar.recurrence.misplaced-part (BYMONTHDAY): Days of the month are not for FREQ=WEEKLY.");

    [Theory]
    [InlineData("freq=monthly;byday=fr,-1mo,2tu,MO", "FREQ=MONTHLY;BYDAY=MO,FR,2TU,-1MO")]
    [InlineData("INTERVAL=1;WKST=MO;FREQ=WEEKLY", "FREQ=WEEKLY")]
    [InlineData("COUNT=007;FREQ=DAILY", "FREQ=DAILY;COUNT=7")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1,+15,1,15", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1")]
    [InlineData("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT", "FREQ=MONTHLY")]
    [InlineData("SKIP=BACKWARD;FREQ=MONTHLY;BYMONTHDAY=31;RSCALE=gregorian", "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD")]
    [InlineData("FREQ=DAILY;UNTIL=20261231T235959Z;BYHOUR=9,8", "FREQ=DAILY;BYHOUR=8,9;UNTIL=20261231T235959Z")]
    [InlineData("FREQ=MINUTELY;BYSECOND=60,0", "FREQ=MINUTELY;BYSECOND=0,60")]
    public void A_rule_is_written_in_one_way(string text, string written) =>
        RecurrenceText.ReadRule(text).GetValueOrThrow().ToString().Should().Be(written);

    [Fact]
    public void What_is_written_is_read_as_the_same()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var rule = new RandomRule(seed).Rule;
            RecurrenceText.ReadRule(rule.ToString(), RecurrenceDialect.Widened).GetValueOrThrow().Should().Be(rule);

            var random = new Random(seed);
            var set = new RandomRule(seed).Set.Plus(Next(random), Next(random)).Except(Next(random)).Except(Next(random).Date);
            var starts = set.Between(set.Start, set.Start.PlusYears(5), new RecurrenceLimits { Starts = 2 }).Starts;
            set = starts.Count == 0 ? set : starts.Skip(1).Aggregate(set.Cancel(starts[0]), (one, start) => one.Move(start, Next(random)));
            RecurrenceText.ReadSet(set.ToString(), dialect: RecurrenceDialect.Widened).GetValueOrThrow().Should().Be(set);
        }
    }

    [Fact]
    public void A_widened_reading_names_what_the_standard_does_not_allow()
    {
        var reading = RecurrenceText.ReadRule("FREQ=WEEKLY;BYMONTHDAY=1;UNTIL=20270101", RecurrenceDialect.Widened);

        reading.Departures.Select(departure => departure.Part).Should().Equal("UNTIL", "BYMONTHDAY");
        reading.GetValueOrThrow().Parts.End.Should().Be(RecurrenceEnd.Until(Local.Time("2027-01-01 23:59:59")));
        reading.GetValueOrThrow().From(Local.Time("2026-10-01")).Between(Local.Time("2026-10-01"), Local.Time("2028-01-01")).Starts
            .Should().Equal(Local.Times("2026-10-01 11-01 12-01 2027-01-01"));
    }

    [Fact]
    public void An_end_at_an_instant_needs_a_zone()
    {
        const string Text = "DTSTART:20261103T220000\nRRULE:FREQ=WEEKLY;UNTIL=20261111T030000Z";

        RecurrenceText.ReadSet(Text).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.recurrence.needs-a-zone");
        RecurrenceText.ReadSet(Text, Given.Zones["America/New_York"]).GetValueOrThrow().Rules[0].Parts.End
            .Should().Be(RecurrenceEnd.Until(Local.Time("2026-11-10 22:00")));
        RecurrenceText.ReadSet(Text, Given.Zones["Europe/London"]).GetValueOrThrow().Between(Local.Time("2026-11-01"), Local.Time("2027-01-01")).Starts
            .Should().Equal(Local.Times("2026-11-03").Concat(Local.Times("2026-11-10")).Select(day => day.Date + new LocalTime(22, 0)));
    }

    [Theory]
    [InlineData("2026-10-25 00:30", "2026-10-25 01:30:00")] // 01:30 for the first time
    [InlineData("2026-10-25 01:30", "2026-10-25 01:59:59")] // 01:30 for the second time: all that the first turn showed lies before
    [InlineData("2026-10-25 02:30", "2026-10-25 02:30:00")]
    [InlineData("2026-03-29 01:30", "2026-03-29 02:30:00")] // after the gap
    public void An_end_in_a_zone_is_the_latest_that_its_wall_clock_showed(string utc, string last)
    {
        var end = RecurrenceRule.Of(new(RecurrenceFrequency.Daily) { End = RecurrenceEnd.Until(Given.Utc(utc)) }).In(Given.Zones["Europe/London"]).Parts.End;

        end.Should().Be(RecurrenceEnd.Until(Local.Time(last)));
    }

    [Theory]
    [InlineData("", "no-start")]
    [InlineData("RRULE:FREQ=DAILY", "unknown-line no-start")]
    [InlineData("DTSTART:20261103T220000\nDTSTART:20261103T220000", "unknown-line")]
    [InlineData("DTSTART;TZID=Europe/London:20261103T220000", "unknown-line no-start")]
    [InlineData("DTSTART:20261103T220000Z", "unreadable no-start")]
    [InlineData("DTSTART:20261103", "unreadable no-start")]
    [InlineData("DTSTART:20261103T220000\nRRULE:FREQ=OFTEN", "unreadable")]
    [InlineData("DTSTART:20261103T220000\nRDATE:20261231", "unreadable")]
    [InlineData("DTSTART:20261103T220000\nRDATE;VALUE=PERIOD:20261103T220000/PT1H", "unknown-line")]
    [InlineData("DTSTART:20261103T220000\nRECURRENCE-ID:20261103T220000", "half-an-override")]
    [InlineData("DTSTART:20261103T220000\nRECURRENCE-ID:20261104T220000\nSTATUS:CANCELLED", "override-of-nothing")]
    [InlineData("DTSTART:20261103T220000\nRECURRENCE-ID:20261103T220000\nSTATUS:CONFIRMED", "unknown-line half-an-override")]
    [InlineData("DTSTART:20261103T220000\nSTATUS:CANCELLED", "unknown-line")]
    [InlineData("DTSTART:20261103T220000\nSUMMARY:hello", "unknown-line")]
    public void What_is_no_set_is_refused_with_everything_that_is_wrong(string text, string faults) =>
        RecurrenceText.ReadSet(text).Faults.Select(fault => fault.Code["calendar.recurrence.".Length..]).Should().Equal(faults.Split(' '));

    [Fact]
    public void Lines_may_be_folded_and_end_as_the_standard_wants() =>
        RecurrenceText.ReadSet("DTSTART:20261103T220000\r\nRRULE:FREQ=WEE\r\n KLY;BYDAY=TU,\r\n\tWE\r\n").GetValueOrThrow().ToString()
            .Should().Be("DTSTART:20261103T220000\nRRULE:FREQ=WEEKLY;BYDAY=TU,WE");

    [Fact]
    public void Input_is_bounded()
    {
        RecurrenceText.ReadRule("FREQ=DAILY;BYHOUR=" + string.Join(',', Enumerable.Repeat("1", 10_000))).Faults.Should().ContainSingle().Which.Code
            .Should().Be("calendar.recurrence.too-long");
        var days = string.Join(',', Enumerable.Range(0, 10_001).Select(day => $"{new LocalDate(2026, 1, 1).PlusDays(day):uuuuMMdd}T220000"));
        RecurrenceText.ReadSet($"DTSTART:20260101T220000\nRDATE:{days}").Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.recurrence.too-much");
        RecurrenceText.ReadSet(new string('x', RecurrenceText.LongestSet + 1)).Faults.Should().ContainSingle().Which.Code.Should().Be("calendar.recurrence.too-long");
    }

    [Fact]
    public void Noise_never_does_more_than_be_refused()
    {
        const string Letters = "FREQ=;,DAILYBTUMOHWSCN+-0123456789Z:\n\r \t\u0000é";
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var text = new RandomRule(seed).Set.ToString().ToCharArray().ToList();
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                var (at, letter) = (random.Next(text.Count), Letters[random.Next(Letters.Length)]);
                if (random.Next(3) == 0)
                {
                    text.RemoveAt(at);
                }
                else if (random.Next(2) == 0)
                {
                    text.Insert(at, letter);
                }
                else
                {
                    text[at] = letter;
                }
            }

            var reading = RecurrenceText.ReadSet(new string([.. text]), DateTimeZone.Utc, RecurrenceDialect.Widened);
            (reading.Value is null).Should().Be(reading.Faults.Count > 0, "of seed {0}", seed);
        }
    }

    private static LocalDateTime Next(Random random) => new LocalDateTime(2026, 1, 1, 0, 0).PlusMinutes(random.Next(2_000_000));

    [Theory]
    [InlineData("99991231T235959Z", "Pacific/Apia")]
    [InlineData("99991231T235959Z", "Pacific/Pago_Pago")]
    [InlineData("00010101T000000Z", "Pacific/Apia")]
    [InlineData("00010101T000000Z", "Pacific/Pago_Pago")]
    public void An_end_at_either_end_of_time_is_one_in_every_zone(string until, string zone)
    {
        var rule = RecurrenceText.ReadRule($"FREQ=YEARLY;UNTIL={until}").GetValueOrThrow().In(DateTimeZoneProviders.Tzdb[zone]);

        rule.From(new LocalDateTime(2027, 1, 5, 22, 0)).Next(new LocalDateTime(9998, 12, 31, 0, 0)).Start
            .Should().Be(until[0] == '9' ? new LocalDateTime(9999, 1, 5, 22, 0) : null);
    }
}
