using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>The nights on which the clocks change, as timetables (S-41 to S-43).</summary>
public sealed class ClockChangeTests
{
    private const string LosAngeles = "America/Los_Angeles";
    private const string London = "Europe/London";

    [Theory]
    //           zone         nominal start       length         from (UTC)          to (UTC)          elapsed
    // spring: at 02:00 PST (10:00 UTC) the clock jumps to 03:00 PDT
    [InlineData(LosAngeles, "2026-03-08 01:00", "until 02:00", "2026-03-08 09:00", "2026-03-08 10:00")] // 1 h, ends where the gap begins
    [InlineData(LosAngeles, "2026-03-08 01:00", "until 02:30", "2026-03-08 09:00", "2026-03-08 10:00")] // 1 h, end in the gap
    [InlineData(LosAngeles, "2026-03-08 01:00", "until 03:00", "2026-03-08 09:00", "2026-03-08 10:00")] // 1 h, ends where the gap ends
    [InlineData(LosAngeles, "2026-03-08 01:00", "until 04:00", "2026-03-08 09:00", "2026-03-08 11:00")] // 2 h, spans the gap
    [InlineData(LosAngeles, "2026-03-08 01:00", "3 h        ", "2026-03-08 09:00", "2026-03-08 12:00")] // 3 h by the stopwatch
    [InlineData(LosAngeles, "2026-03-08 02:00", "until 04:00", "2026-03-08 10:00", "2026-03-08 11:00")] // first skipped minute, moved to 03:00
    [InlineData(LosAngeles, "2026-03-08 02:30", "until 04:00", "2026-03-08 10:30", "2026-03-08 11:00")] // start in the gap, moved to 03:30
    [InlineData(LosAngeles, "2026-03-08 02:30", "2 h        ", "2026-03-08 10:30", "2026-03-08 12:30")] // moved to 03:30, length kept
    [InlineData(LosAngeles, "2026-03-08 02:30", "until 03:30", "-", "-")] //                              emptied: it would start as it ends
    [InlineData(LosAngeles, "2026-03-08 02:30", "until 03:15", "-", "-")] //                              emptied: it would end before it starts
    [InlineData(LosAngeles, "2026-03-08 02:15", "until 02:45", "-", "-")] //                              emptied: wholly in the gap
    [InlineData(LosAngeles, "2026-03-08 03:00", "until 04:00", "2026-03-08 10:00", "2026-03-08 11:00")] // first minute after the gap
    [InlineData(LosAngeles, "2026-03-07 22:00", "until 06:00", "2026-03-08 06:00", "2026-03-08 13:00")] // 7 h
    [InlineData(LosAngeles, "2026-03-07 22:00", "8 h        ", "2026-03-08 06:00", "2026-03-08 14:00")] // 8 h, ends at 07:00
    // autumn: at 02:00 PDT (09:00 UTC) the clock falls back to 01:00 PST
    [InlineData(LosAngeles, "2026-11-01 00:30", "until 01:00", "2026-11-01 07:30", "2026-11-01 08:00")] // end repeated: the first
    [InlineData(LosAngeles, "2026-11-01 00:30", "until 01:30", "2026-11-01 07:30", "2026-11-01 08:30")] // end repeated: the first
    [InlineData(LosAngeles, "2026-11-01 00:30", "until 02:00", "2026-11-01 07:30", "2026-11-01 10:00")] // 2 h 30 min, spans both
    [InlineData(LosAngeles, "2026-11-01 01:30", "until 01:45", "2026-11-01 08:30", "2026-11-01 08:45")] // both repeated: the first of both
    [InlineData(LosAngeles, "2026-11-01 01:30", "until 03:00", "2026-11-01 08:30", "2026-11-01 11:00")] // start repeated: the first
    [InlineData(LosAngeles, "2026-11-01 01:30", "1 h        ", "2026-11-01 08:30", "2026-11-01 09:30")] // 1 h by the stopwatch
    [InlineData(LosAngeles, "2026-10-31 22:00", "until 06:00", "2026-11-01 05:00", "2026-11-01 14:00")] // 9 h
    [InlineData(LosAngeles, "2026-10-31 22:00", "8 h        ", "2026-11-01 05:00", "2026-11-01 13:00")] // 8 h, ends at 05:00
    // spring: at 01:00 GMT (01:00 UTC) the clock jumps to 02:00 BST
    [InlineData(London, "2026-03-29 00:30", "until 01:30", "2026-03-29 00:30", "2026-03-29 01:00")] //     end in the gap
    [InlineData(London, "2026-03-29 01:30", "until 03:00", "2026-03-29 01:30", "2026-03-29 02:00")] //     start in the gap, moved to 02:30
    [InlineData(London, "2026-03-29 01:30", "until 02:15", "-", "-")] //                                   emptied
    [InlineData(London, "2026-03-28 22:00", "until 06:00", "2026-03-28 22:00", "2026-03-29 05:00")] //     7 h
    [InlineData(London, "2026-03-28 22:00", "8 h        ", "2026-03-28 22:00", "2026-03-29 06:00")] //     8 h, ends at 07:00
    // autumn: at 02:00 BST (01:00 UTC) the clock falls back to 01:00 GMT
    [InlineData(London, "2026-10-25 00:30", "until 01:30", "2026-10-24 23:30", "2026-10-25 00:30")] //     end repeated: the first
    [InlineData(London, "2026-10-25 01:30", "until 03:00", "2026-10-25 00:30", "2026-10-25 03:00")] //     start repeated: the first
    [InlineData(London, "2026-10-24 22:00", "until 06:00", "2026-10-24 21:00", "2026-10-25 06:00")] //     9 h
    [InlineData(London, "2026-10-24 22:00", "8 h        ", "2026-10-24 21:00", "2026-10-25 05:00")] //     8 h, ends at 05:00
    public void A_window_keeps_to_its_wall_clock(string zone, string start, string length, string from, string to)
    {
        var calendar = Given.Closed(Given.Window("nightly", zone, OnTheDayOf(start), length.Trim()));

        Expect(calendar.Judge(Around(start), Given.ForPayments).Windows, from, to);
    }

