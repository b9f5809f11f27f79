using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>What becomes of work that is still going on when its window ends, or when a freeze begins (S-47).</summary>
public sealed class InFlightTests
{
    private static readonly InFlightContract _halfAnHour = InFlightContract.MayOverrunBy(Duration.FromMinutes(30));

    [Theory]
    [InlineData("must fit", "GoOn until 22:00, Overdue")]
    [InlineData("may overrun by 30 min", "GoOn until 22:30, Overdue")]
    [InlineData("may finish", "GoOn")]
    [InlineData("stops at the next stage boundary", "GoOn until 22:00, StopAtStageBoundary")]
    [InlineData("is aborted and backed out", "GoOn until 21:40, BackOut")]
    public void Each_contract_says_when_it_turns(string contract, string expected)
    {
        var calendar = Given.Closed(Given.OnceOpen("evening", "2026-11-02 20:00", "2 h") with { InFlight = Contract(contract) });

        var answer = calendar.InFlight(Given.Utc("2026-11-02 20:30"), Given.Utc("2026-11-02 21:00"), Given.ForPayments, backOut: Duration.FromMinutes(20));

        Show(answer).Should().Be(expected);
        answer.Because.Should().BeEmpty();
    }

    [Theory]
    [InlineData("must fit", "22:10", "Overdue")]
    [InlineData("may overrun by 30 min", "22:10", "GoOn until 22:30, Overdue")]
    [InlineData("may overrun by 30 min", "22:30", "Overdue")]
    [InlineData("stops at the next stage boundary", "23:00", "StopAtStageBoundary")]
    [InlineData("is aborted and backed out", "21:45", "BackOut")]
    [InlineData("is aborted and backed out", "23:00", "BackOut")]
    public void After_the_end_the_window_says_why(string contract, string now, string expected)
    {
        var calendar = Given.Closed(Given.OnceOpen("evening", "2026-11-02 20:00", "2 h") with { InFlight = Contract(contract) });

        var answer = calendar.InFlight(Given.Utc("2026-11-02 20:30"), Given.Utc($"2026-11-02 {now}"), Given.ForPayments, backOut: Duration.FromMinutes(20));

        Show(answer).Should().Be(expected);
        answer.Because.Should().ContainSingle().Which.Rule.Id.Value.Should().Be("evening");
    }

    [Fact]
    public void A_freeze_that_allows_no_overrun_stops_work_that_began_before_it()
    {
        Of([AlwaysOpen()], [Freeze("22:00", InFlightContract.MustFit)], began: "21:55", now: "22:00").Should().Be(InFlightVerdict.Overdue);
    }

    [Fact]
    public void A_freeze_that_allows_overrun_lets_go_on_what_began_before_it()
    {
        Of([AlwaysOpen()], [Freeze("22:00", InFlightContract.MayFinish)], began: "21:55", now: "22:05").Should().Be(InFlightVerdict.GoOn);
    }

    [Fact]
    public void What_begins_in_a_freeze_is_overdue_whatever_the_freeze_allows()
    {
        Of([AlwaysOpen()], [Freeze("22:00", InFlightContract.MayFinish)], began: "22:05", now: "22:10").Should().Be(InFlightVerdict.Overdue);
    }

    [Fact]
    public void Of_several_freezes_all_must_allow_it()
    {
        Of([AlwaysOpen()], [Freeze("22:00", InFlightContract.MayFinish), Freeze("22:05", InFlightContract.MayFinish)], "21:55", "22:10").Should().Be(InFlightVerdict.GoOn);
        Of([AlwaysOpen()], [Freeze("22:00", InFlightContract.MayFinish), Freeze("22:05", InFlightContract.MustFit)], "21:55", "22:10").Should().Be(InFlightVerdict.Overdue);
    }

    [Fact]
    public void What_began_outside_every_window_is_overdue()
    {
        Of([Window("18:00", 30, InFlightContract.MayFinish)], [Freeze("21:30", InFlightContract.MayFinish)], began: "21:00", now: "22:00").Should().Be(InFlightVerdict.Overdue);
    }

    [Fact]
    public void A_window_that_allows_overrun_lets_go_on_what_began_in_it()
    {
        Of([Window("21:00", 30, InFlightContract.MayFinish)], [], began: "21:15", now: "22:00").Should().Be(InFlightVerdict.GoOn);
        Of([Window("21:00", 30, InFlightContract.MustFit)], [], began: "21:15", now: "22:00").Should().Be(InFlightVerdict.Overdue);
    }

    [Theory]
    [InlineData(true, false, InFlightVerdict.Overdue)]
    [InlineData(false, true, InFlightVerdict.GoOn)] // it was allowed when it began, and the freeze that is in force now allows it
    [InlineData(true, true, InFlightVerdict.GoOn)]
    [InlineData(false, false, InFlightVerdict.Overdue)]
    public void From_a_window_into_a_freeze_it_is_the_freeze_that_decides(bool window, bool freeze, InFlightVerdict expected)
    {
        // A second window keeps it open, so that only the freeze is met.
        Of([Window("21:00", 30, Allowing(window)), Window("21:20", 120, InFlightContract.MustFit)], [Freeze("21:50", Allowing(freeze))], began: "21:15", now: "22:00")
            .Should().Be(expected);
    }

