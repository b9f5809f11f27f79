using ChangeRelease.Domain.Corpora;
using Google.OrTools.Sat;

namespace ChangeRelease.Domain.Benchmarks.F8;

/// <summary>A published project as a model of CP-SAT, solved by one worker.</summary>
internal sealed class CpSatProject
{
    private readonly CpModel _model = new();
    private readonly IntVar[] _starts;

    private CpSatProject(RcpspInstance instance)
    {
        var horizon = instance.Durations.Sum() + instance.Lags.Sum(lag => Math.Max(0, lag.Lag));
        _starts = [.. instance.Durations.Select((length, job) => _model.NewIntVar(0, horizon - length, $"start {job}"))];
        _model.Add(_starts[0] == 0);
        foreach (var (from, to, lag) in instance.Lags)
        {
            _model.Add(_starts[to] - _starts[from] >= lag);
        }

        for (var resource = 0; resource < instance.Capacity.Length; resource++)
        {
            Limit(instance, resource);
        }

        _model.Minimize(_starts[^1]);
    }

    /// <summary>Builds the model and solves it, within some seconds in all.</summary>
    public static RcpspAnswer Answer(RcpspInstance instance, double seconds, long seed) => new CpSatProject(instance).Solve(seconds, seed);

    private RcpspAnswer Solve(double seconds, long seed)
    {
        using var solver = new CpSolver { StringParameters = FormattableString.Invariant($"max_time_in_seconds:{seconds},num_workers:1,random_seed:{seed}") };
        var status = solver.Solve(_model);
        var isFound = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
        return new RcpspAnswer(
            isFound ? Array.ConvertAll(_starts, start => (int)solver.Value(start)) : null,
            isFound ? (int)Math.Ceiling(solver.BestObjectiveBound - 1e-6) : 0,
            status == CpSolverStatus.Infeasible);
    }

    private void Limit(RcpspInstance instance, int resource)
    {
        var all = _model.AddCumulative(instance.Capacity[resource]);
        for (var job = 0; job <= instance.Sink; job++)
        {
            if (instance.Demands[job][resource] > 0)
            {
                all.AddDemand(_model.NewFixedSizeIntervalVar(_starts[job], instance.Durations[job], $"job {job}"), instance.Demands[job][resource]);
            }
        }
    }
}
