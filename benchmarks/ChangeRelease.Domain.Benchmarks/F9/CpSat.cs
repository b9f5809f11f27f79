using ChangeRelease.Domain.Scheduling.Solving;
using Google.OrTools.Sat;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>A compiled problem as a model of CP-SAT: starts within calendars, lags, resources, and what starts cost. Nothing is left out.</summary>
internal sealed class CpSat
{
    private readonly CompactProblem _problem;
    private readonly CpModel _model = new();
    private readonly IntVar[] _starts;

    private CpSat(CompactProblem problem)
    {
        _problem = problem;
        _starts = [.. problem.Tasks.Select((task, index) => _model.NewIntVarFromDomain(Within(task.Starts), $"start {index}"))];
        foreach (var lag in problem.Lags)
        {
            _model.Add(_starts[lag.To] - _starts[lag.From] >= lag.Least);
        }

        for (var resource = 0; resource < problem.Resources.Length; resource++)
        {
            Limit(resource);
        }

        _model.Minimize(LinearExpr.Sum(problem.Tasks.SelectMany((task, index) => task.Ramps.Select(ramp => CostOf(index, ramp)))));
    }

    /// <summary>Solves.</summary>
    /// <returns>The starts, or null when it found none; and the bound.</returns>
    public static (int[]? Starts, long Bound) Solve(CompactProblem problem, int seconds, int workers, int seed) => new CpSat(problem).Solve(seconds, workers, seed);

    private (int[]? Starts, long Bound) Solve(int seconds, int workers, int seed)
    {
        using var solver = new CpSolver { StringParameters = $"max_time_in_seconds:{seconds},num_workers:{workers},random_seed:{seed}" };
        var status = solver.Solve(_model);
        return (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? Array.ConvertAll(_starts, start => (int)solver.Value(start)) : null, (long)Math.Ceiling(solver.BestObjectiveBound - 1e-6));
    }

    private static Google.OrTools.Util.Domain Within(int[] edges) =>
        Google.OrTools.Util.Domain.FromIntervals([.. edges.Chunk(2).Select(range => new long[] { range[0], range[1] - 1 })]);

    private void Limit(int resource)
    {
        var (capacity, intervals, amounts) = (_problem.Resources[resource].Capacity, new List<IntervalVar>(), new List<int>());
        for (var task = 0; task < _problem.Count; task++)
        {
            foreach (var use in _problem.Tasks[task].Uses.Where(use => use.Resource == resource))
            {
                intervals.Add(_model.NewFixedSizeIntervalVar(_starts[task] + use.From, use.Until - use.From, $"use {resource} {task}"));
                amounts.Add(use.Amount);
            }
        }

        if (capacity == 1 && _problem.Resources[resource].Edges is null)
        {
            _model.AddNoOverlap(intervals);
        }
        else if (_problem.Resources[resource].Edges is null)
        {
            _model.AddCumulative(capacity).AddDemands(intervals, amounts);
        }
        else
        {
            throw new NotSupportedException("Resources that count by buckets are not in the portfolio.");
        }
    }

    private LinearExpr CostOf(int task, CompactRamp ramp)
    {
        if (ramp is not { Before: 0, Off: 0 })
        {
            throw new NotSupportedException("Only being late costs something in the portfolio.");
        }

        if (ramp.Pivot <= _problem.Tasks[task].Starts[0])
        {
            return ramp.After * (_starts[task] - ramp.Pivot);
        }

        var late = _model.NewIntVar(0, Math.Max(0, _problem.Horizon - ramp.Pivot), $"late {task} {ramp.Pivot}");
        _model.Add(late >= _starts[task] - ramp.Pivot);
        return ramp.After * late;
    }
}
