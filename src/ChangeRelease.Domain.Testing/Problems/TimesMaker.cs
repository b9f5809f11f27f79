using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Makes random calendars and hours around a horizon.</summary>
internal sealed class TimesMaker
{
    private static readonly EnvironmentId Production = new("production");
    private static readonly CalendarQuestion Question = CalendarQuestion.For(new Target(new ServiceId("ledger"), Production));

    private readonly Dice _dice;
    private readonly Slot _horizon;

    public TimesMaker(Dice dice, Slot horizon)
    {
        (_dice, _horizon) = (dice, horizon);
        Calendars = Dice.Many(dice.From(1, 3), at => dice.Chance(75) ? Calendar(at) : PlanningTimes.Of(FormattableString.Invariant($"slots {at}"), Slots()));
    }

    /// <summary>Zones of every kind: with and without clock changes, at midnight and by half an hour, of odd offsets.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland", "America/Santiago", "Africa/Cairo", "Asia/Kathmandu",
    ];

    public IReadOnlyList<PlanningTimes> Calendars { get; }

    /// <summary>When a resource is there.</summary>
    public PlanningTimes Hours() => _dice.Chance(50)
        ? PlanningTimes.Of("shifts", Slots())
        : PlanningTimes.Of(BusinessCalendar.Define(
            new CalendarId("hours"),
            1,
            new BusinessHours(_dice.OneOf(Zones), new WorkingWeek([new WorkingDays([.. EveryDay()], [new WorkingHours(new LocalTime(_dice.From(0, 10), 0), new LocalTime(_dice.From(12, 23), _dice.OneOf(0, 30)))])])),
            DateTimeZoneProviders.Tzdb));

    private PlanningTimes Calendar(int at)
    {
        var windows = Dice.Many(_dice.From(1, 2), WindowOf);
        var freezes = Dice.Many(_dice.OneOf(0, 0, 1, 2), FreezeOf);
        var otherwise = _dice.Chance(70) ? CalendarDefault.ClosedByDefault : CalendarDefault.OpenByDefault;
        return PlanningTimes.Of(
            ChangeCalendar.Define(new CalendarId(FormattableString.Invariant($"calendar-{at}")), 1, otherwise, [.. windows, .. freezes], DateTimeZoneProviders.Tzdb),
            Question);
    }

    private CalendarRule WindowOf(int at) => new Window(
        new RuleId(FormattableString.Invariant($"window-{at}")),
        "Window",
        _dice.OneOf(Zones),
        Recurrence.Weekly(LocalTimeOf(), [.. EveryDay()]),
        _dice.Chance(50) ? RuleLength.For(Duration.FromMinutes(_dice.From(60, 900))) : RuleLength.Until(LocalTimeOf()),
        _dice.Chance(90) ? Scope.Everything : Scope.Environment(Production));

    private CalendarRule FreezeOf(int at)
    {
        var zone = _dice.OneOf(Zones);
        var start = _horizon.Start + Duration.FromMinutes(_dice.From(-300, (int)_horizon.Length.TotalMinutes));
        return new Freeze(
            new RuleId(FormattableString.Invariant($"freeze-{at}")),
            "Freeze",
            zone,
            Recurrence.Once(start.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime),
            RuleLength.For(Duration.FromMinutes(_dice.From(10, 600))),
            Scope.Everything,
            "Random")
        {
            ClockChange = ClockChange.ForFreezes,
            Runway = _dice.Chance(20) ? Duration.FromMinutes(_dice.From(1, 90)) : Duration.Zero,
        };
    }

    // Most days of the week: a short horizon must meet some window.
    private IEnumerable<IsoDayOfWeek> EveryDay() => _dice.Some([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], _dice.From(5, 7)).Order();

    private LocalTime LocalTimeOf() => new(_dice.From(0, 23), _dice.OneOf(0, 0, 0, 30, 15));

    private SlotSet Slots()
    {
        var slots = new List<Slot>();
        for (var at = _horizon.Start - Duration.FromMinutes(_dice.From(0, 120)); at < _horizon.End;)
        {
            var end = at + Duration.FromMinutes(_dice.From(60, 900));
            slots.Add(new Slot(at, end));
            at = end + Duration.FromMinutes(_dice.From(1, 240));
        }

        return SlotSet.Of(slots);
    }
}
