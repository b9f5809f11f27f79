using System.Buffers;

namespace ChangeRelease.Domain.Calendars.Compiled;

/// <summary>When a calendar is open, reckoned with whole numbers and without reasons; it says what <see cref="Survey"/> says.</summary>
internal sealed class OpenTimes(IReadOnlyList<PlacedRule> rules, CalendarDefault otherwise, CalendarQuestion question)
{
    public SlotSet Within(Slot range) => Within(LaneRules.Of(rules, question), range);

    /// <summary>The same into a buffer; where windows alone decide, nothing else is allocated for them.</summary>
    public void Within(Slot range, SlotBuffer into)
    {
        var lanes = LaneRules.Of(rules, question);
        if (lanes is not [{ Windows.Count: > 0, Freezes.Count: 0 } only])
        {
            into.Hold(Within(lanes, range));
            return;
        }

        var edges = new EdgeBuffer(range, into.Memory);
        Expand(only.Windows, range, ref edges);
        var length = edges.Ordered(out var memory).Length;
        into.Hold(memory, length);
    }

    private SlotSet Within(IReadOnlyList<LaneRules> lanes, Slot range)
    {
        var open = OpenIn(lanes[0], range);
        for (var at = 1; at < lanes.Count; at++)
        {
            open = open.Intersect(OpenIn(lanes[at], range));
        }

        return open;
    }

    private SlotSet OpenIn(LaneRules lane, Slot range)
    {
        var covered = lane.Windows.Count > 0 ? Expand(lane.Windows, range)
            : otherwise == CalendarDefault.OpenByDefault ? SlotSet.Of(range)
            : SlotSet.Empty;
        return lane.Freezes.Count == 0 || covered.Count == 0 ? covered : covered.Subtract(Expand(lane.Freezes, range));
    }

    private SlotSet Expand(IReadOnlyList<PlacedRule> placed, Slot range)
    {
        var rented = ArrayPool<long>.Shared.Rent(2 * placed.Sum(rule => rule.Weekly?.ExpectedIn(range) ?? 1));
        var edges = new EdgeBuffer(range, rented);
        Expand(placed, range, ref edges);
        var set = edges.ToSet();
        ArrayPool<long>.Shared.Return(rented);
        return set;
    }

    private void Expand(IReadOnlyList<PlacedRule> placed, Slot range, ref EdgeBuffer to)
    {
        foreach (var rule in placed)
        {
            Expand(rule, range, ref to);
        }
    }

    private void Expand(PlacedRule placed, Slot range, ref EdgeBuffer to)
    {
        if (placed.Rule is Freeze freeze && question.IsExemptFrom(freeze))
        {
            return;
        }

        if (IsPassable(placed) || placed.Weekly is null || !placed.Weekly.TryAdd(range, ref to))
        {
            Place(placed, range, ref to);
        }
    }

    private bool IsPassable(PlacedRule placed) => question.Passes.Count > 0 && placed.Rule is Freeze;

    private void Place(PlacedRule placed, Slot range, ref EdgeBuffer to)
    {
        foreach (var placement in placed.Within(range))
        {
            if (placement.Occurrence is { } occurrence && !(placed.Rule is Freeze && question.MayPass(occurrence)))
            {
                to.Add(occurrence.Binding);
            }
        }
    }
}
