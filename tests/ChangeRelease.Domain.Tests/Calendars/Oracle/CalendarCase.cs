using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Oracle;

/// <summary>A generated calendar around a clock change, with a question.</summary>
internal sealed class CalendarCase
{
    private static readonly (string Zone, Instant Change)[] _changes =
    [
        ("America/Los_Angeles", Given.Utc("2026-03-08 10:00")),
        ("America/Los_Angeles", Given.Utc("2026-11-01 09:00")),
        ("Europe/London", Given.Utc("2026-03-29 01:00")),
        ("Europe/London", Given.Utc("2026-10-25 01:00")),
        ("Australia/Lord_Howe", Given.Utc("2026-04-04 15:00")), // half an hour back
        ("Australia/Lord_Howe", Given.Utc("2026-10-03 15:30")), // half an hour forward
        ("Africa/Casablanca", Given.Utc("2026-02-15 02:00")), //   back for Ramadan
        ("Africa/Casablanca", Given.Utc("2026-03-22 02:00")),
        ("America/Sao_Paulo", Given.Utc("2018-11-04 03:00")), //   midnight does not exist
        ("Asia/Kathmandu", Given.Utc("1985-12-31 18:30")), //      a quarter of an hour forward
        ("Asia/Kathmandu", Given.Utc("2026-06-01 00:00")), //      no change at all
        ("Pacific/Apia", Given.Utc("2011-12-30 10:00")), //        a whole day is skipped
    ];

    private static readonly Dictionary<(string Zone, Instant Change), WallTable> _tables = [];

    private readonly Dictionary<string, WallTable> _own = [];
    private readonly Random _random;
    private readonly (string Zone, Instant Change) _at;
    private readonly LocalDateTime _near;

    public CalendarCase(int seed)
        : this(new Random(seed), null)
    {
    }

    /// <summary>Around one clock change of one zone.</summary>
    public CalendarCase(int seed, string zone, Instant change)
        : this(new Random(seed), (zone, change))
    {
    }

    private CalendarCase(Random random, (string Zone, Instant Change)? at)
    {
        _random = random;
        _at = at ?? _changes[_random.Next(_changes.Length)];
        _near = _at.Change.InZone(Given.Zones[_at.Zone]).LocalDateTime;
        Otherwise = _random.Next(2) == 0 ? CalendarDefault.ClosedByDefault : CalendarDefault.OpenByDefault;
        Rules = [.. Enumerable.Range(0, _random.Next(1, 6)).Select(NextRule)];
        AsksAsUrgent = _random.Next(3) == 0;
        Question = new CalendarQuestion(
            [.. Targets.OrderBy(_ => _random.Next()).Take(_random.Next(1, 3))],
            AsksAsUrgent ? [new ChangeClass("urgent")] : []);
    }

    public static IReadOnlyList<Target> Targets { get; } = [Given.Payments, Given.Ledger, Given.PaymentsTest];

    public CalendarDefault Otherwise { get; }

    public IReadOnlyList<RuleCase> Rules { get; }

    public CalendarQuestion Question { get; }

    public bool AsksAsUrgent { get; }

    public WallTable Table => TableOf(_at.Zone);

    public Random Random => _random;

    /// <summary>The minutes that questions are about: three days either side of the change.</summary>
    public static int First => (WallTable.Minutes / 2) - (3 * 1440);

    public static int Last => (WallTable.Minutes / 2) + (3 * 1440);

    public WallTable TableOf(string zone)
    {
        if (!_changes.Contains(_at))
        {
            return _own.TryGetValue(zone, out var own) ? own : _own[zone] = new WallTable(Given.Zones[zone], _at.Change);
        }

        lock (_tables)
        {
            return _tables.TryGetValue((zone, _at.Change), out var table)
                ? table
                : _tables[(zone, _at.Change)] = new WallTable(Given.Zones[zone], _at.Change);
        }
    }

    private RuleCase NextRule(int number)
    {
        var often = _random.Next(6) switch { 0 => Often.Yearly, 1 => Often.Once, _ => Often.Weekly };
        var (date, time) = (NextDate(), NextTime());
        var ends = (Ends)_random.Next(often == Often.Weekly ? 3 : 4);
        var isFreeze = _random.Next(3) == 0;
        return new RuleCase(
            FormattableString.Invariant($"r{number}"),
            isFreeze,
            _random.Next(5) == 0 ? _changes[_random.Next(_changes.Length)].Zone : _at.Zone,
            often,
            [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day).Where(_ => _random.Next(2) == 0).Append(_near.DayOfWeek).Distinct()],
            date,
            time,
            ends,
            ends == Ends.AfterMinutes ? _random.Next(1, _random.Next(4) == 0 ? 4000 : 400) : _random.Next(1, 3),
            date.PlusDays(_random.Next(1, 4)),
            _random.Next(3) == 0 ? time.PlusMinutes(_random.Next(1, 120)) : NextTime(),
            NextScope(),
            _random.Next(4) == 0 ? NextClock() : null,
            _random.Next(3) == 0 ? _random.Next(1, 3) : null,
            often == Often.Weekly && _random.Next(6) == 0 ? NextDate() : null,
            null,
            isFreeze && _random.Next(3) == 0) is var rule && rule.ValidFrom is { } from && _random.Next(2) == 0
            ? rule with { ValidUntil = from.PlusDays(7) }
            : rule;
    }

    private LocalDate NextDate() => _near.Date.PlusDays(_random.Next(-3, 4));

    private LocalTime NextTime() => _random.Next(3) == 0
        ? LocalTime.Midnight.PlusMinutes(_random.Next(1440))
        : _near.TimeOfDay.PlusMinutes(_random.Next(-18, 19) * 5);

    private Scope NextScope() => _random.Next(6) switch
    {
        0 => Scope.Service(Given.Payments.Service),
        1 => Scope.Environment(Given.Payments.Environment),
        2 => Scope.AnyOf(Scope.Service(Given.Ledger.Service), Scope.Environment(Given.PaymentsTest.Environment)),
        3 => Scope.AllOf(Scope.Service(Given.Payments.Service), Scope.Environment(Given.Payments.Environment)),
        _ => Scope.Everything,
    };

    private ClockChange NextClock() => new(
        (SkippedTime)_random.Next(3),
        (SkippedTime)_random.Next(3),
        (RepeatedTime)_random.Next(2),
        (RepeatedTime)_random.Next(2));
}
