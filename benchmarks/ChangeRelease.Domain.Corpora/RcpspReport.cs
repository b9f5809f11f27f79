using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Has published instances answered one by one, checks every answer, and says how good they are.</summary>
internal sealed class RcpspReport(string suite, RcpspOptions options, TextWriter output)
{
    private readonly List<string> _rows = ["instance,makespan,bound,best known,critical path,milliseconds"];
    private double _seconds;
    private int _cases;
    private int _valid;
    private int _wrong;
    private int _none;
    private int _infeasible;
    private int _optimal;
    private int _asGoodAsBest;
    private readonly List<double> _fromPath = [];
    private readonly List<double> _fromBest = [];

    /// <summary>Has one instance answered, and checks the answer.</summary>
    public void Run(RcpspInstance instance, Func<RcpspInstance, RcpspAnswer> solve)
    {
        var watch = Stopwatch.StartNew();
        var answer = solve(instance);
        _seconds += watch.Elapsed.TotalSeconds;
        _cases++;
        Judge(instance, answer);
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"{instance.Name},{answer.Makespan},{answer.Bound},{instance.UpperBound},{instance.CriticalPath},{watch.ElapsedMilliseconds}"));
    }

    /// <summary>Says how good they were.</summary>
    /// <returns>The exit code: 1 when a plan or a bound is wrong, otherwise 0.</returns>
    public int Finish()
    {
        if (options.Csv is { } csv)
        {
            File.WriteAllLines(csv, _rows);
        }

        output.WriteLine(JsonSerializer.Serialize(
            new RcpspSummary(suite, _cases, _valid, _wrong, _optimal, _infeasible, _none, _asGoodAsBest, Average(_fromPath), Average(_fromBest), Worst(_fromBest), Rounded(_seconds)),
            RcpspSummary.Options));
        return _wrong == 0 ? 0 : 1;
    }

    private static double? Average(List<double> values) => values.Count == 0 ? null : Rounded(values.Average());

    private static double? Worst(List<double> values) => values.Count == 0 ? null : Rounded(values.Max());

    private static double Rounded(double value) => Math.Round(value, 3);

    private void Judge(RcpspInstance instance, RcpspAnswer answer)
    {
        if (WrongIn(instance, answer) is { } wrong)
        {
            _wrong++;
            output.WriteLine($"FAILED {instance.Name}: {wrong}");
        }
        else if (answer.Makespan is { } makespan)
        {
            Count(instance, makespan, answer.IsOptimal);
        }
        else
        {
            _infeasible += answer.IsInfeasible ? 1 : 0;
            _none += answer.IsInfeasible ? 0 : 1;
        }
    }

    private static string? WrongIn(RcpspInstance instance, RcpspAnswer answer)
    {
        if (answer.Starts is { } starts)
        {
            return RcpspCheck.ProblemOf(instance, starts)
                ?? (!instance.IsFeasible ? "a plan for what is proved to have none" : null)
                ?? (answer.Makespan < instance.LowerBound ? FormattableString.Invariant($"the makespan {answer.Makespan} is below the best known bound {instance.LowerBound}") : null)
                ?? (answer.Bound > instance.UpperBound ? FormattableString.Invariant($"the bound {answer.Bound} is above the best known makespan {instance.UpperBound}") : null);
        }

        return answer.IsInfeasible && instance.IsFeasible && instance.UpperBound is not null ? "called infeasible, and has a plan" : null;
    }

    private void Count(RcpspInstance instance, int makespan, bool isOptimal)
    {
        _valid++;
        _optimal += isOptimal ? 1 : 0;
        if (instance.CriticalPath is { } path)
        {
            _fromPath.Add(100.0 * (makespan - path) / path);
        }

        if (instance.UpperBound is { } best)
        {
            _fromBest.Add(100.0 * (makespan - best) / best);
            _asGoodAsBest += makespan <= best ? 1 : 0;
        }
    }
}
