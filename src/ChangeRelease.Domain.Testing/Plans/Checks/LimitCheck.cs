using System.Collections.Frozen;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Whether a day or a week holds no more than it may; what is more than should be is counted.</summary>
internal sealed class LimitCheck : IPlacementCheck
{
    private readonly ProblemReading _problem;
    private readonly FrozenDictionary<PlacementLimit, (LimitPeriods Periods, WorkItem[] Items)> _limits;

    public LimitCheck(ProblemReading problem)
    {
        _problem = problem;
        _limits = problem.Draft.Limits.ToFrozenDictionary(
            limit => limit,
            limit => (new LimitPeriods(limit, problem.Zones[limit.Zone]), problem.Draft.Items.Where(item => AmountOf(limit, item) > 0).ToArray()));
    }

    public IEnumerable<PlanViolation> Of(WorkItem item, Slot slot, Arrangement others)
    {
        foreach (var limit in _problem.Draft.Limits.Where(limit => limit.Penalty is null && AmountOf(limit, item) > 0))
        {
            foreach (var period in _limits[limit].Periods.TouchedBy(slot))
            {
                var members = Within(limit, period, others).Where(other => other.Id != item.Id).ToList();
                var load = members.Sum(other => AmountOf(limit, other)) + AmountOf(limit, item);
                if (load > limit.Most)
                {
                    yield return new PlanViolation(
                        PlanViolationCodes.LimitExceeded, limit.Name, [item.Id, .. members.Select(other => other.Id)], FormattableString.Invariant($"{limit.Name}: {load} in {period}; there may be {limit.Most}."));
                }
            }
        }
    }

    /// <summary>By how much each period that has too much exceeds a limit.</summary>
    public ValueList<long> Excesses(PlacementLimit limit, Arrangement all) => _limits[limit].Items
        .Select(item => all.Find(item.Id)).OfType<Slot>()
        .SelectMany(_limits[limit].Periods.TouchedBy).Distinct()
        .Select(period => Within(limit, period, all).Sum(item => AmountOf(limit, item)) - limit.Most)
        .Where(excess => excess > 0)
        .ToValueList();

    private static long AmountOf(PlacementLimit limit, WorkItem item) =>
        limit.Classes.Count > 0 && !limit.Classes.Any(item.Classes.Contains) ? 0
        : limit.Counts == LimitCount.Risk ? item.Risk
        : 1;

    private IEnumerable<WorkItem> Within(PlacementLimit limit, Slot period, Arrangement all) =>
        _limits[limit].Items.Where(item => all.Find(item.Id) is { } slot && slot.Overlaps(period));
}
