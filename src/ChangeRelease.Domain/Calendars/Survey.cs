using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a calendar says to a question in a range of time: the one evaluation behind every answer (S-1).</summary>
internal sealed class Survey
{
    private readonly Dictionary<PlacedRule, IReadOnlyList<Placement>> _placements = [];

    private readonly CalendarQuestion _question;

    private Survey(IReadOnlyList<PlacedRule> rules, CalendarDefault otherwise, CalendarQuestion question, Slot range)
    {
        (_question, Range) = (question, range);
        var open = otherwise == CalendarDefault.OpenByDefault ? SlotSet.Of(range) : SlotSet.Empty;
        Lanes = [.. LaneRules.Of(rules, question).Select(lane => LaneOf(lane, open))];
        Windows = Ordered(Lanes.SelectMany(lane => lane.Windows));
        Freezes = Ordered(Lanes.SelectMany(lane => lane.Freezes));
        Open = Lanes.Aggregate(SlotSet.Of(range), (all, lane) => all.Intersect(lane.Open));
    }

    public Slot Range { get; }

    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>Where every lane is open, within the range.</summary>
    public SlotSet Open { get; }

    /// <summary>The window occurrences of all lanes, each once, in order of time.</summary>
    public IReadOnlyList<Occurrence> Windows { get; }

    /// <summary>The freeze occurrences of all lanes, each once, in order of time.</summary>
    public IReadOnlyList<Occurrence> Freezes { get; }

    /// <summary>What has room for only so many changes: windows, and freezes that the question may pass; in order of time.</summary>
    public IReadOnlyList<Occurrence> Limited => Ordered(Windows.Concat(Lanes.SelectMany(lane => lane.Passed)).Where(occurrence => occurrence.Capacity is not null));

    public ValueList<Target> TargetsWithoutWindow => Lanes.Where(lane => lane.IsUnruled).SelectMany(lane => lane.Targets).ToValueList();

    public static Survey Of(IReadOnlyList<PlacedRule> rules, CalendarDefault otherwise, CalendarQuestion question, Slot range) =>
        new(rules, otherwise, question, range);

    /// <summary>The mentions of clock changes that a stretch meets, in order of time.</summary>
    public ValueList<ClockNote> NotesOn(Func<Slot, bool> isMet) => _placements.Values
        .SelectMany(placements => placements)
        .Where(placement => placement.Notes.Count > 0 && isMet(placement.Extent))
        .OrderBy(placement => placement.Extent.Start)
        .SelectMany(placement => placement.Notes)
        .ToValueList();

    public static IReadOnlyList<Occurrence> Ordered(IEnumerable<Occurrence> occurrences) =>
        [.. occurrences.Distinct(ReferenceEqualityComparer.Instance).Cast<Occurrence>().OrderBy(occurrence => occurrence.Binding.Start)];

    private Lane LaneOf(LaneRules rules, SlotSet open)
    {
        var freezes = rules.Freezes.SelectMany(OccurrencesOf).ToLookup(_question.MayPass);
        return new Lane(rules.Targets, [.. rules.Windows.SelectMany(OccurrencesOf)], [.. freezes[false]], rules.Windows.Count == 0 ? open : null) { Passed = [.. freezes[true]] };
    }

    private IEnumerable<Occurrence> OccurrencesOf(PlacedRule rule) => PlacementsOf(rule)
        .Select(placement => placement.Occurrence)
        .OfType<Occurrence>()
        .Where(occurrence => occurrence.Binding.Overlaps(Range));

    private IReadOnlyList<Placement> PlacementsOf(PlacedRule rule)
    {
        if (!_placements.TryGetValue(rule, out var placements))
        {
            _placements[rule] = placements = rule.Within(Range);
        }

        return placements;
    }
}
