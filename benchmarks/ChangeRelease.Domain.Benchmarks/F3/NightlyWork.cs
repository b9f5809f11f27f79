using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F3;

/// <summary>The case: Saturdays from 22:00 in New York for four hours, less freezes; and the instants that are asked about.</summary>
internal static class NightlyWork
{
    public const string Zone = "America/New_York";
    public const int Asked = 1_024;

    private const int MinutesOfTenYears = 10 * 365 * 1_440;

    public static Duration Length { get; } = Duration.FromHours(4);

    public static Slot TenYears { get; } = new(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2036, 1, 1, 0, 0));

    /// <summary>Twenty freezes of some days each.</summary>
    public static IReadOnlyList<Slot> Freezes { get; } = Frozen(20, mostMinutes: 20_000, seed: 3);

    /// <summary>Two thousand freezes, of some hours each.</summary>
    public static IReadOnlyList<Slot> ManyFreezes { get; } = Frozen(2_000, mostMinutes: 600, seed: 4);

    public static Instant[] Instants { get; } = SomeInstants();

    public static CompiledCalendar Compile(IEnumerable<Slot> freezes, LocalDate? anchor = null)
    {
        var window = new Window(
            new RuleId("nights"), "Nights", Zone, Recurrence.Weekly(new LocalTime(22, 0), IsoDayOfWeek.Saturday), RuleLength.For(Length), Scope.Everything)
        {
            ValidFrom = anchor,
        };
        var calendar = ChangeCalendar.Define(
            new CalendarId("nights"), 1, CalendarDefault.ClosedByDefault, [window, .. freezes.Select(Freeze)], DateTimeZoneProviders.Tzdb);
        return calendar.Compile(CalendarQuestion.For(new Target(new ServiceId("shop"), new EnvironmentId("production"))), TenYears);
    }

    private static Freeze Freeze(Slot slot, int number) => new(
        new RuleId(FormattableString.Invariant($"freeze-{number}")),
        "Freeze",
        "Etc/UTC",
        Recurrence.Once(slot.Start.InUtc().LocalDateTime),
        RuleLength.For(slot.Length),
        Scope.Everything,
        string.Empty);

    private static List<Slot> Frozen(int count, int mostMinutes, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count)
                .Select(_ => TenYears.Start + Duration.FromMinutes(random.Next(MinutesOfTenYears)))
                .Select(start => new Slot(start, start + Duration.FromMinutes(random.Next(60, mostMinutes)))),
        ];
    }

    private static Instant[] SomeInstants()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Asked).Select(_ => TenYears.Start + Duration.FromMinutes(random.Next(MinutesOfTenYears - 500_000)) + Duration.FromSeconds(7))];
    }
}