    [Fact]
    public void Having_left_several_windows_all_of_them_must_allow_it()
    {
        Of([Window("21:00", 30, InFlightContract.MayFinish), Window("21:05", 30, InFlightContract.MustFit)], [], "21:15", "22:00").Should().Be(InFlightVerdict.Overdue);
        Of([Window("21:00", 30, InFlightContract.MayFinish), Window("21:05", 30, InFlightContract.MayFinish)], [], "21:15", "22:00").Should().Be(InFlightVerdict.GoOn);
    }

    [Fact]
    public void While_another_window_is_still_open_the_one_that_ended_has_no_say()
    {
        Of([Window("21:00", 30, InFlightContract.MustFit), Window("21:05", 120, InFlightContract.MayFinish)], [], "21:15", "22:00").Should().Be(InFlightVerdict.GoOn);
    }

    [Theory]
    [InlineData(false, InFlightVerdict.Overdue)]
    [InlineData(true, InFlightVerdict.GoOn)]
    public void In_an_open_window_and_a_freeze_the_freeze_decides(bool freeze, InFlightVerdict expected)
    {
        Of([Window("20:00", 60, InFlightContract.MayFinish), Window("21:30", 90, InFlightContract.MayFinish)], [Freeze("21:50", Allowing(freeze))], "20:30", "22:00")
            .Should().Be(expected);
    }

    [Fact]
    public void Of_several_targets_the_strictest_holds()
    {
        var calendar = Given.Closed(
            Given.OnceOpen("payments", "2026-11-02 20:00", "2 h", Scope.Service(Given.Payments.Service)) with { InFlight = InFlightContract.MayFinish },
            Given.OnceOpen("ledger", "2026-11-02 20:00", "2 h", Scope.Service(Given.Ledger.Service)) with { InFlight = _halfAnHour });

        var answer = calendar.InFlight(Given.Utc("2026-11-02 20:30"), Given.Utc("2026-11-02 22:15"), new CalendarQuestion([Given.Payments, Given.Ledger], []), Duration.Zero);

        Show(answer).Should().Be("GoOn until 22:30, Overdue");
        answer.ToString().Should().StartWith("GoOn, because of window").And.EndWith("until 2026-11-02T22:30:00Z, then Overdue");
    }

    [Fact]
    public void A_freeze_that_the_work_may_pass_has_no_say()
    {
        var calendar = Given.Open(Given.OnceFrozen("freeze", "2026-11-02 22:00", "2 h") with { Exempt = [new ChangeClass("urgent")] });
        var urgent = new CalendarQuestion([Given.Payments], [new ChangeClass("urgent")]);

        calendar.InFlight(Given.Utc("2026-11-02 21:00"), Given.Utc("2026-11-02 22:30"), urgent, Duration.Zero).Verdict.Should().Be(InFlightVerdict.GoOn);
    }

    [Fact]
    public void The_contract_is_part_of_what_the_calendar_is()
    {
        var window = Given.OnceOpen("evening", "2026-11-02 20:00", "2 h");
        InFlightContract[] all = [InFlightContract.MustFit, InFlightContract.MayFinish, _halfAnHour, InFlightContract.StopAtStageBoundary, InFlightContract.AbortAndBackOut];

        all.Select(contract => Given.Closed(window with { InFlight = contract }).Digest).Should().OnlyHaveUniqueItems();
        ChangeCalendar.Verify([window with { InFlight = InFlightContract.MayOverrunBy(Duration.Zero) }], Given.Zones).Should().ContainSingle()
            .Which.Code.Should().Be("calendar.in-flight.out-of-range");
    }

    private static InFlightVerdict Of(Window[] windows, Freeze[] freezes, string began, string now) => Given.Closed([.. windows, .. freezes])
        .InFlight(Given.Utc($"2026-11-02 {began}"), Given.Utc($"2026-11-02 {now}"), Given.ForPayments, Duration.Zero).Verdict;

    private static Window AlwaysOpen() => Given.OnceOpen("always", "2026-11-01 00:00", "72 h");

    private static Window Window(string start, int minutes, InFlightContract contract) =>
        Given.OnceOpen($"w{start.Replace(':', '-')}", $"2026-11-02 {start}", FormattableString.Invariant($"{minutes} min")) with { InFlight = contract };

    private static Freeze Freeze(string start, InFlightContract contract) =>
        Given.OnceFrozen($"f{start.Replace(':', '-')}", $"2026-11-02 {start}", "15 min") with { InFlight = contract };

    private static InFlightContract Allowing(bool overrun) => overrun ? InFlightContract.MayFinish : InFlightContract.MustFit;

    private static InFlightContract Contract(string words) => new[]
    {
        InFlightContract.MustFit, InFlightContract.MayFinish, _halfAnHour, InFlightContract.StopAtStageBoundary, InFlightContract.AbortAndBackOut,
    }.Single(contract => contract.ToString() == words);

    private static string Show(InFlightAnswer answer) => answer.Until is { } until
        ? FormattableString.Invariant($"{answer.Verdict} until {until.InUtc().LocalDateTime.TimeOfDay:HH:mm}, {answer.Then}")
        : $"{answer.Verdict}";
}
