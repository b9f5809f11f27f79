using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class AvailabilityTests
{
    private static readonly ChangeCalendar _calendar = Given.Closed(
        Given.OnceOpen("window", "2026-11-02 14:00", "4 h"),
        Given.OnceFrozen("freeze", "2026-11-02 15:00", "1 h"));

    [Theory]
    //           now                 open   because    until               next opening        by        next closing        by
    [InlineData("2026-11-02 13:00", false, null, /*  */ "2026-11-02 14:00", "2026-11-02 14:00", "window", "2026-11-02 15:00", "freeze")]
    [InlineData("2026-11-02 14:00", true, "window", /**/ "2026-11-02 15:00", "2026-11-02 16:00", "freeze", "2026-11-02 15:00", "freeze")]
    [InlineData("2026-11-02 14:59", true, "window", /**/ "2026-11-02 15:00", "2026-11-02 16:00", "freeze", "2026-11-02 15:00", "freeze")]
    [InlineData("2026-11-02 15:00", false, "freeze", /**/ "2026-11-02 16:00", "2026-11-02 16:00", "freeze", "2026-11-02 18:00", "window")]
    [InlineData("2026-11-02 16:00", true, "window", /**/ "2026-11-02 18:00", null, null, /*               */ "2026-11-02 18:00", "window")]
    [InlineData("2026-11-02 18:00", false, null, /*  */ null, null, null, null, null)]
    public void The_answer_says_why_until_when_and_what_comes_next(
        string now, bool isOpen, string? because, string? until, string? opening, string? opener, string? closing, string? closer)
    {
        var answer = _calendar.At(Given.Utc(now), Given.ForPayments);

        answer.IsOpen.Should().Be(isOpen);
        answer.Because.Select(found => found.Rule.Id.Value).Should().Equal(because is null ? [] : [because]);
        answer.Until.Should().Be(Utc(until));
        (answer.NextOpening?.At).Should().Be(Utc(opening));
        (answer.NextOpening?.Because[0].Rule.Id.Value).Should().Be(opener);
        (answer.NextClosing?.At).Should().Be(Utc(closing));
        (answer.NextClosing?.Because[0].Rule.Id.Value).Should().Be(closer);
    }

    [Fact]
    public void A_search_tells_how_far_it_looked()
    {
        var now = Given.Utc("2026-11-02 18:00");

        _calendar.At(now, Given.ForPayments).SearchedUntil.Should().Be(now + ChangeCalendar.OrdinaryHorizon);
        _calendar.At(now, Given.ForPayments, Duration.FromDays(1)).SearchedUntil.Should().Be(now + Duration.FromDays(1));
        _calendar.At(now - Duration.FromDays(60), Given.ForPayments).NextOpening!.At.Should().Be(Given.Utc("2026-11-02 14:00"));
        _calendar.At(now - Duration.FromDays(60), Given.ForPayments, Duration.FromDays(59)).NextOpening.Should().BeNull();
    }

    [Theory]
    [InlineData("2026-12-31 23:59", false)]
    [InlineData("2027-01-01 00:00", true)]
    public void A_turn_at_the_bound_itself_is_beyond_it(string bound, bool isClosingSeen)
    {
        var calendar = Given.Closed(Given.OnceOpen("window", "2026-12-31 23:58", "1 min"), Given.OnceOpen("later", "2027-01-01 00:00", "1 h"));
        var now = Given.Utc("2026-12-31 23:58");

        var answer = calendar.At(now, Given.ForPayments, Given.Utc(bound) - now);

        (answer.NextClosing?.At).Should().Be(isClosingSeen ? Given.Utc("2026-12-31 23:59") : null);
        answer.NextOpening.Should().BeNull();
    }

    [Fact]
    public void Without_rules_the_default_is_the_reason()
    {
        var answer = Given.Open().At(Given.Utc("2026-11-02 18:00"), Given.ForPayments);

        answer.IsOpen.Should().BeTrue();
        answer.WithoutWindow.Should().Equal(Given.Payments);
        answer.Because.Should().BeEmpty();
        answer.Until.Should().BeNull();
    }

    [Fact]
    public void The_window_that_a_clock_change_moves_is_mentioned_when_it_comes_next()
    {
        var calendar = Given.Closed(Given.Window("night", "America/Los_Angeles", Recurrence.Weekly(new LocalTime(2, 30), IsoDayOfWeek.Sunday), "1 h"));

        calendar.At(Given.Utc("2026-03-07 12:00"), Given.ForPayments).Notes.Should().ContainSingle().Which.Kind.Should().Be(ClockNoteKind.SkippedStart);
        calendar.At(Given.Utc("2026-03-10 12:00"), Given.ForPayments).Notes.Should().BeEmpty();
    }

    [Fact]
    public void Every_horizon_gives_the_same_answer_to_what_lies_before_it()
    {
        var calendar = Given.Closed(
            Given.Window("yearly", "Europe/London", Recurrence.Yearly(new AnnualDate(2, 28), LocalTime.Noon), "5 h"),
            Given.Freeze("freeze", "Europe/London", Recurrence.Yearly(new AnnualDate(2, 28), LocalTime.Midnight), "13 h"));
        var now = Given.Utc("2026-03-01 00:00");

        calendar.At(now, Given.ForPayments).NextOpening.Should().BeEquivalentTo(calendar.At(now, Given.ForPayments, Duration.FromDays(5000)).NextOpening);
        calendar.At(now, Given.ForPayments).NextOpening!.At.Should().Be(Given.Utc("2027-02-28 13:00"));
    }

    private static Instant? Utc(string? text) => text is null ? null : Given.Utc(text);
}
