using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Testing;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Soak;

/// <summary>Random problems are planned, and every plan is held against a checker that shares no code with the planner; small ones against exhaustive search as well.</summary>
internal sealed class PlanPromise : IPromise
{
    private const int MostCombinations = 100_000;

    public string Claim => "No plan breaks a rule or tells an untrue reason; what is said to be best or impossible is so when all is searched through.";

    public int Wholes => 0;

    public void Walk(int part, Findings findings) => throw new ArgumentOutOfRangeException(nameof(part), part, "There is no such part.");

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var at = 0; at < batch.Size; at++)
        {
            var seed = dice.NextInt64();
            One(seed, isSmall: seed % 4 != 0, findings);
        }
    }

    private static void One(long seed, bool isSmall, Findings findings)
    {
        var problem = isSmall ? RandomProblems.Small(seed) : RandomProblems.Medium(seed);
        var plan = Planner.Plan(problem.Problem, new PlannerOptions { Seed = seed, Budget = PlanningBudget.OfSchedules(isSmall ? 50 : 5) });
        findings.Check();
        findings.Count(plan.IsComplete ? "whole" : plan.IsInfeasible ? "proved impossible" : "with leftovers");
        foreach (var violation in problem.Checker().Check(plan))
        {
            findings.Differ($"{problem}: {violation}");
        }

        if (isSmall && BruteForce.Search(problem.Checker(), MostCombinations) is { } best)
        {
            Compare(problem, plan, best, findings);
        }
    }

    private static void Compare(RandomProblem problem, Plan plan, BestPlan best, Findings findings)
    {
        var (score, found, bound) = ((best.Score.Hard, best.Score.Soft), (plan.Score.Hard, plan.Score.Soft), (plan.Gap.HardBound, plan.Gap.SoftBound));
        findings.Count("searched through");
        findings.Count(found == score ? "best found" : "best not found");
        if (found.CompareTo(score) < 0 || bound.CompareTo(score) > 0 || (plan.IsInfeasible && score.Hard == 0))
        {
            findings.Differ($"{problem}: {plan} against {best.Score}");
        }
    }
}