    [Theory]
    //           zone         nominal start       length         from (UTC)          to (UTC)
    [InlineData(LosAngeles, "2026-03-08 01:00", "until 02:30", "2026-03-08 09:00", "2026-03-08 10:00")] // end in the gap: first instant after
    [InlineData(LosAngeles, "2026-03-08 02:30", "until 04:00", "2026-03-08 10:00", "2026-03-08 11:00")] // start in the gap: first instant after
    [InlineData(LosAngeles, "2026-03-08 02:30", "2 h        ", "2026-03-08 10:00", "2026-03-08 12:00")] // the same, length kept
    [InlineData(LosAngeles, "2026-03-08 02:30", "until 03:15", "2026-03-08 10:00", "2026-03-08 10:15")] // not emptied, unlike a window
    [InlineData(LosAngeles, "2026-03-08 02:15", "until 02:45", "-", "-")] //                              wholly in the gap: there is no such time
    [InlineData(LosAngeles, "2026-03-07 22:00", "until 06:00", "2026-03-08 06:00", "2026-03-08 13:00")] // 7 h
    [InlineData(LosAngeles, "2026-03-07 22:00", "8 h        ", "2026-03-08 06:00", "2026-03-08 14:00")] // 8 h
    [InlineData(LosAngeles, "2026-11-01 00:30", "until 01:30", "2026-11-01 07:30", "2026-11-01 09:30")] // end repeated: the second
    [InlineData(LosAngeles, "2026-11-01 01:30", "until 01:45", "2026-11-01 08:30", "2026-11-01 09:45")] // from the first start to the second end
    [InlineData(LosAngeles, "2026-11-01 01:30", "until 03:00", "2026-11-01 08:30", "2026-11-01 11:00")] // start repeated: the first
    [InlineData(LosAngeles, "2026-11-01 01:30", "1 h        ", "2026-11-01 08:30", "2026-11-01 09:30")] // an elapsed length is kept
    [InlineData(LosAngeles, "2026-10-31 22:00", "until 06:00", "2026-11-01 05:00", "2026-11-01 14:00")] // 9 h
    [InlineData(London, "2026-03-29 01:30", "until 02:15", "2026-03-29 01:00", "2026-03-29 01:15")] //     start in the gap: first instant after
    [InlineData(London, "2026-10-25 00:30", "until 01:30", "2026-10-24 23:30", "2026-10-25 01:30")] //     end repeated: the second
    public void A_freeze_covers_all_that_may_be_meant(string zone, string start, string length, string from, string to)
    {
        var calendar = Given.Open(Given.Freeze("nightly", zone, OnTheDayOf(start), length.Trim()));

        Expect(calendar.Judge(Around(start), Given.ForPayments).Freezes, from, to);
    }

