using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Plans published instances one by one, checks every plan, and says how good they are.</summary>
internal sealed class RcpspReport(string suite, RcpspOptions options, TextWriter output)
{
    private readonly List<string> _rows = ["instance,makespan,bound,best known,critical path,milliseconds"];
    private int _cases;
    private int _valid;
    private int _wrong;
    private int _none;
    private int _infeasible;
    private int _optimal;
    private int _asGoodAsBest;
    private readonly List<double> _fromPath = [];
    private readonly List<double> _fromBest = [];

    /// <summary>Runs all.</summary>
    /// <returns>The exit code: 1 when a plan or a bound is wrong, otherwise 0.</returns>
    public int Over(IEnumerable<RcpspInstance> instances)
    {
        var watch = Stopwatch.StartNew();
        foreach (var instance in instances.Where((_, at) => at % options.Every == 0))
        {
            _cases++;
            Run(instance);
        }

        if (options.Csv is { } csv)
        {
            File.WriteAllLines(csv, _rows);
        }

        output.WriteLine(JsonSerializer.Serialize(
            new RcpspSummary(suite, _cases, _valid, _wrong, _optimal, _infeasible, _none, _asGoodAsBest, Average(_fromPath), Average(_fromBest), Worst(_fromBest), Rounded(watch.Elapsed.TotalSeconds)),
            RcpspSummary.Options));
        return _wrong == 0 ? 0 : 1;
    }

    private static double? Average(List<double> values) => values.Count == 0 ? null : Rounded(values.Average());

    private static double? Worst(List<double> values) => values.Count == 0 ? null : Rounded(values.Max());

    private static double Rounded(double value) => Math.Round(value, 3);

    private void Run(RcpspInstance instance)
    {
        var watch = Stopwatch.StartNew();
        var problem = RcpspProblem.Of(instance);
        var budget = options.Seconds is { } seconds
            ? PlanningBudget.OfTime(Duration.FromSeconds(seconds) - Duration.FromMilliseconds(watch.ElapsedMilliseconds), TimeProvider.System)
            : PlanningBudget.OfSchedules(options.Schedules);
        var plan = Planner.Plan(problem, new PlannerOptions { Seed = options.Seed, Budget = budget });
        var end = plan.IsComplete ? RcpspProblem.MakespanOf(instance, plan) : (int?)null;
        Judge(instance, plan, end);
        _rows.Add(string.Create(CultureInfo.InvariantCulture, $"{instance.Name},{end},{plan.Gap.SoftBound - 1},{instance.UpperBound},{instance.CriticalPath},{watch.ElapsedMilliseconds}"));
    }

    private void Judge(RcpspInstance instance, Plan plan, int? end)
    {
        var wrong = WrongIn(instance, plan, end);
        if (wrong is not null)
        {
            _wrong++;
            output.WriteLine($"FAILED {instance.Name}: {wrong}");
        }
        else if (end is { } makespan)
        {
            Count(instance, plan, makespan);
        }
        else
        {
            _infeasible += plan.IsInfeasible ? 1 : 0;
            _none += plan.IsInfeasible ? 0 : 1;
        }
    }

    private static string? WrongIn(RcpspInstance instance, Plan plan, int? end)
    {
        if (end is { } makespan)
        {
            return RcpspCheck.ProblemOf(instance, plan)
                ?? (!instance.IsFeasible ? "a plan for what is proved to have none" : null)
                ?? (makespan < instance.LowerBound ? FormattableString.Invariant($"the makespan {makespan} is below the best known bound {instance.LowerBound}") : null)
                ?? (plan.Gap.SoftBound - 1 > instance.UpperBound ? FormattableString.Invariant($"the bound {plan.Gap.SoftBound - 1} is above the best known makespan {instance.UpperBound}") : null);
        }

        return plan.IsInfeasible && instance.IsFeasible && instance.UpperBound is not null ? "called infeasible, and has a plan" : null;
    }

    private void Count(RcpspInstance instance, Plan plan, int makespan)
    {
        _valid++;
        _optimal += plan.IsOptimal ? 1 : 0;
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
