using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.TimeZones;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>When a country changes its clocks, every window that moves is told, and no other (S-49).</summary>
public sealed class ZoneShiftTests
{
    private const string Zone = "Test/Nowhere";

    private static readonly Instant Reform = Given.Utc("2027-03-01 00:00");
    private static readonly Slot Around = new(Reform - Duration.FromDays(60), Reform + Duration.FromDays(60));

    [Fact]
    public void A_reform_of_the_clocks_moves_what_comes_after_it_and_nothing_before()
    {
        var evenings = new Window(new RuleId("evenings"), "evenings", Zone, Recurrence.Weekly(new LocalTime(20, 0), [.. Enum.GetValues<IsoDayOfWeek>().Skip(1)]), RuleLength.For(Duration.FromHours(3)), Scope.Everything);
        var calendar = Define(evenings, Data("old", later: 1));

        var shifts = calendar.ShiftsUnder(Data("new", later: 2), Around);

        (shifts.From, shifts.To).Should().Be(("old", "new"));
        shifts.Moved.Should().HaveCount(60, "there are sixty evenings");
        shifts.Moved.Should().OnlyContain(shift => shift.Delta == -Duration.FromHours(1) && shift.Before!.Start > Reform);
        shifts.Moved[0].ToString().Should().Be("evenings of 2027-03-01 20:00 Test/Nowhere: [2027-03-01T19:00:00Z, 2027-03-01T22:00:00Z) becomes [2027-03-01T18:00:00Z, 2027-03-01T21:00:00Z), 1 h earlier");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_the_reform_and_the_rule_all_that_moves_is_told_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var (moved, kept) = (0, 0);
        for (var trial = 0; trial < 400; trial++)
        {
            var later = random.Next(-11, 12);
            var (at, minutes) = (LocalTime.Midnight.PlusMinutes(random.Next(1440)), random.Next(1, 3_000));
            var days = Enumerable.Range(1, 7).Where(_ => random.Next(3) == 0).Append(1 + random.Next(7)).Distinct().Select(day => (IsoDayOfWeek)day).ToArray();
            var rule = new Window(new RuleId("window"), "window", Zone, Recurrence.Weekly(at, days), RuleLength.For(Duration.FromMinutes(minutes)), Scope.Everything);

            var expected = Expected(days, at, minutes, later).ToList();
            var told = Define(rule, Data("old", later: 1)).ShiftsUnder(Data("new", later), Around).Moved;

            told.Select(shift => (shift.Before!.Start, shift.After!.Start)).Should().Equal(expected, "of trial {0}", trial);
            (moved, kept) = (moved + expected.Count, kept + (expected.Count == 0 ? 1 : 0));
        }

        moved.Should().BeGreaterThan(5_000);
        kept.Should().BeGreaterThan(5, "a reform that changes nothing moves nothing");
    }

    [Fact]
    public void Windows_that_follow_a_business_calendar_move_with_its_zone()
    {
        var hours = new BusinessHours(Zone, WorkingWeek.MondayToFriday(new WorkingHours(new LocalTime(9, 0), new LocalTime(17, 0))));
        var office = BusinessCalendar.Define(new CalendarId("office"), 1, hours, Data("old", later: 1)).WorkingHoursWindow(new RuleId("office"), "office", Scope.Everything);

        var shifts = Define(office, Data("old", later: 1)).ShiftsUnder(Data("new", later: 2), Around);

        shifts.Moved.Should().HaveCount(44, "there are twenty-three working days in March and twenty-one before the 30th of April");
        shifts.Moved.Should().OnlyContain(shift => shift.Delta == -Duration.FromHours(1) && shift.Before!.Length == Duration.FromHours(8));
    }

    [Fact]
    public void A_start_that_the_new_clock_skips_is_told_as_moved_forward_or_as_gone()
    {
        var skipped = new Window(new RuleId("once"), "once", Zone, Recurrence.Once(Given.Local("2027-03-01 01:30")), RuleLength.Until(new LocalTime(1, 45)), Scope.Everything);
        var shifts = Define(skipped, Data("old", later: 1)).ShiftsUnder(Data("new", later: 2), Around);

        shifts.Moved.Single().Should().BeEquivalentTo(new { After = (Slot?)null, Delta = (Duration?)null });
        shifts.Moved.Single().ToString().Should().Be("once of 2027-03-01 01:30 Test/Nowhere: [2027-03-01T00:30:00Z, 2027-03-01T00:45:00Z) becomes nothing");
    }

    [Fact]
    public void The_same_data_move_nothing_and_data_without_the_zone_are_refused()
    {
        var calendar = Given.Closed(Given.Window("window", "Europe/London", Recurrence.Weekly(LocalTime.Noon, IsoDayOfWeek.Friday), "until 14:00"));

        calendar.ShiftsUnder(Given.Zones, Around).Moved.Should().BeEmpty();
        FluentActions.Invoking(() => calendar.ShiftsUnder(Data("other", 1), Around)).Should().Throw<CalendarDefinitionException>().Which.Faults.Select(fault => fault.Code).Should().Equal("calendar.zone.unknown");
    }

