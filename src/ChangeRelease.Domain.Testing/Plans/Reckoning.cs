using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Reckons what an arrangement costs, from instants and the objective.</summary>
internal sealed class Reckoning(ProblemReading problem, LimitCheck limits)
{
    private const int DaysOfWaiting = 10;

    private static readonly string[] OfItems = ["tardiness", "waiting", "earliness", "preference"];

    private readonly PlanningObjective _objective = problem.Draft.Objective;

    public ScoreClaim Of(Arrangement all)
    {
        var lines = all.All.SelectMany(placed => LinesOf(problem.Of(placed.Key), placed.Value)).Append(Makespan(all)).Where(line => line.Cost > 0).ToLookup(line => line.Name);
        var parts = new[] { OfItems, ["makespan", "moving", "moved"] }.SelectMany(names => names).Where(lines.Contains).Select(name => Part(name, lines[name]))
            .Concat(problem.Draft.Limits.Select(limit => Of(limit, all)))
            .Concat(problem.Draft.Rules.Select(rule => new ScorePart(rule.Name, CostOf(rule, all), null, all.All.Count())))
            .Where(part => part.Cost > 0)
            .ToValueList();
        return new ScoreClaim(HardOf(all), parts.Sum(part => part.Cost), parts);
    }

    public long HardOf(Arrangement all) => problem.Draft.Items.Where(item => !all.Has(item.Id)).Sum(item => (long)item.Priority);

    /// <summary>What an item in a slot costs, whatever the others do.</summary>
    public long SoftOf(WorkItem item, Slot slot) => LinesOf(item, slot).Sum(line => line.Cost) + problem.Draft.Rules.Sum(rule => rule.CostOf(item, slot));

    private IEnumerable<Line> LinesOf(WorkItem item, Slot slot)
    {
        yield return Weighted("waiting", item, _objective.Waiting, problem.Grid.Count(problem.FirstOf(item), slot.Start));
        if (item.Due is { } due)
        {
            var late = problem.Grid.Count(problem.Grid.AtOrBefore(due), slot.End);
            yield return Weighted("tardiness", item, _objective.Tardiness, late);
            yield return Weighted("earliness", item, _objective.Earliness, -late);
        }

        if (item.Preferred is { } preferred)
        {
            yield return Weighted("preference", item, _objective.Preference, Math.Abs(problem.Grid.Count(problem.Grid.AtOrBefore(preferred), slot.Start)));
        }

        if (problem.Before.TryGetValue(item.Id, out var before) && before != slot.Start)
        {
            var far = Math.Abs(problem.Grid.Count(before, slot.Start));
            yield return new Line("moving", far * _objective.Moving, far);
            yield return new Line("moved", Moved(), null);
        }
    }

    private static Line Weighted(string name, WorkItem item, int cost, long granules) => new(name, Math.Max(0, granules) * cost * item.Weight, Math.Max(0, granules));

    // Where the objective does not count moves, a move counts as ten days.
    private long Moved() => _objective.Moving + _objective.Moved > 0
        ? _objective.Moved
        : Math.Max(1, (long)_objective.Waiting + _objective.Tardiness + _objective.Makespan) * DaysOfWaiting * problem.Grid.CountUp(Duration.FromDays(1));

    private Line Makespan(Arrangement all)
    {
        var granules = all.All.Select(placed => problem.Grid.Count(problem.Grid.First, placed.Value.End)).DefaultIfEmpty().Max();
        return new Line("makespan", granules * _objective.Makespan, granules);
    }

    private ScorePart Part(string name, IEnumerable<Line> lines) => new(
        name, lines.Sum(line => line.Cost), lines.All(line => line.Granules is not null) ? lines.Sum(line => line.Granules!.Value) * problem.Draft.Grid : null, lines.Count());

    private ScorePart Of(PlacementLimit limit, Arrangement all)
    {
        var excesses = limit.Penalty is null ? [] : limits.Excesses(limit, all);
        return new ScorePart(limit.Name, excesses.Sum() * (limit.Penalty ?? 0), null, excesses.Count);
    }

    private long CostOf(PlacementRule rule, Arrangement all) =>
        all.All.Sum(placed => rule.CostOf(problem.Of(placed.Key), placed.Value))
        + Pairs(all).Sum(pair => HostRuleCheck.InOrder(rule.CostTogether, problem.Of(pair.One.Key), pair.One.Value, problem.Of(pair.Other.Key), pair.Other.Value));

    private static IEnumerable<(KeyValuePair<WorkItemId, Slot> One, KeyValuePair<WorkItemId, Slot> Other)> Pairs(Arrangement all) =>
        all.All.SelectMany((one, at) => all.All.Skip(at + 1).Select(other => (one, other)));

    private readonly record struct Line(string Name, long Cost, long? Granules);
}
