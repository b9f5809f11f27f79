using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class JudgementTests
{
    [Theory]
    //           from                to
    [InlineData("2026-11-02 14:00", "2026-11-02 16:00", true)] //  all of the window
    [InlineData("2026-11-02 14:00", "2026-11-02 14:01", true)] //  it is open at its first instant
    [InlineData("2026-11-02 15:59", "2026-11-02 16:00", true)] //  up to its end
    [InlineData("2026-11-02 15:59", "2026-11-02 16:01", false)] // beyond its end
    [InlineData("2026-11-02 13:59", "2026-11-02 14:01", false)] // before its start
    [InlineData("2026-11-02 13:00", "2026-11-02 14:00", false)] // touching before
    [InlineData("2026-11-02 16:00", "2026-11-02 17:00", false)] // touching after
    public void A_slot_is_open_when_all_of_it_is_in_a_window(string from, string to, bool isOpen)
    {
        var calendar = Given.Closed(Given.OnceOpen("window", "2026-11-02 14:00", "2 h"));

        calendar.Judge(Given.Slot(from, to), Given.ForPayments).IsOpen.Should().Be(isOpen);
    }

    [Theory]
    [InlineData("2026-11-02 13:00", "2026-11-02 14:00", true)] //  touching before
    [InlineData("2026-11-02 13:00", "2026-11-02 14:01", false)] // its first minute
    [InlineData("2026-11-02 15:59", "2026-11-02 17:00", false)] // its last minute
    [InlineData("2026-11-02 16:00", "2026-11-02 17:00", true)] //  touching after
    public void A_freeze_forbids_what_overlaps_it(string from, string to, bool isOpen)
    {
        var calendar = Given.Open(Given.OnceFrozen("freeze", "2026-11-02 14:00", "2 h"));

        calendar.Judge(Given.Slot(from, to), Given.ForPayments).IsOpen.Should().Be(isOpen);
    }

    [Fact]
    public void Touching_windows_are_one_open_stretch()
    {
        var calendar = Given.Closed(
            Given.OnceOpen("first", "2026-11-02 14:00", "1 h"),
            Given.OnceOpen("second", "2026-11-02 15:00", "1 h"));

        calendar.Judge(Given.Slot("2026-11-02 14:00", "2026-11-02 16:00"), Given.ForPayments).IsOpen.Should().BeTrue();
    }

    [Fact]
    public void A_freeze_beats_a_window_and_is_named()
    {
        var calendar = Given.Closed(
            Given.OnceOpen("window", "2026-11-02 14:00", "2 h"),
            Given.OnceFrozen("freeze", "2026-11-02 15:00", "10 min"));

        var judgement = calendar.Judge(Given.Slot("2026-11-02 14:00", "2026-11-02 16:00"), Given.ForPayments);

        judgement.IsOpen.Should().BeFalse();
        judgement.Gaps.Should().BeEmpty();
        judgement.Windows.Should().ContainSingle();
        judgement.Freezes.Should().ContainSingle().Which.ToString()
            .Should().Be("freeze 'freeze' from 2026-11-02 15:00 to 2026-11-02 15:10 Etc/UTC");
    }

    [Fact]
    public void Every_gap_between_windows_is_named()
    {
        var calendar = Given.Closed(
            Given.OnceOpen("first", "2026-11-02 14:00", "1 h"),
            Given.OnceOpen("second", "2026-11-02 16:00", "1 h"));

        calendar.Judge(Given.Slot("2026-11-02 13:00", "2026-11-02 17:00"), Given.ForPayments).Gaps.Should().Equal(
            new Gap(Given.Payments, Given.Slot("2026-11-02 13:00", "2026-11-02 14:00")),
            new Gap(Given.Payments, Given.Slot("2026-11-02 15:00", "2026-11-02 16:00")));
    }

    [Fact]
    public void A_window_on_Friday_night_lasts_into_Saturday_and_there_is_none_on_Saturday_night()
    {
        var friday = Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Friday);
        var calendar = Given.Closed(Given.Window("friday", "Etc/UTC", friday, "until 06:00"));

        calendar.Judge(Given.Slot("2026-11-06 22:00", "2026-11-07 06:00"), Given.ForPayments).IsOpen.Should().BeTrue();
        calendar.Judge(Given.Slot("2026-11-07 22:00", "2026-11-08 06:00"), Given.ForPayments).Windows.Should().BeEmpty();
    }

    [Theory]
    [InlineData(CalendarDefault.OpenByDefault, true)]
    [InlineData(CalendarDefault.ClosedByDefault, false)]
    public void The_declared_default_decides_only_for_targets_that_no_window_is_about(CalendarDefault otherwise, bool ledgerIsOpen)
    {
        var calendar = Given.Calendar(otherwise, Given.OnceOpen("window", "2026-11-02 14:00", "1 h", Scope.Service(Given.Payments.Service)));
        var slot = Given.Slot("2026-11-03 14:00", "2026-11-03 15:00");

        calendar.Judge(slot, CalendarQuestion.For(Given.Ledger)).IsOpen.Should().Be(ledgerIsOpen);
        calendar.Judge(slot, CalendarQuestion.For(Given.Ledger)).WithoutWindow.Should().Equal(Given.Ledger);
        calendar.Judge(slot, Given.ForPayments).IsOpen.Should().BeFalse();
    }

    [Fact]
    public void A_set_of_targets_is_open_when_every_one_is()
    {
        var calendar = Given.Closed(
            Given.OnceOpen("both", "2026-11-02 14:00", "1 h"),
            Given.OnceOpen("payments", "2026-11-02 15:00", "1 h", Scope.Service(Given.Payments.Service)));
        var both = new CalendarQuestion([Given.Payments, Given.Ledger], []);

        calendar.Judge(Given.Slot("2026-11-02 14:00", "2026-11-02 15:00"), both).IsOpen.Should().BeTrue();
        calendar.Judge(Given.Slot("2026-11-02 14:00", "2026-11-02 16:00"), both).Gaps.Should().Equal(
            new Gap(Given.Ledger, Given.Slot("2026-11-02 15:00", "2026-11-02 16:00")));
    }

    [Fact]
    public void A_calendar_is_not_asked_about_nothing() =>
        FluentActions.Invoking(() => new CalendarQuestion([], [])).Should().Throw<ArgumentException>();

    [Fact]
    public void An_exempt_class_passes_a_freeze_and_any_of_several_is_enough()
    {
        var emergency = new ChangeClass("emergency");
        var calendar = Given.Open(Given.OnceFrozen("freeze", "2026-11-02 14:00", "1 h") with { Exempt = [emergency] });
        var slot = Given.Slot("2026-11-02 14:00", "2026-11-02 15:00");

        calendar.Judge(slot, new CalendarQuestion([Given.Payments], [new("normal"), emergency])).IsOpen.Should().BeTrue();
        calendar.Judge(slot, new CalendarQuestion([Given.Payments], [new("Emergency")])).IsOpen.Should().BeFalse();
        calendar.Judge(slot, Given.ForPayments).IsOpen.Should().BeFalse();
    }

    [Fact]
    public void A_rule_takes_place_only_while_it_is_valid_and_then_runs_to_its_end()
    {
        var window = Given.Window("nightly", "Etc/UTC", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday), "until 06:00");
        var calendar = Given.Closed(window with { ValidFrom = new LocalDate(2026, 11, 3), ValidUntil = new LocalDate(2026, 11, 10) });

        calendar.Judge(Given.Slot("2026-11-01 00:00", "2026-11-30 00:00"), Given.ForPayments).Windows.Select(found => found.Span).Should().Equal(
            Given.Slot("2026-11-03 22:00", "2026-11-04 06:00"),
            Given.Slot("2026-11-09 22:00", "2026-11-10 06:00"));
    }
}