    [Theory]
    [InlineData(LosAngeles, "2027-03-14 02:30", "2 h", "2027-03-14 02:30 does not exist in America/Los_Angeles; the window 'nightly' starts at 03:30")]
    [InlineData(LosAngeles, "2026-03-08 01:00", "until 02:30", "2026-03-08 02:30 does not exist in America/Los_Angeles; the window 'nightly' ends at 03:00")]
    [InlineData(LosAngeles, "2026-03-08 02:30", "until 03:15", "2026-03-08 02:30 does not exist in America/Los_Angeles; the window 'nightly' from 2026-03-08 02:30 until 03:15 does not take place")]
    [InlineData(London, "2026-10-25 01:30", "2 h", "2026-10-25 01:30 happens twice in Europe/London; the window 'nightly' starts at the first, 2026-10-25T00:30:00Z")]
    [InlineData(London, "2026-10-25 00:30", "until 01:30", "2026-10-25 01:30 happens twice in Europe/London; the window 'nightly' ends at the first, 2026-10-25T00:30:00Z")]
    public void An_answer_mentions_the_clock_change(string zone, string start, string length, string mention)
    {
        var calendar = Given.Closed(Given.Window("nightly", zone, OnTheDayOf(start), length));

        calendar.Judge(Around(start), Given.ForPayments).Notes.Should().ContainSingle().Which.Text.Should().Be(mention);
    }

    [Fact]
    public void A_clock_change_that_moves_nothing_is_not_mentioned()
    {
        var calendar = Given.Closed(Given.Window("nightly", LosAngeles, OnTheDayOf("2026-03-07 22:00"), "until 06:00"));

        calendar.Judge(Around("2026-03-07 22:00"), Given.ForPayments).Notes.Should().BeEmpty();
    }

    [Fact]
    public void A_rule_may_state_resolvers_of_its_own()
    {
        var window = Given.Window("nightly", LosAngeles, OnTheDayOf("2026-03-08 02:30"), "until 04:00");
        var never = window with { ClockChange = window.ClockChange with { SkippedStart = SkippedTime.DoesNotOccur } };
        var after = window with { ClockChange = window.ClockChange with { SkippedStart = SkippedTime.AfterGap } };

        Given.Closed(never).Judge(Around("2026-03-08 02:30"), Given.ForPayments).Windows.Should().BeEmpty();
        Expect(Given.Closed(after).Judge(Around("2026-03-08 02:30"), Given.ForPayments).Windows, "2026-03-08 10:00", "2026-03-08 11:00");
    }

    [Fact]
    public void A_day_that_a_zone_skips_holds_no_window()
    {
        // Samoa crossed the date line: 30 December 2011, a Friday, does not exist there.
        var calendar = Given.Closed(Given.Window("weekly", "Pacific/Apia", Recurrence.Weekly(new LocalTime(10, 0), IsoDayOfWeek.Friday), "until 12:00"));

        var judgement = calendar.Judge(Given.Slot("2011-12-29 00:00", "2012-01-01 00:00"), Given.ForPayments);

        judgement.Windows.Should().BeEmpty();
        judgement.Notes.Should().ContainSingle().Which.Kind.Should().Be(ClockNoteKind.DoesNotOccur);
    }

    private static Recurrence OnTheDayOf(string start) =>
        Recurrence.Weekly(Given.Local(start).TimeOfDay, Given.Local(start).DayOfWeek);

    private static Slot Around(string start) => new(
        Given.Utc(start) - Duration.FromHours(24),
        Given.Utc(start) + Duration.FromHours(36));

    private static void Expect(ValueList<Occurrence> occurrences, string from, string to)
    {
        if (from == "-")
        {
            occurrences.Should().BeEmpty();
        }
        else
        {
            occurrences.Should().ContainSingle().Which.Span.Should().Be(Given.Slot(from, to));
        }
    }
}
