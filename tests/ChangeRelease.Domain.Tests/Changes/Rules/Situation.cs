using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>A change, a command and facts, all of them good until a fault is put in.</summary>
internal sealed record Situation(ChangeRequest Change, ChangeCommand Command, ChangeFacts Facts)
{
    /// <summary>When the only window of the calendar is open; null for a calendar that is open by default.</summary>
    public Slot? Window { get; init; }

    /// <summary>When a freeze is in force; null without one.</summary>
    public Slot? Freeze { get; init; }

    public ChangeContent Content
    {
        get => Change.Content;
        init => Change = Change with { Content = value };
    }

    public Actor Actor
    {
        get => Facts.Stamp.Actor;
        init => Facts = Facts with { Stamp = new Stamp(Facts.Stamp.At, value, Facts.Stamp.Command) };
    }

    public Instant At
    {
        get => Facts.Stamp.At;
        init => Facts = Facts with { Stamp = new Stamp(value, Facts.Stamp.Actor, Facts.Stamp.Command) };
    }

    /// <summary>The facts, with the calendar that window and freeze make.</summary>
    public ChangeFacts Known => Window is null && Freeze is null ? Facts : Facts with { Calendar = Facts.Calendar is null ? null : Calendar() };

    public Decision<ChangeEvent> Decide() => ChangeDecider.Decide(Change, Command, Known);

    public static Situation Of(Traveler traveler, string trigger, string? wanted = null)
    {
        traveler.Prepare(trigger);
        var move = traveler.Good(trigger, wanted);
        return new Situation(traveler.Change, move.Command, move.Facts);
    }

    private static LocalDateTime Local(Instant instant) => instant.InUtc().LocalDateTime;

    private ChangeCalendar Calendar()
    {
        var rules = new List<CalendarRule>();
        if (Window is { } open)
        {
            rules.Add(new Window(new RuleId("open"), "open", "Etc/UTC", Recurrence.Once(Local(open.Start)), RuleLength.For(open.Length), Scope.Everything) { Capacity = 1 });
        }

        if (Freeze is { } frozen)
        {
            rules.Add(new Freeze(new RuleId("frozen"), "frozen", "Etc/UTC", Recurrence.Once(Local(frozen.Start)), RuleLength.For(frozen.Length), Scope.Everything, string.Empty));
        }

        var otherwise = Window is null ? CalendarDefault.OpenByDefault : CalendarDefault.ClosedByDefault;
        return ChangeCalendar.Define(new CalendarId("made"), 1, otherwise, rules, DateTimeZoneProviders.Tzdb);
    }
}

/// <summary>One thing that can be wrong, and the one code that it is refused with.</summary>
internal sealed record Fault(string Code, Func<Situation, Situation> Spoil);

/// <summary>A good situation, with everything that can be wrong with it; where two faults touch the same thing, the later one hides the earlier.</summary>
internal sealed record Scenario(string Name, Func<Situation> Good, params Fault[] Faults)
{
    public Situation With(IEnumerable<Fault> faults)
    {
        var present = faults.ToHashSet();
        return Faults.Where(present.Contains).Aggregate(Good(), (so, fault) => fault.Spoil(so));
    }

    public override string ToString() => Name;
}
