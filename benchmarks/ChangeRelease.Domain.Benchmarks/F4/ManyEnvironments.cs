using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F4;

/// <summary>The case: a thousand environments, each with its own weekly window in one of eight zones, over ten years.</summary>
internal static class ManyEnvironments
{
    public const int Count = 1_000;

    private static readonly string[] Zones =
    [
        "America/New_York", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney", "America/Sao_Paulo", "Africa/Cairo",
    ];

    public static Slot TenYears { get; } = new(Instant.FromUtc(2016, 1, 1, 0, 7), Instant.FromUtc(2026, 1, 1, 0, 0));

    public static Slot TwentyYears { get; } = new(Instant.FromUtc(2006, 1, 1, 0, 7), Instant.FromUtc(2026, 1, 1, 0, 0));

    public static Duration Length { get; } = Duration.FromHours(4);

    public static IReadOnlyList<ManyEnvironment> All { get; } = [.. Enumerable.Range(0, Count).Select(NumberOf)];

    private static ManyEnvironment NumberOf(int number)
    {
        var target = new Target(new ServiceId("shop"), new EnvironmentId(FormattableString.Invariant($"environment-{number}")));
        var (zone, hour, day) = (Zones[number % Zones.Length], 5 + (number % 18), (IsoDayOfWeek)(1 + (number % 7)));
        var window = new Window(
            new RuleId("weekly"), "Weekly", zone, Recurrence.Weekly(new LocalTime(hour, 0), day), RuleLength.For(Length), Scope.Environment(target.Environment));
        var calendar = ChangeCalendar.Define(new CalendarId("main"), 1, CalendarDefault.ClosedByDefault, [window], DateTimeZoneProviders.Tzdb);
        return new ManyEnvironment(zone, hour, day, calendar, CalendarQuestion.For(target));
    }
}

/// <summary>One environment: its window in plain words, and its calendar.</summary>
internal sealed record ManyEnvironment(string Zone, int Hour, IsoDayOfWeek Day, ChangeCalendar Calendar, CalendarQuestion Question);
