using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One time that a rule takes place.</summary>
public sealed record Occurrence
{
    private readonly DateTimeZone _zone;

    internal Occurrence(CalendarRule rule, LocalDateTime nominalStart, Slot span, DateTimeZone zone) =>
        (Rule, NominalStart, Span, _zone) = (rule, nominalStart, span, zone);

    /// <summary>The window or freeze.</summary>
    public CalendarRule Rule { get; }

    /// <summary>The start as the recurrence says it, before a clock change moves it; with the rule it names the occurrence.</summary>
    public LocalDateTime NominalStart { get; }

    /// <summary>When it takes place.</summary>
    public Slot Span { get; }

    /// <summary>When it binds what is planned: while it takes place, and for a freeze in the runway before it (S-47).</summary>
    public Slot Binding => Rule.RunwayBefore == Duration.Zero ? Span : new Slot(Span.Start - Rule.RunwayBefore, Span.End);

    /// <summary>What the wall clock of the rule's zone reads at the start.</summary>
    public LocalDateTime LocalStart => LocalText.In(_zone, Span.Start);

    /// <summary>What the wall clock of the rule's zone reads at the end.</summary>
    public LocalDateTime LocalEnd => LocalText.In(_zone, Span.End);

    /// <summary>A slot on the wall clock of the rule's zone.</summary>
    internal string OnItsClock(Slot slot)
    {
        var (start, end) = (LocalText.In(_zone, slot.Start), LocalText.In(_zone, slot.End));
        return $"{LocalText.Show(start)} to {LocalText.ShowAfter(start, end)} {Rule.Zone}";
    }

    /// <summary>What begins when it begins to bind.</summary>
    internal string Beginning => Rule.RunwayBefore == Duration.Zero ? $"the {Rule.Called}" : $"the runway of the {Rule.Called}";

    /// <summary>An instant on the wall clock of the rule's zone.</summary>
    internal string OnItsClock(Instant instant) => $"{LocalText.Show(LocalText.In(_zone, instant))} {Rule.Zone}";

    /// <summary>This one, lasting to the end of another if that is later.</summary>
    internal Occurrence Through(Occurrence other) => new(Rule, NominalStart, new Slot(Span.Start, Instant.Max(Span.End, other.Span.End)), _zone);

    /// <summary>How many changes it holds, or lets pass if it is of a freeze; null when there is no limit.</summary>
    public int? Capacity => Rule.Limit;

    /// <summary>The rule and its local times.</summary>
    /// <returns>For example <c>window 'Weekend' from 2026-11-06 22:00 to 2026-11-07 06:00 Europe/London</c>.</returns>
    public override string ToString() =>
        $"{Rule.Called} from {LocalText.Show(LocalStart)} {(Rule.Length.IsOpen ? Rule.Length : $"to {LocalText.Show(LocalEnd)}")} {Rule.Zone}";
}
