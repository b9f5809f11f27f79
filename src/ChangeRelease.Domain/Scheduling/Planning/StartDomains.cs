using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Works out where items may start: openings of calendars and resources, made smaller by what must fit in.</summary>
internal sealed class StartDomains(PlanningDraft draft, PlanningGrid grid)
{
    private readonly SlotSet _horizon = SlotSet.Of(draft.Horizon);
    private readonly Dictionary<PlanningTimes, SlotSet> _openings = [];
    private readonly Dictionary<ResourceId, PlanningResource> _resources = draft.Resources.ToDictionary(resource => resource.Id);
    private readonly Dictionary<ResourceId, SlotSet> _hours = [];
    private readonly Dictionary<(SlotSet Open, int From, int Until), int[]> _fits = [];
    private readonly Dictionary<ValueList<PlanningTimes>, SlotSet> _common = [];
    private readonly ILookup<WorkItemId, Closure> _closed = draft.Closures.SelectMany(closure => closure.Items.Select(item => (item, closure))).ToLookup(pair => pair.item, pair => pair.closure);
    private readonly SlotSet _closedToAll = SlotSet.Of(draft.Closures.Where(closure => closure.Items.Count + closure.Resources.Count == 0).Select(closure => closure.Span));

    /// <summary>Where an item may start: first and first-not in turn.</summary>
    public int[] Of(WorkItem item, PartLengths parts)
    {
        if (parts.Total > grid.Count)
        {
            return [];
        }

        var starts = StartsWithin(OpenFor(item), 0, parts.Total);
        foreach (var demand in item.Demands)
        {
            var (from, until) = parts.Of(demand.During);
            if (from < until)
            {
                starts = demand.Amount <= _resources[demand.Resource].Capacity ? Edges.Intersect(starts, StartsWithin(HoursOf(demand.Resource), from, until)) : [];
            }
        }

        return Edges.Within(starts, FirstOf(item), LastOf(item, parts) + 1);
    }

    /// <summary>Where something that lasts from one offset to another fits into the openings of some times.</summary>
    public int[] StartsIn(PlanningTimes times, int from, int until) => StartsWithin(OpeningsOf(times), from, until);

    /// <summary>Where it fits beside a closure.</summary>
    public int[] StartsBeside(Closure closure, int from, int until) => StartsWithin(_horizon.Subtract(SlotSet.Of(closure.Span)), from, until);

    /// <summary>The last start that leaves an item whole before its deadline and the end of the horizon.</summary>
    public int LastWhole(WorkItem item, PartLengths parts) => Math.Min(grid.Count, item.Deadline is { } deadline ? grid.AtOrBefore(deadline) : grid.Count) - parts.Total;

    private static int[] Fit(SlotSet open, PlanningGrid grid, int from, int until)
    {
        var edges = new List<int>(2 * open.Count);
        for (var at = 0; at < open.Count; at++)
        {
            var first = grid.AtOrAfter(open.Edges[2 * at]) - from;
            var last = grid.AtOrBefore(open.Edges[(2 * at) + 1]) - until;
            if (first <= last)
            {
                edges.Add(first);
                edges.Add(last + 1);
            }
        }

        return Edges.Joined(edges);
    }

    private int FirstOf(WorkItem item)
    {
        var first = item.NotBefore is { } notBefore ? Math.Max(0, grid.AtOrAfter(notBefore)) : 0;
        return item.Fixed is { } start ? Math.Max(first, grid.AtOrAfter(start)) : first;
    }

    private int LastOf(WorkItem item, PartLengths parts)
    {
        var last = LastWhole(item, parts);
        return item.Fixed is { } start ? Math.Min(last, grid.AtOrBefore(start)) : last;
    }

    private int[] StartsWithin(SlotSet open, int from, int until)
    {
        if (!_fits.TryGetValue((open, from, until), out var fit))
        {
            _fits[(open, from, until)] = fit = Fit(open, grid, from, until);
        }

        return fit;
    }

    private SlotSet OpenFor(WorkItem item)
    {
        var open = Common(item.Times).Subtract(_closedToAll);
        return _closed[item.Id].Any() ? open.Subtract(SlotSet.Of(_closed[item.Id].Select(closure => closure.Span))) : open;
    }

    private SlotSet HoursOf(ResourceId id)
    {
        if (!_hours.TryGetValue(id, out var hours))
        {
            var resource = _resources[id];
            _hours[id] = hours = Common(resource.Times).Subtract(SlotSet.Of(draft.Closures.Where(closure => closure.IsAbout(resource)).Select(closure => closure.Span)));
        }

        return hours;
    }

    private SlotSet Common(ValueList<PlanningTimes> times)
    {
        if (!_common.TryGetValue(times, out var common))
        {
            _common[times] = common = times.Aggregate(_horizon, (open, one) => open.Intersect(OpeningsOf(one)));
        }

        return common;
    }

    private SlotSet OpeningsOf(PlanningTimes times)
    {
        if (!_openings.TryGetValue(times, out var open))
        {
            _openings[times] = open = times.OpenWithin(draft.Horizon);
        }

        return open;
    }
}
