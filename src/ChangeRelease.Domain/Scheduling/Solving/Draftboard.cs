namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>A schedule in the making that keeps every lag, and knows what it costs.</summary>
internal sealed class Draftboard
{
    private readonly CompactProblem _problem;
    private readonly Network _network;
    private readonly IHostRules? _rules;
    private readonly int[][] _dependencies;
    private readonly bool _hasSoft;
    private readonly bool[] _isRegular;
    private long _tasksCost;
    private long _hostCost;
    private long _hard;
    private int _end;
    private bool _endIsKnown = true;

    public Draftboard(Network network, int[][] dependencies, IHostRules? rules)
    {
        (_problem, _network, _dependencies, _rules) = (network.Problem, network, dependencies, rules);
        Table = new Timetable(_problem, rules);
        _hasSoft = _problem.Resources.Any(resource => resource.OverCost > 0);
        _isRegular = _problem.Tasks.Select(IsRegular).ToArray();
        Dependents = Inverse(dependencies);
        _hard = _problem.Tasks.Sum(task => task.LeftOut);
    }

    public Timetable Table { get; }

    public CompactProblem Problem => _problem;

    /// <summary>For each task those that cannot be planned without it.</summary>
    public int[][] Dependents { get; }

    public Worth Worth => new(_hard, _tasksCost + _hostCost + (_problem.MakespanCost * End) + (_hasSoft ? Table.OverCost() : 0));

    private int End
    {
        get
        {
            if (!_endIsKnown)
            {
                (_end, _endIsKnown) = (Latest(), true);
            }

            return _end;
        }
    }

    public bool IsPlaced(int task) => Table.Starts[task] != Timetable.Nowhere;

    public void Clear()
    {
        Table.Clear();
        (_tasksCost, _hostCost, _end, _endIsKnown, _hard) = (0, 0, 0, true, _problem.Tasks.Sum(task => task.LeftOut));
    }

    public void Load(int[] starts)
    {
        Clear();
        for (var task = 0; task < starts.Length; task++)
        {
            if (starts[task] != Timetable.Nowhere)
            {
                Place(task, starts[task]);
            }
        }
    }

    /// <summary>Takes a schedule if the rules of the host allow it.</summary>
    public bool TryLoad(int[] starts)
    {
        Clear();
        for (var task = 0; task < starts.Length; task++)
        {
            if (starts[task] == Timetable.Nowhere)
            {
                continue;
            }

            if (_rules?.Allows(task, starts[task], Table.Starts) == false)
            {
                return false;
            }

            Place(task, starts[task]);
        }

        return true;
    }

    public void Place(int task, int start)
    {
        _hostCost += _rules?.CostAt(task, start, Table.Starts) ?? 0;
        Table.Place(task, start);
        _tasksCost += _problem.Tasks[task].CostAt(start);
        _hard -= _problem.Tasks[task].LeftOut;
        _end = Math.Max(_end, start + _problem.Tasks[task].Length);
    }

    public void Remove(int task)
    {
        var start = Table.Starts[task];
        Table.Remove(task);
        _hostCost -= _rules?.CostAt(task, start, Table.Starts) ?? 0;
        _tasksCost -= _problem.Tasks[task].CostAt(start);
        _hard += _problem.Tasks[task].LeftOut;
        _endIsKnown &= _problem.MakespanCost == 0 || start + _problem.Tasks[task].Length < _end;
    }

