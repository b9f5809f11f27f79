using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

public sealed class DefinitionTests
{
    private static readonly Recurrence _sundays = Recurrence.Weekly(new LocalTime(2, 0), IsoDayOfWeek.Sunday);

    [Fact]
    public void A_wrong_calendar_is_refused_with_all_its_faults_at_once()
    {
        CalendarRule[] rules =
        [
            Given.Window("zone", "Europe/Londn", _sundays, "1 h"),
            Given.Window("zone-and-length", "europe/london", _sundays, "0 h"),
            Given.Freeze("days", "Europe/London", Recurrence.Weekly(new LocalTime(2, 0)), "1 h"),
            Given.Freeze("no-day", "Europe/London", Recurrence.Weekly(new LocalTime(2, 0), IsoDayOfWeek.None), "1 h"),
            Given.Window("twice", "Europe/London", _sundays, "1 h"),
            Given.Freeze("twice", "Europe/London", Recurrence.Once(Given.Local("2026-11-02 05:00")), "1 h"),
            Given.Window("capacity", "Europe/London", _sundays, "1 h") with { Capacity = 0 },
            Given.Window("validity", "Europe/London", _sundays, "1 h") with { ValidFrom = new LocalDate(2026, 1, 1), ValidUntil = new LocalDate(2026, 1, 1) },
            Given.Window("scope", "Europe/London", _sundays, "1 h", Scope.AnyOf()),
            With("end", RuleLength.Until(0, new LocalTime(2, 0))),
            With("fixed", RuleLength.Until(Given.Local("2027-01-01 00:00"))),
            Given.Window("reach", "Europe/London", Recurrence.Once(Given.Local("9500-01-01 00:00")), "1 h"),
            new Window(new RuleId("title"), " ", "Europe/London", _sundays, RuleLength.For(Duration.FromHours(1)), Scope.Everything),
            With("long", RuleLength.Until(40_000, LocalTime.Noon)),
        ];

        var thrown = FluentActions.Invoking(() => Given.Closed(rules)).Should().Throw<CalendarDefinitionException>().Which;

        thrown.Faults.Should().Equal(ChangeCalendar.Verify(rules, Given.Zones));
        thrown.Faults.Select(fault => $"{fault.Rule}: {fault.Code}").Should().BeEquivalentTo(
            "zone: calendar.zone.unknown",
            "zone-and-length: calendar.zone.unknown",
            "zone-and-length: calendar.length.not-positive",
            "days: calendar.recurrence.no-weekdays",
            "no-day: calendar.recurrence.unknown-weekday",
            "twice: calendar.rule.duplicate-id",
            "capacity: calendar.capacity.below-one",
            "validity: calendar.validity.empty",
            "scope: calendar.scope.empty",
            "end: calendar.length.end-not-after-start",
            "fixed: calendar.length.fixed-end",
            "reach: calendar.rule.out-of-range",
            "title: calendar.title.missing",
            "long: calendar.length.too-long");
        thrown.Faults.Should().OnlyContain(fault => fault.Message.EndsWith('.') && fault.Remedy.Text.Length > 0);
    }

    [Theory]
    [InlineData("America/Los_Angeles", true)]
    [InlineData("Europe/Kyiv", true)]
    [InlineData("Etc/UTC", true)]
    [InlineData("america/los_angeles", false)] // names compare ordinally
    [InlineData("UTC+05:30", false)] //           an offset is no zone
    [InlineData("Pacific Standard Time", false)]
    [InlineData("", false)]
    public void A_rule_names_an_IANA_zone(string zone, bool isKnown) =>
        ChangeCalendar.Verify([Given.Window("window", zone, _sundays, "1 h")], Given.Zones).Should().HaveCount(isKnown ? 0 : 1);

    [Fact]
    public void A_window_that_freezes_always_cover_never_opens()
    {
        var scope = Scope.Service(Given.Payments.Service);
        var window = Given.Window("window", "Europe/London", _sundays, "1 h", scope);
        var half = Given.Freeze("half", "Europe/London", _sundays, "30 min", scope);
        var rest = Given.Freeze("rest", "Europe/London", Recurrence.Weekly(new LocalTime(2, 30), IsoDayOfWeek.Sunday), "30 min");
        var elsewhere = Given.Freeze("elsewhere", "Europe/London", _sundays, "1 h", Scope.Service(Given.Ledger.Service));

        Codes(window, half, rest).Should().Equal("calendar.window.never-opens");
        Codes(window, half).Should().BeEmpty();
        Codes(window, elsewhere).Should().BeEmpty();
        Codes(window, half, rest with { ValidUntil = new LocalDate(2090, 1, 1) }).Should().BeEmpty();
    }

