using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Works out what a plan costs, part by part, from items and slots.</summary>
internal sealed class PlanScoring
{
    private readonly PlanningProblem _problem;
    private readonly int[] _starts;
    private readonly CompactTask[] _tasks;
    private readonly List<ScorePart> _parts = [];

    private PlanScoring(PlanningProblem problem, int[] starts) => (_problem, _starts, _tasks) = (problem, starts, problem.Compiled.Compact.Tasks);

    public static PlanScore Of(PlanningProblem problem, int[] starts, PreviousStarts? previous)
    {
        var scoring = new PlanScoring(problem, starts);
        scoring.OfItems();
        scoring.OfMakespan();
        scoring.OfMoves(previous);
        scoring.OfLimits();
        scoring.OfRules();
        var hard = problem.Items.Where((_, index) => starts[index] == Timetable.Nowhere).Sum(item => (long)item.Priority);
        return new PlanScore(hard, scoring._parts.Sum(part => part.Cost), scoring._parts.ToValueList());
    }

    private IEnumerable<int> Placed() => Enumerable.Range(0, _starts.Length).Where(index => _starts[index] != Timetable.Nowhere);

    private void Add(string name, IEnumerable<(long Cost, long Granules)> counted)
    {
        var those = counted.Where(one => one.Cost > 0).ToList();
        if (those.Count > 0)
        {
            _parts.Add(new ScorePart(name, those.Sum(one => one.Cost), _problem.Grid.ToDuration(those.Sum(one => one.Granules)), those.Count));
        }
    }

    private void OfItems()
    {
        var it = _problem.Draft.Objective;
        Add("tardiness", Placed().Select(index => Weighted(index, it.Tardiness, Late(index))));
        Add("waiting", Placed().Select(index => Weighted(index, it.Waiting, _starts[index] - FirstOf(_problem.Items[index]))));
        Add("earliness", Placed().Select(index => Weighted(index, it.Earliness, -Late(index))));
        Add("preference", Placed().Where(index => _problem.Items[index].Preferred is not null)
            .Select(index => Weighted(index, it.Preference, Math.Abs(_starts[index] - _problem.Grid.AtOrBefore(_problem.Items[index].Preferred!.Value)))));
    }

    private (long Cost, long Granules) Weighted(int index, int cost, long granules) => (Math.Max(0, granules) * cost * _problem.Items[index].Weight, Math.Max(0, granules));

    private long Late(int index) => _problem.Items[index].Due is { } due ? _starts[index] + _tasks[index].Length - _problem.Grid.AtOrBefore(due) : 0;

    private int FirstOf(WorkItem item) => item.NotBefore is { } notBefore ? Math.Max(0, _problem.Grid.AtOrAfter(notBefore)) : 0;

    private void OfMakespan()
    {
        var end = Placed().Select(index => (long)_starts[index] + _tasks[index].Length).DefaultIfEmpty().Max();
        Add("makespan", [(end * _problem.Draft.Objective.Makespan, end)]);
    }

    private void OfMoves(PreviousStarts? previous)
    {
        if (previous is not null)
        {
            var moved = Placed().Where(index => previous.Starts[index] != Timetable.Nowhere && previous.Starts[index] != _starts[index]).ToList();
            var ramps = moved.ConvertAll(index => (Index: index, Ramp: PreviousStarts.Ramp(_problem, previous.Starts[index])));
            Add("moving", ramps.Select(one => (one.Ramp.CostAt(_starts[one.Index]) - one.Ramp.Off, Math.Abs((long)_starts[one.Index] - one.Ramp.Pivot))));
            AddCount("moved", ramps.Sum(one => one.Ramp.Off), ramps.Count);
        }
    }

    private void AddCount(string name, long cost, int items)
    {
        if (cost > 0)
        {
            _parts.Add(new ScorePart(name, cost, null, items));
        }
    }

    private void OfLimits()
    {
        foreach (var limit in _problem.Draft.Limits.Where(limit => limit.Penalty > 0))
        {
            var index = _problem.Draft.Limits.Select((one, at) => (one, at)).First(pair => ReferenceEquals(pair.one, limit)).at;
            var edges = _problem.Compiled.Compact.Resources[_problem.Draft.Resources.Count + _problem.Draft.Exclusions.Count + index].Edges!;
            var loads = new Dictionary<int, long>();
            foreach (var task in Placed().Where(task => limit.IsAbout(_problem.Items[task])))
            {
                for (int bucket = Timetable.BucketOf(edges, _starts[task]), last = Timetable.BucketOf(edges, _starts[task] + _tasks[task].Length - 1); bucket <= last; bucket++)
                {
                    loads[bucket] = loads.GetValueOrDefault(bucket) + limit.AmountOf(_problem.Items[task]);
                }
            }

            AddCount(limit.Name, loads.Values.Sum(load => Math.Max(0, load - limit.Most)) * limit.Penalty!.Value, loads.Values.Count(load => load > limit.Most));
        }
    }

    private void OfRules()
    {
        if (HostRules.Of(_problem) is { } rules)
        {
            foreach (var rule in _problem.Draft.Rules.Where(rule => !rule.IsHard))
            {
                var single = Placed().Sum(task => rules.CostOf(rule, task, _starts[task]));
                var pairs = Placed().Sum(task => rules.CostOf(rule, task, _starts[task], Later(task)));
                AddCount(rule.Name, single + pairs, Placed().Count());
            }
        }
    }

    // Each pair once: only with those that come after.
    private int[] Later(int task) => _starts.Select((start, other) => other > task ? start : Timetable.Nowhere).ToArray();
}