    /// <summary>Whether all that a task depends on is placed.</summary>
    public bool IsReady(int task)
    {
        foreach (var first in _dependencies[task])
        {
            if (!IsPlaced(first))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bounds that lags to what is placed, and the network, put on a start; what it depends on must be placed.</summary>
    /// <returns>Both inside; the first is greater than the second when nothing is left, or something it depends on is not placed.</returns>
    public (int From, int To) BoundsOf(int task)
    {
        var (from, to) = (_network.Earliest[task], _network.Latest[task]);
        if (!IsReady(task))
        {
            return (0, -1);
        }

        foreach (var lag in _network.To[task])
        {
            from = IsPlaced(lag.Task) ? Math.Max(from, Table.Starts[lag.Task] + lag.Least) : from;
        }

        foreach (var lag in _network.From[task])
        {
            to = IsPlaced(lag.Task) ? Math.Min(to, Table.Starts[lag.Task] - lag.Least) : to;
        }

        return (from, to);
    }

    /// <summary>The cheapest start that is looked at within two bounds, both inside; <see cref="Timetable.Nowhere"/> when none fits.</summary>
    public int BestStart(int task, int from, int to)
    {
        var best = Table.Earliest(task, from, to);
        if (best == Timetable.Nowhere || (_isRegular[task] && _rules is null))
        {
            return best;
        }

        var cost = CostAt(task, best);
        foreach (var start in Candidates(task, best, to))
        {
            if (start != Timetable.Nowhere && CostAt(task, start) is var other && other < cost)
            {
                (best, cost) = (start, other);
            }
        }

        return best;
    }

    private static int[][] Inverse(int[][] dependencies)
    {
        var of = dependencies.SelectMany((firsts, second) => firsts.Select(first => (first, second))).ToLookup(pair => pair.first, pair => pair.second);
        return Enumerable.Range(0, dependencies.Length).Select(task => of[task].ToArray()).ToArray();
    }

    private bool IsRegular(CompactTask task) =>
        task.Ramps.All(ramp => ramp is { Before: 0, Off: 0 }) && task.Uses.All(use => _problem.Resources[use.Resource].OverCost == 0);

    private IEnumerable<int> Candidates(int task, int earliest, int to)
    {
        foreach (var ramp in _problem.Tasks[task].Ramps)
        {
            if ((ramp.Before > 0 || ramp.Off > 0) && ramp.Pivot > earliest)
            {
                yield return Table.Earliest(task, Math.Min(ramp.Pivot, to), to);
                yield return Table.Latest(task, earliest, Math.Min(ramp.Pivot, to));
            }
        }

        foreach (var use in _problem.Tasks[task].Uses)
        {
            if (_problem.Resources[use.Resource] is { OverCost: > 0, Edges: { } edges })
            {
                for (int bucket = Timetable.BucketOf(edges, earliest), last = Math.Min(edges.Length, bucket + 10); bucket < last && edges[bucket] <= to; bucket++)
                {
                    yield return Table.Earliest(task, edges[bucket], to);
                }
            }
        }
    }

    private long CostAt(int task, int start)
    {
        var cost = _problem.Tasks[task].CostAt(start) + (_rules?.CostAt(task, start, Table.Starts) ?? 0);
        if (_problem.MakespanCost > 0)
        {
            cost += _problem.MakespanCost * Math.Max(0, start + _problem.Tasks[task].Length - End);
        }

        return _hasSoft ? cost + OverCostAt(task, start) : cost;
    }

    private long OverCostAt(int task, int start)
    {
        var cost = 0L;
        foreach (var use in _problem.Tasks[task].Uses)
        {
            if (_problem.Resources[use.Resource] is { OverCost: > 0, Edges: { } edges } resource)
            {
                var profile = Table.ProfileOf(use.Resource);
                for (int bucket = Timetable.BucketOf(edges, start + use.From), last = Timetable.BucketOf(edges, start + use.Until - 1); bucket <= last; bucket++)
                {
                    var load = profile.LoadAt(profile.StepAt(bucket));
                    cost += resource.OverCost * (Math.Max(0, load + use.Amount - resource.Free) - Math.Max(0, load - resource.Free));
                }
            }
        }

        return cost;
    }

    private int Latest()
    {
        var end = 0;
        for (var task = 0; task < _problem.Count; task++)
        {
            end = IsPlaced(task) ? Math.Max(end, Table.Starts[task] + _problem.Tasks[task].Length) : end;
        }

        return end;
    }
}
