using ChangeRelease.Domain.Calendars.Compiled;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>A rule with its zone resolved.</summary>
internal sealed class PlacedRule
{
    public PlacedRule(CalendarRule rule, DateTimeZone zone)
    {
        (Rule, Zone) = (rule, zone);
        Weekly = WeeklyStretches.Of(this);
    }

    public CalendarRule Rule { get; }

    public DateTimeZone Zone { get; }

    /// <summary>Its expansion with whole numbers; null when only placing each occurrence will do.</summary>
    public WeeklyStretches? Weekly { get; }

    public Placement At(LocalDateTime nominal) => Placement.Of(Rule, Zone, nominal);

    /// <summary>Everything whose extent overlaps a range, in order of time.</summary>
    public IReadOnlyList<Placement> Within(Slot range)
    {
        var from = LocalBounds.Before(range.Start, Rule.Length.LongestSpan);
        return [.. Between(from, LocalBounds.After(range.End, Rule.RunwayBefore))
            .Where(placement => placement.Extent.Overlaps(range))
            .OrderBy(placement => placement.Extent.Start)];
    }

    /// <summary>The occurrences that other data of the zone would move, of those that overlap a range under either.</summary>
    public IEnumerable<ZoneShift> ShiftsUnder(DateTimeZone other, Slot range) => Rule
        .StartsBetween(LocalBounds.Before(range.Start, Rule.Length.LongestSpan), LocalBounds.After(range.End))
        .Select(nominal => new ZoneShift(Rule.Id, Rule.Zone, nominal, SpanIn(Zone, nominal), SpanIn(other, nominal)))
        .Where(shift => shift.Before != shift.After && (shift.Before?.Overlaps(range) == true || shift.After?.Overlaps(range) == true));

    /// <summary>Everything that nominally starts in a stretch of the wall clock, both ends included, lazily; of a rule of RFC 5545 whole days.</summary>
    public IEnumerable<Placement> Between(LocalDateTime from, LocalDateTime until) => Apart(Rule.Recurrence.IsOfRules
        ? new DayRuns(this).Between(from.Date.AtMidnight(), until.Date + LocalTime.MaxValue)
        : Each(from, until));

    /// <summary>The same before those of a day are merged.</summary>
    public IEnumerable<Placement> Each(LocalDateTime from, LocalDateTime until) => Rule.StartsBetween(from, until).Select(At);

    /// <summary>A start that a clock change moves onto the next is that one, so that occurrences strictly increase.</summary>
    private static IEnumerable<Placement> Apart(IEnumerable<Placement> placements)
    {
        Placement? last = null;
        foreach (var placement in placements)
        {
            if (last?.Occurrence is { } before && placement.Occurrence is { } next && before.Span.Start == next.Span.Start)
            {
                last = last.MergedWith(placement);
                continue;
            }

            if (last is not null)
            {
                yield return last;
            }

            last = placement.Notes.Count > 0 ? placement : null; // only what the clock moves can meet what follows
            if (last is null)
            {
                yield return placement;
            }
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private Slot? SpanIn(DateTimeZone data, LocalDateTime nominal) => Placement.Of(Rule, data, nominal).Occurrence?.Span;
}
