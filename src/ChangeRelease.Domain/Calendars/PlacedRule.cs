using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule with its zone resolved.</summary>
internal sealed class PlacedRule(CalendarRule rule, DateTimeZone zone)
{
    public CalendarRule Rule { get; } = rule;

    /// <summary>Everything whose extent overlaps a range, in order of time.</summary>
    public IReadOnlyList<Placement> Within(Slot range)
    {
        var from = LocalBounds.Before(range.Start, Rule.Length.LongestSpan);
        return [.. Between(from, LocalBounds.After(range.End))
            .Where(placement => placement.Extent.Overlaps(range))
            .OrderBy(placement => placement.Extent.Start)];
    }

    /// <summary>The occurrences that other data of the zone would move, of those that overlap a range under either.</summary>
    public IEnumerable<ZoneShift> ShiftsUnder(DateTimeZone other, Slot range) => Rule
        .StartsBetween(LocalBounds.Before(range.Start, Rule.Length.LongestSpan), LocalBounds.After(range.End))
        .Select(nominal => new ZoneShift(Rule.Id, Rule.Zone, nominal, SpanIn(zone, nominal), SpanIn(other, nominal)))
        .Where(shift => shift.Before != shift.After && (shift.Before?.Overlaps(range) == true || shift.After?.Overlaps(range) == true));

    private Slot? SpanIn(DateTimeZone data, LocalDateTime nominal) => Placement.Of(Rule, data, nominal).Occurrence?.Span;

    /// <summary>Everything that nominally starts in a stretch of the wall clock, both ends included, lazily.</summary>
    public IEnumerable<Placement> Between(LocalDateTime from, LocalDateTime until)
    {
        var all = Rule.StartsBetween(from, until).Select(nominal => Placement.Of(Rule, zone, nominal));
        return Rule.Recurrence is Recurrence.SetRecurrence ? Apart(all) : all;
    }

    /// <summary>A start that a clock change moves onto the next is that one: an hourly rule then has one occurrence, not two.</summary>
    private static IEnumerable<Placement> Apart(IEnumerable<Placement> placements)
    {
        Slot? last = null;
        foreach (var placement in placements)
        {
            if (placement.Occurrence is not { } occurrence || occurrence.Span != last)
            {
                last = placement.Occurrence?.Span ?? last;
                yield return placement;
            }
        }
    }
}
