using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Where one nominal start of a rule comes to lie on the time line, if anywhere (S-43).</summary>
/// <param name="Occurrence">The occurrence; null when it does not take place.</param>
/// <param name="Extent">The occurrence together with the clock change that disturbs it: where answers mention it.</param>
/// <param name="Notes">The mentions; empty when the clock is undisturbed.</param>
internal sealed record Placement(Occurrence? Occurrence, Slot Extent, ValueList<ClockNote> Notes)
{
    public static Placement Of(CalendarRule rule, DateTimeZone zone, LocalDateTime nominal)
    {
        var start = WallTime.Resolve(zone, nominal, rule.ClockChange.SkippedStart, rule.ClockChange.RepeatedStart);
        var end = rule.Length.Elapsed is null
            ? WallTime.Resolve(zone, rule.Length.NominalEnd(nominal), rule.ClockChange.SkippedEnd, rule.ClockChange.RepeatedEnd)
            : null;
        var last = end is null ? start.Instant + rule.Length.Elapsed : end.Instant;
        var span = start.Instant is { } from && last is { } to ? Slot.Between(from, to) : null;
        var occurrence = span is null ? null : new Occurrence(rule, nominal, span, zone);
        return new Placement(occurrence, ExtentOf(occurrence?.Binding, start, end), PlacementNotes.Of(rule, occurrence, start, end));
    }

    /// <summary>Both as one, where the other starts while this one lasts, or when it ends; each kind of mention is made once.</summary>
    public Placement MergedWith(Placement later) => new(
        Occurrence!.Through(later.Occurrence!),
        new Slot(Instant.Min(Extent.Start, later.Extent.Start), Instant.Max(Extent.End, later.Extent.End)),
        Notes.With(later.Notes.Where(note => Notes.All(known => known.Kind != note.Kind))));

    private static Slot ExtentOf(Slot? span, WallTime start, WallTime? end)
    {
        if (span is not null && start.Disturbance is null && end?.Disturbance is null)
        {
            return span;
        }

        var slots = new[] { span, start.Disturbance, end?.Disturbance }.OfType<Slot>().ToList();
        return slots.Count == 0
            ? new Slot(start.Instant!.Value, start.Instant.Value + Duration.FromMilliseconds(1))
            : new Slot(slots.Min(slot => slot.Start), slots.Max(slot => slot.End));
    }
}
