using System.Diagnostics;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Plans an instance through the public door, within the schedules or the seconds that were asked for.</summary>
internal static class RcpspPlanning
{
    public static RcpspAnswer Answer(RcpspInstance instance, RcpspOptions options)
    {
        var watch = Stopwatch.StartNew();
        var problem = RcpspProblem.Of(instance);
        var budget = options.Seconds is { } seconds
            ? PlanningBudget.OfTime(Duration.FromSeconds(seconds) - Duration.FromMilliseconds(watch.ElapsedMilliseconds), TimeProvider.System)
            : PlanningBudget.OfSchedules(options.Schedules);
        var plan = Planner.Plan(problem, new PlannerOptions { Seed = options.Seed, Budget = budget });
        var starts = plan.IsComplete ? Enumerable.Range(0, instance.Sink + 1).Select(job => RcpspProblem.StartOf(plan, job)).ToArray() : null;
        // The sink takes a minute of its own.
        return new RcpspAnswer(starts, (int)plan.Gap.SoftBound - 1, plan.IsInfeasible);
    }
}
