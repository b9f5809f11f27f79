namespace ChangeRelease.Domain.Calendars;

/// <summary>A range of time, split by what keeps a slot out of it; where several do, the first in the order of <see cref="ObstacleKind"/> is told.</summary>
internal sealed class FreeTime
{
    public FreeTime(Survey survey, Occupancy taken, SlotSet acceptable)
    {
        Survey = survey;
        Filled = [.. survey.Limited.Where(taken.Fills)];
        Places = taken;
        var all = SlotSet.Of(survey.Range);
        var rest = acceptable.Intersect(all);
        NotAcceptable = all.Subtract(rest);
        Frozen = Take(ref rest, AnyLane(lane => lane.Frozen));
        Closed = Take(ref rest, AnyLane(lane => all.Subtract(lane.Covered)));
        Full = Take(ref rest, SlotSet.Of(Filled.Select(occurrence => occurrence.Span)));
        Available = rest;
    }

    public Survey Survey { get; }

    public Occupancy Places { get; }

    public IReadOnlyList<Occurrence> Filled { get; }

    public SlotSet NotAcceptable { get; }

    public SlotSet Frozen { get; }

    public SlotSet Closed { get; }

    public SlotSet Full { get; }

    public SlotSet Available { get; }

    private static SlotSet Take(ref SlotSet rest, SlotSet what)
    {
        var taken = rest.Intersect(what);
        rest = rest.Subtract(what);
        return taken;
    }

    private SlotSet AnyLane(Func<Lane, SlotSet> part) => Survey.Lanes.Aggregate(SlotSet.Empty, (any, lane) => any.Union(part(lane)));
}