    [Fact]
    public void A_yearly_window_that_falls_on_a_frozen_weekday_for_some_years_is_no_fault()
    {
        var weekends = Recurrence.Weekly(LocalTime.Midnight, IsoDayOfWeek.Saturday);
        var christmas = Recurrence.Yearly(new AnnualDate(12, 26), LocalTime.Noon); // Saturday in 2026, Sunday in 2027

        Codes(Given.Window("window", "Etc/UTC", christmas, "1 h"), Given.Freeze("weekends", "Etc/UTC", weekends, "48 h")).Should().BeEmpty();
    }

    [Fact]
    public void A_window_that_only_exempt_changes_can_use_is_worth_a_warning()
    {
        var window = Given.Window("window", "Europe/London", _sundays, "1 h");
        var freeze = Given.Freeze("freeze", "Europe/London", _sundays, "1 h") with { Exempt = [new ChangeClass("emergency")] };

        Given.Closed(window, freeze).Warnings.Should().ContainSingle().Which.Code.Should().Be("calendar.window.exempt-only");
        Given.Closed(window).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_rule_that_never_takes_place_is_a_fault()
    {
        var inTheGap = Given.Freeze("gap", "Europe/London", Recurrence.Once(Given.Local("2026-03-29 01:15")), "until 01:45");
        var outside = Given.Window("outside", "Etc/UTC", Recurrence.Once(Given.Local("2026-03-29 01:15")), "1 h") with { ValidFrom = new LocalDate(2026, 4, 1) };

        Codes(inTheGap, outside).Should().Equal("calendar.rule.never-occurs", "calendar.rule.never-occurs");
    }

    [Fact]
    public void A_version_counts_from_one() => FluentActions
        .Invoking(() => ChangeCalendar.Define(new CalendarId("main"), 0, CalendarDefault.ClosedByDefault, [], Given.Zones))
        .Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_default_that_is_none_is_refused() => FluentActions
        .Invoking(() => Given.Calendar((CalendarDefault)7))
        .Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void The_digest_changes_with_every_part_of_every_rule_and_not_with_their_order()
    {
        var window = Given.Window("window", "Europe/London", _sundays, "1 h");
        var freeze = Given.Freeze("freeze", "Europe/London", _sundays, "2 h") with { ValidFrom = new LocalDate(2030, 1, 1) };
        var digest = Given.Closed(window, freeze).Digest;

        Given.Closed(freeze, window).Digest.Should().Be(digest);
        new[]
        {
            Given.Open(window, freeze),
            Given.Closed(window),
            Given.Closed(window with { Capacity = 3 }, freeze),
            Given.Closed(window with { ValidUntil = new LocalDate(2040, 1, 1) }, freeze),
            Given.Closed(window with { ClockChange = ClockChange.ForFreezes }, freeze),
            Given.Closed(window, freeze with { Exempt = [new ChangeClass("emergency")] }),
            Given.Closed(window, Given.Freeze("freeze", "Europe/London", _sundays, "3 h") with { ValidFrom = new LocalDate(2030, 1, 1) }),
            Given.Closed(Given.Window("window", "Europe/Paris", _sundays, "1 h"), freeze),
            Given.Closed(Given.Window("window", "Europe/London", _sundays, "until 03:00"), freeze),
            Given.Closed(Given.Window("window", "Europe/London", _sundays, "1 h", Scope.Service(new ServiceId("payments"))), freeze),
        }.Select(calendar => calendar.Digest).Append(digest).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_calendar_tells_the_version_of_its_zone_data() =>
        Given.Closed().ZoneDataVersion.Should().Be(DateTimeZoneProviders.Tzdb.VersionId);

    private static Window With(string id, RuleLength length) =>
        new(new RuleId(id), id, "Europe/London", _sundays, length, Scope.Everything);

    private static IEnumerable<string> Codes(params CalendarRule[] rules) => ChangeCalendar.Verify(rules, Given.Zones).Select(fault => fault.Code);
}
