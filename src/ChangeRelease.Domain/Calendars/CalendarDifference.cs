using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Where two calendars say something different to the same question, and which rules make them.</summary>
/// <remarks>It is about what the calendars mean, not how they are written: two ways to write the same times have no difference.</remarks>
public sealed record CalendarDifference
{
    private CalendarDifference(Slot range, ValueList<DifferingStretch> stretches) => (Range, Stretches) = (range, stretches);

    /// <summary>The stretch of time that was compared.</summary>
    public Slot Range { get; }

    /// <summary>The stretches on which one is open and the other is not, in order of time; none when they agree at every instant of the range.</summary>
    public ValueList<DifferingStretch> Stretches { get; }

    /// <summary>Whether they agree at every instant of the range.</summary>
    public bool IsEmpty => Stretches.Count == 0;

    internal static CalendarDifference Of(Survey before, Survey after)
    {
        var opens = Differing(after.Open.Subtract(before.Open), isOpen: true, Apart(before.Freezes, after.Freezes), Apart(after.Windows, before.Windows));
        var closes = Differing(before.Open.Subtract(after.Open), isOpen: false, Apart(before.Windows, after.Windows), Apart(after.Freezes, before.Freezes));
        return new CalendarDifference(before.Range, opens.Concat(closes).OrderBy(stretch => stretch.Span.Start).ToValueList());
    }

    /// <summary>The stretches, one on each line.</summary>
    /// <returns>For example <c>[2026-11-02T20:00:00Z, 2026-11-02T23:00:00Z) closes: freeze 'Year end' … has come</c>; or that there is none.</returns>
    public override string ToString() => IsEmpty ? $"No difference in {Range}" : string.Join('\n', Stretches);

    private static IEnumerable<DifferingStretch> Differing(SlotSet where, bool isOpen, IReadOnlyList<Occurrence> gone, IReadOnlyList<Occurrence> come)
    {
        var (left, right) = (new OccurrenceSweep(gone), new OccurrenceSweep(come));
        var cuts = gone.Concat(come).SelectMany(occurrence => new[] { occurrence.Binding.Start, occurrence.Binding.End }).Distinct().Order().ToList();
        return where.SelectMany(stretch => Pieces(stretch, cuts)).Select(piece => new DifferingStretch(
            piece,
            isOpen,
            left.Overlapping(piece).ToValueList(),
            right.Overlapping(piece).ToValueList()));
    }

    // The occurrences of one that the other does not have: a rule is the same by its kind, its id and when it takes place.
    private static IReadOnlyList<Occurrence> Apart(IReadOnlyList<Occurrence> ones, IReadOnlyList<Occurrence> others)
    {
        var known = others.Select(Key).ToHashSet();
        return [.. ones.Where(occurrence => !known.Contains(Key(occurrence)))];
    }

    private static (string Noun, RuleId Rule, Slot Binding) Key(Occurrence occurrence) => (occurrence.Rule.Noun, occurrence.Rule.Id, occurrence.Binding);

    private static IEnumerable<Slot> Pieces(Slot stretch, List<Instant> cuts)
    {
        var start = stretch.Start;
        for (var at = FirstAfter(cuts, start); at < cuts.Count && cuts[at] < stretch.End; at++)
        {
            yield return new Slot(start, cuts[at]);
            start = cuts[at];
        }

        yield return new Slot(start, stretch.End);
    }

    private static int FirstAfter(List<Instant> cuts, Instant instant)
    {
        var found = cuts.BinarySearch(instant);
        return found < 0 ? ~found : found + 1;
    }
}
