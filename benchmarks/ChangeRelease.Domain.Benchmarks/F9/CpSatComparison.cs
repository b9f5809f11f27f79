using System.Globalization;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>Portfolios after a second, beside CP-SAT after two minutes on all its workers: the same compiled problem, both plans checked, both costs by one measure.</summary>
internal sealed record CpSatComparison(int[] Releases, int Seeds, int Seconds, int Workers)
{
    public const string Usage = "f9-cp-sat [--releases 200,1000] [--seeds 3] [--seconds 120] [--workers 8]";

    /// <returns>What was asked for; null when it cannot be read.</returns>
    public static CpSatComparison? Read(string[] arguments)
    {
        var comparison = arguments.Length % 2 == 0 ? new CpSatComparison([200, 1_000], 3, 120, 8) : null;
        for (var at = 0; comparison is not null && at < arguments.Length; at += 2)
        {
            comparison = comparison.With(arguments[at], arguments[at + 1]);
        }

        return comparison;
    }

    public Figure Measure()
    {
        _ = Ours(Portfolio.Of(200, 1));
        return new Figure(FormattableString.Invariant($"F9: portfolios after a second, and CP-SAT after {Seconds} s with {Workers} workers"), [], [.. Releases.Select(Compare)]);
    }

    private static CheckedPlan Ours(PlanningProblem problem) =>
        CheckedPlan.Of(Planner.Plan(problem, new PlannerOptions { Budget = PlanningBudget.OfTime(Duration.FromSeconds(1), TimeProvider.System) }));

    // Where it has found no plan, ours is no worse.
    private Goal Compare(int releases)
    {
        var ratios = new List<double>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var problem = Portfolio.Of(releases, seed);
            var ours = Ours(problem);
            var (starts, bound) = CpSat.Solve(problem.Compiled.Compact, Seconds, Workers, seed);
            var theirs = starts is null ? null : CheckedPlan.Of(problem, starts, bound);
            ratios.Add(theirs is null ? 0 : (double)ours.Cost / theirs.Cost);
            Console.WriteLine(FormattableString.Invariant($"{releases} releases, seed {seed}: {ours.Cost} above {ours.Bound}; CP-SAT {theirs?.Cost.ToString(CultureInfo.InvariantCulture) ?? "no plan"} above {bound}; ratio {ratios[^1]:F5}"));
        }

        return new Goal(FormattableString.Invariant($"{releases} releases: cost after a second / CP-SAT, the worst of {Seeds} seeds"), 1, Spread.Of([ratios.Max()]));
    }

    private CpSatComparison? With(string name, string value) => name switch
    {
        "--releases" when value.Split(',') is var sizes && Array.TrueForAll(sizes, size => Number(size) > 0) => this with { Releases = Array.ConvertAll(sizes, Number) },
        "--seeds" when Number(value) > 0 => this with { Seeds = Number(value) },
        "--seconds" when Number(value) > 0 => this with { Seconds = Number(value) },
        "--workers" when Number(value) > 0 => this with { Workers = Number(value) },
        _ => null,
    };

    private static int Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
