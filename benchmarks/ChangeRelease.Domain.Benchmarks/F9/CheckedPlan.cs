using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Scheduling.Solving;
using ChangeRelease.Domain.Testing;
using NodaTime;

namespace ChangeRelease.Domain.Benchmarks.F9;

/// <summary>A plan that an independent checker has found nothing wrong with, and whose bound is no better than it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="CriticalPath">What the starts of the problem cost at least, each by itself within the calendars and after what it follows.</param>
internal sealed record CheckedPlan(Plan Plan, long CriticalPath)
{
    public long Cost => Plan.Score.Soft;

    public long Bound => Plan.Gap.SoftBound;

    /// <exception cref="InvalidOperationException">Something is wrong with it.</exception>
    public static CheckedPlan Of(Plan plan)
    {
        var wrong = PlanChecker.For(plan.Problem, DateTimeZoneProviders.Tzdb).Check(PlanClaims.WithoutReasons(plan));
        return wrong.Count == 0 && plan is { IsComplete: true, Gap.Soft: >= 0 }
            ? new CheckedPlan(plan, Bounds.SoftOf(new Network(plan.Problem.Compiled.Compact)))
            : throw new InvalidOperationException($"The plan {plan} is wrong: {string.Join("; ", wrong.Take(5))}");
    }

    /// <summary>A plan that somebody else found.</summary>
    public static CheckedPlan Of(PlanningProblem problem, int[] starts, long bound) =>
        Of(new Plan(problem, null, new SolverOutcome(starts, new Worth(0, 0), new Worth(0, bound), 0), 0, 0));
}
