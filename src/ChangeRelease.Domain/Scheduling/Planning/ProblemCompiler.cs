using System.Collections.Frozen;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Puts a problem into whole numbers.</summary>
internal sealed class ProblemCompiler
{
    private readonly Dictionary<(string Zone, LimitPeriod Per), int[]> _edges = [];
    private readonly PlanningDraft _draft;
    private readonly PlanningGrid _grid;
    private readonly IDateTimeZoneProvider _zones;
    private readonly FrozenDictionary<WorkItemId, int> _items;
    private readonly FrozenDictionary<ResourceId, int> _resources;
    private readonly StartDomains _domains;
    private readonly ILookup<WorkItemId, int> _inExclusions;

    private ProblemCompiler(PlanningDraft draft, PlanningGrid grid, IDateTimeZoneProvider zones)
    {
        (_draft, _grid, _zones) = (draft, grid, zones);
        _items = draft.Items.Select((item, index) => (item.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);
        _resources = draft.Resources.Select((resource, index) => (resource.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);
        _domains = new StartDomains(draft, grid);
        _inExclusions = draft.Exclusions.SelectMany((exclusion, index) => exclusion.Items.Select(item => (item, index))).ToLookup(pair => pair.item, pair => pair.index);
    }

    public static CompiledProblem Compile(PlanningDraft draft, PlanningGrid grid, IDateTimeZoneProvider zones) => new ProblemCompiler(draft, grid, zones).Compile();

    private CompiledProblem Compile()
    {
        var tasks = _draft.Items.Select(TaskOf).ToArray();
        var compact = new CompactProblem
        {
            Horizon = _grid.Count,
            Tasks = tasks,
            Resources = [.. _draft.Resources.Select(resource => new CompactResource { Capacity = resource.Capacity }), .. _draft.Exclusions.Select(_ => new CompactResource { Capacity = 1 }), .. _draft.Limits.Select(LimitOf)],
            Lags = _draft.Precedences.SelectMany(precedence => LagsOf(precedence, tasks)).ToArray(),
            MakespanCost = _draft.Objective.Makespan,
        };
        return new CompiledProblem(compact, _items, Dependencies());
    }

    private int[][] Dependencies()
    {
        var first = _draft.Precedences.ToLookup(precedence => _items[precedence.Second], precedence => _items[precedence.First]);
        return Enumerable.Range(0, _draft.Items.Count).Select(item => first[item].Distinct().Order().ToArray()).ToArray();
    }

    private CompactTask TaskOf(WorkItem item)
    {
        var parts = new PartLengths(item.Effort, _grid);
        return new CompactTask
        {
            Length = parts.Total,
            Starts = _domains.Of(item, parts),
            Uses = UsesOf(item, parts).ToArray(),
            Ramps = RampsOf(item, parts).ToArray(),
            LeftOut = item.Priority,
        };
    }

    private IEnumerable<CompactUse> UsesOf(WorkItem item, PartLengths parts)
    {
        foreach (var demand in item.Demands)
        {
            var (from, until) = parts.Of(demand.During);
            if (from < until)
            {
                yield return new CompactUse(_resources[demand.Resource], demand.Amount, from, until);
            }
        }

        foreach (var exclusion in _inExclusions[item.Id])
        {
            yield return new CompactUse(_draft.Resources.Count + exclusion, 1, 0, parts.Total + _grid.Up(_draft.Exclusions[exclusion].Gap));
        }

        for (var limit = 0; limit < _draft.Limits.Count; limit++)
        {
            if (_draft.Limits[limit].IsAbout(item))
            {
                yield return new CompactUse(_draft.Resources.Count + _draft.Exclusions.Count + limit, _draft.Limits[limit].AmountOf(item), 0, parts.Total);
            }
        }
    }

    private IEnumerable<CompactRamp> RampsOf(WorkItem item, PartLengths parts)
    {
        var it = _draft.Objective;
        var from = item.NotBefore is { } notBefore ? Math.Max(0, _grid.AtOrAfter(notBefore)) : 0;
        if (it.Waiting > 0 && item.Weight > 0)
        {
            yield return new CompactRamp(from, 0, (long)it.Waiting * item.Weight);
        }

        if (item.Due is { } due && item.Weight > 0 && it.Tardiness + it.Earliness > 0)
        {
            yield return new CompactRamp(_grid.AtOrBefore(due) - parts.Total, (long)it.Earliness * item.Weight, (long)it.Tardiness * item.Weight);
        }

        if (item.Preferred is { } preferred && item.Weight > 0 && it.Preference > 0)
        {
            yield return new CompactRamp(_grid.AtOrBefore(preferred), (long)it.Preference * item.Weight, (long)it.Preference * item.Weight);
        }
    }

    private CompactResource LimitOf(PlacementLimit limit)
    {
        if (!_edges.TryGetValue((limit.Zone, limit.Per), out var edges))
        {
            _edges.Add((limit.Zone, limit.Per), edges = LimitEdges.Of(limit, _zones[limit.Zone], _draft.Horizon, _grid));
        }

        return limit.Penalty is { } penalty
            ? new CompactResource { Capacity = int.MaxValue, Edges = edges, Free = limit.Most, OverCost = penalty }
            : new CompactResource { Capacity = limit.Most, Edges = edges };
    }

    private IEnumerable<CompactLag> LagsOf(Precedence precedence, CompactTask[] tasks)
    {
        var (first, second) = (_items[precedence.First], _items[precedence.Second]);
        var offset = (precedence.Kind is PrecedenceKind.EndToStart or PrecedenceKind.EndToEnd ? tasks[first].Length : 0)
            - (precedence.Kind is PrecedenceKind.EndToEnd or PrecedenceKind.StartToEnd ? tasks[second].Length : 0);
        if (precedence.AtLeast is { } least)
        {
            yield return new CompactLag(first, second, offset + _grid.Up(least));
        }

        if (precedence.AtMost is { } most)
        {
            yield return new CompactLag(second, first, -(offset + _grid.Down(most)));
        }
    }
}