    [Fact]
    public void A_rule_that_keeps_its_instants_is_written_down_with_them_and_one_that_keeps_its_local_time_moves()
    {
        var evenings = new Window(new RuleId("evenings"), "evenings", Zone, Recurrence.Weekly(new LocalTime(20, 0), IsoDayOfWeek.Friday), RuleLength.Until(new LocalTime(23, 0)), Scope.Everything) { Capacity = 2 };
        var call = new Freeze(new RuleId("call"), "call", Zone, Recurrence.Weekly(new LocalTime(9, 0), IsoDayOfWeek.Tuesday), RuleLength.For(Duration.FromHours(1)), Scope.Everything, "with another country")
        {
            WhenZonesChange = ZonePolicy.KeepInstant,
        };
        var calendar = ChangeCalendar.Define(new CalendarId("main"), 1, CalendarDefault.ClosedByDefault, [evenings, call], Data("old", later: 1));

        var change = calendar.Under(Data("new", later: 2), version: 2, Around);

        change.Kept.Select(shift => shift.Rule.Value).Distinct().Should().Equal("call");
        change.Moved.Select(shift => shift.Rule.Value).Distinct().Should().Equal("evenings");
        Spans(change.Calendar, "call").Should().Equal(Spans(calendar, "call"), "its instants are kept");
        Spans(change.Calendar, "evenings").Where(span => span.Start > Reform).Should()
            .Equal(Spans(calendar, "evenings").Where(span => span.Start > Reform).Select(span => new Slot(span.Start - Duration.FromHours(1), span.End - Duration.FromHours(1))));
        var kept = change.Calendar.Rules.OfType<Freeze>().First(rule => rule.Id.Value == "call~20270302T090000");
        (kept.Zone, kept.Reason, kept.WhenZonesChange).Should().Be(("Etc/UTC", "with another country", ZonePolicy.KeepInstant));
        change.Calendar.Under(Data("new", later: 2), version: 3, Around).Shifts.Moved.Should().BeEmpty("once is enough");
    }

    [Fact]
    public void A_single_time_that_keeps_its_instant_is_replaced_by_it_and_one_that_came_to_be_is_left_out()
    {
        var gone = new Window(new RuleId("once"), "once", Zone, Recurrence.Once(Given.Local("2027-03-01 01:30")), RuleLength.Until(new LocalTime(1, 45)), Scope.Everything) { WhenZonesChange = ZonePolicy.KeepInstant };
        var always = new Window(new RuleId("nights"), "nights", Zone, Recurrence.Weekly(new LocalTime(1, 30), IsoDayOfWeek.Monday), RuleLength.Until(new LocalTime(1, 45)), Scope.Everything) { WhenZonesChange = ZonePolicy.KeepInstant };
        var there = ChangeCalendar.Define(new CalendarId("main"), 1, CalendarDefault.ClosedByDefault, [gone, always], Data("old", later: 1));
        var back = ChangeCalendar.Define(new CalendarId("main"), 1, CalendarDefault.ClosedByDefault, [always], Data("new", later: 2));

        Spans(there.Under(Data("new", later: 2), 2, Around).Calendar, string.Empty).Should().BeEquivalentTo(Spans(there, string.Empty));
        Spans(back.Under(Data("old", later: 1), 2, Around).Calendar, string.Empty).Should().BeEquivalentTo(Spans(back, string.Empty));
        there.Invoking(calendar => calendar.Under(Given.Zones, 1, Around)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static IEnumerable<Slot> Spans(ChangeCalendar calendar, string id) =>
        calendar.Judge(Around, Given.ForPayments) is var judged && judged.Windows.Concat(judged.Freezes) is var all
            ? all.Where(found => found.Rule.Id.Value.StartsWith(id, StringComparison.Ordinal)).Select(found => found.Span).OrderBy(span => span.Start)
            : [];

    /// <summary>An hour ahead of UTC until the reform; some hours ahead of it from then on. Worked out by adding days and hours.</summary>
    private static IEnumerable<(Instant Before, Instant After)> Expected(IsoDayOfWeek[] days, LocalTime at, int minutes, int later)
    {
        for (var date = new LocalDate(2026, 12, 1); date < new LocalDate(2027, 6, 1); date = date.PlusDays(1))
        {
            var plain = (date + at).InUtc().ToInstant();
            var (before, after) = (plain - Duration.FromHours(1), Resolved(plain, later));
            var overlaps = new[] { before, after }.Any(start => start < Around.End && start + Duration.FromMinutes(minutes) > Around.Start);
            if (days.Contains(date.DayOfWeek) && before != after && overlaps)
            {
                yield return (before, after);
            }
        }
    }

    // What is skipped moves forward by the gap, and of what comes twice the first is taken: both are the old offset.
    private static Instant Resolved(Instant plain, int later) =>
        plain - Duration.FromHours(1) < Reform ? plain - Duration.FromHours(1)
        : plain - Duration.FromHours(later) >= Reform ? plain - Duration.FromHours(later)
        : plain - Duration.FromHours(1);

    private static ChangeCalendar Define(CalendarRule rule, IDateTimeZoneProvider zones) =>
        ChangeCalendar.Define(new CalendarId("main"), 1, CalendarDefault.ClosedByDefault, [rule], zones);

    private static DateTimeZoneCache Data(string version, int later) => new(new Source(version, later));

    /// <summary>Zone data with one zone whose clocks are reformed once, beside UTC.</summary>
    private sealed class Source(string version, int later) : IDateTimeZoneSource
    {
        public string VersionId => version;

        public IEnumerable<string> GetIds() => [Zone, "Etc/UTC"];

        public DateTimeZone ForId(string id) => id == Zone ? new Reformed(later) : Given.Zones[id];

        public string? GetSystemDefaultId() => null;
    }

    private sealed class Reformed(int later) : DateTimeZone(Zone, false, Offset.FromHours(Math.Min(1, later)), Offset.FromHours(Math.Max(1, later)))
    {
        public override ZoneInterval GetZoneInterval(Instant instant) => instant < Reform
            ? new ZoneInterval("old", null, Reform, Offset.FromHours(1), Offset.Zero)
            : new ZoneInterval("new", Reform, null, Offset.FromHours(later), Offset.Zero);
    }
}
