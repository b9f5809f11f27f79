using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Where items of a problem may be, and what keeps them away: worked out once for each set of times.</summary>
internal sealed class PlanShades(PlanningDraft draft, Slot range)
{
    private readonly Dictionary<PlanningTimes, SlotSet> _open = [];
    private readonly Dictionary<PlanningTimes, ValueList<PictureBand>> _freezes = [];

    public PlanningResource? Resource(string name) => draft.Resources.FirstOrDefault(resource => resource.Id.Value == name);

    /// <summary>Where at least one of some items may be, while a resource is there; null when nothing bounds them.</summary>
    public SlotSet? Open(IReadOnlyList<WorkItem> items, PlanningResource? resource)
    {
        var lists = items.Select(item => item.Times).Distinct().ToList();
        if (lists.Any(list => list.Count == 0) && resource is null or { Times.Count: 0 })
        {
            return null;
        }

        var open = lists.Select(Common).Aggregate(SlotSet.Empty, (all, one) => all.Union(one));
        return resource is null ? open : open.Intersect(Common(resource.Times));
    }

    /// <summary>The freezes of their calendars, and the closures that are about any of them.</summary>
    public IReadOnlyList<PictureBand> Bands(IReadOnlyList<WorkItem> items, PlanningResource? resource)
    {
        var times = items.SelectMany(item => item.Times).Concat(resource?.Times ?? []).Distinct();
        var closures = draft.Closures.Where(closure => closure.Span.Overlaps(range) && (items.Any(closure.IsAbout) || (resource is not null && closure.IsAbout(resource))));
        return [.. times.SelectMany(Freezes).Concat(closures.Select(closure => new PictureBand(closure.Name, [closure.Span]))).Distinct()];
    }

    private SlotSet Common(ValueList<PlanningTimes> times) => times.Aggregate(SlotSet.Of(range), (all, one) => all.Intersect(Open(one)));

    private SlotSet Open(PlanningTimes times)
    {
        if (!_open.TryGetValue(times, out var open))
        {
            _open[times] = open = times.OpenWithin(range);
        }

        return open;
    }

    private ValueList<PictureBand> Freezes(PlanningTimes times)
    {
        if (!_freezes.TryGetValue(times, out var freezes))
        {
            _freezes[times] = freezes = times is { Calendar: { } calendar, Question: { } question } ? FreezeBands.Of(calendar.Judge(range, question), range) : [];
        }

        return freezes;
    }
}
