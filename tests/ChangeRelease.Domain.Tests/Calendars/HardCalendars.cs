using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>Rules that never end to search elsewhere, or cost more the longer ago they began; calendars with very much in them.</summary>
internal static class HardCalendars
{
    private static readonly string[] _rules =
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;BYMONTH=4,6,9,11;BYMONTHDAY=31;BYHOUR=3", "FREQ=MINUTELY;BYYEARDAY=366;BYMONTH=1", "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12",
        "FREQ=YEARLY;BYWEEKNO=26;BYMONTH=1", "FREQ=YEARLY;BYDAY=53MO;BYMONTH=3", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=8", "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
        "FREQ=HOURLY;INTERVAL=168;BYDAY=MO", "FREQ=HOURLY;INTERVAL=24;BYHOUR=10", "FREQ=MINUTELY;INTERVAL=60;BYMINUTE=1", "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3",
        "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1,3,5,7,9", "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=8", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=2,4,6,8,10,12", "FREQ=MONTHLY;BYDAY=MO,TU;BYMONTHDAY=1;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2", "FREQ=SECONDLY;BYHOUR=1;BYSETPOS=2",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;INTERVAL=19", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYMINUTE=4;BYSECOND=5",
        "FREQ=SECONDLY;INTERVAL=86399;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYMONTH=1", "FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9;BYMINUTE=0;BYSECOND=0;BYMONTH=1", "FREQ=MINUTELY;INTERVAL=1441;BYHOUR=9;BYMINUTE=0",
        "FREQ=HOURLY;INTERVAL=25;BYHOUR=9", "FREQ=YEARLY;INTERVAL=400;BYMONTH=2;BYMONTHDAY=28", "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=MINUTELY;INTERVAL=7", "FREQ=HOURLY", "FREQ=HOURLY;INTERVAL=1",
        "FREQ=HOURLY;BYMINUTE=0,15,30,45", "FREQ=SECONDLY;INTERVAL=61;BYHOUR=9,10;BYDAY=MO,TU;COUNT=10000000", "FREQ=SECONDLY;COUNT=2147483647", "FREQ=YEARLY;COUNT=2147483647",
        "FREQ=DAILY;INTERVAL=2147483647", "FREQ=SECONDLY;INTERVAL=2147483647", "FREQ=WEEKLY;INTERVAL=999999;BYDAY=MO", "FREQ=YEARLY;BYEASTER=0", "FREQ=DAILY;UNTIL=99991231T235959",
        "FREQ=YEARLY;BYYEARDAY=" + Numbers(1, 366), "FREQ=DAILY;BYHOUR=" + Numbers(0, 23) + ";BYMINUTE=" + Numbers(0, 59), "FREQ=DAILY;BYHOUR=10;BYMINUTE=" + Numbers(0, 59),
        "FREQ=YEARLY;BYMONTH=" + Numbers(1, 12) + ";BYMONTHDAY=" + Numbers(1, 31) + ";BYHOUR=" + Numbers(0, 23), "FREQ=YEARLY;BYSECOND=" + Numbers(0, 59) + ";BYMINUTE=" + Numbers(0, 59) + ";BYHOUR=" + Numbers(0, 23),
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=" + Numbers(1, 366), "FREQ=YEARLY;BYWEEKNO=" + Numbers(1, 53), "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
    ];

    private static readonly Instant _now = Given.Utc("2026-11-02 12:34");

    public static IReadOnlyList<HardCase> All() => [.. _rules.SelectMany(OfRule), .. OfCalendars()];

    private static IEnumerable<HardCase> OfRule(string rule)
    {
        var start = new LocalDateTime(1997, 9, 2, 9, 0);
        var window = new Lazy<Window?>(() => RecurrenceText.ReadRule(rule).Value is { } read
            ? new Window(new RuleId("hard"), "Hard", "Europe/London", Recurrence.Rule(read, start), RuleLength.For(Duration.FromHours(1)), Scope.Everything)
            : null);
        var calendar = new Lazy<ChangeCalendar?>(() => window.Value is { } one ? Defined([one]) : null);
        yield return new HardCase("read and define", rule, () => RecurrenceText.ReadRule(rule).Value is not null && window.Value is { } one && Defined([one]) is not null);
        yield return new HardCase("open?", rule, () => calendar.Value?.At(_now, Given.ForPayments) is not null);
        yield return new HardCase("earliest slot", rule, () => calendar.Value?.EarliestSlot(new SlotRequest(Given.ForPayments, new Effort(Duration.Zero, Duration.FromHours(3), Duration.Zero), _now, _now + Duration.FromDays(366))) is not null);
        yield return new HardCase("a year compiled", rule, () => calendar.Value?.Compile(Given.ForPayments, new Slot(_now, _now + Duration.FromDays(366))) is not null);
    }

    private static IEnumerable<HardCase> OfCalendars()
    {
        var window = Given.Window("nights", "America/New_York", Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Saturday), "4 h");
        var many = Enumerable.Range(0, 2_000).Select(Frozen).ToArray();
        return
        [
            .. Of("2,000 freezes", [window, .. many]),
            .. Of("2,000 freezes over each other", [window, .. many.Select((freeze, at) => Given.OnceFrozen(FormattableString.Invariant($"o{at}"), "2027-01-01 00:00", "800 h"))]),
            .. Of("300 windows in 300 zones", [.. Given.Zones.Ids.Take(300).Select((zone, at) => Given.Window(FormattableString.Invariant($"w{at}"), zone, Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Saturday), "4 h"))]),
            .. Of("a scope that is nested deeply", [Given.Window("deep", "Etc/UTC", Recurrence.Weekly(LocalTime.Noon, IsoDayOfWeek.Monday), "4 h", Enumerable.Range(0, 200).Aggregate(Scope.Everything, (scope, _) => Scope.AllOf(scope, Scope.AnyOf(Scope.Everything))))]),
            .. Of("a window that is always open, by the minute", [Dense("FREQ=MINUTELY", "2 h")]),
            .. Of("a window of a hundred years", [new Window(new RuleId("long"), "Long", "Etc/UTC", Recurrence.Weekly(LocalTime.Noon, IsoDayOfWeek.Monday), RuleLength.For(Duration.FromDays(36_500)), Scope.Everything)]),
        ];
    }

    private static HardCase[] Of(string name, IReadOnlyList<CalendarRule> rules)
    {
        var calendar = new Lazy<ChangeCalendar?>(() => Defined(rules));
        return
        [
            new HardCase("calendar asked", name, () => calendar.Value?.At(_now, Given.ForPayments) is not null),
            new HardCase("calendar compiled", name, () => calendar.Value?.Compile(Given.ForPayments, new Slot(_now, _now + Duration.FromDays(366))) is not null),
        ];
    }

    private static Window Dense(string rule, string length) =>
        Given.Window("dense", "Europe/London", Recurrence.Rule(RecurrenceText.ReadRule(rule).GetValueOrThrow(), new LocalDateTime(2020, 1, 1, 0, 0)), length);

    private static Freeze Frozen(int number) => new(
        new RuleId(FormattableString.Invariant($"f{number}")), "Freeze", "Etc/UTC", Recurrence.Once(new LocalDateTime(2026, 11, 1, 0, 0).PlusHours(number * 7)), RuleLength.For(Duration.FromHours(3)), Scope.Everything, string.Empty);

    private static ChangeCalendar? Defined(IReadOnlyList<CalendarRule> rules) => ChangeCalendar.Verify(rules, Given.Zones).Count == 0
        ? Given.Closed([.. rules])
        : null;

    private static string Numbers(int from, int to) => string.Join(',', Enumerable.Range(from, to - from + 1));
}
