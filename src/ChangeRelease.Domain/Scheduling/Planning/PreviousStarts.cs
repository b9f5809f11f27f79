using ChangeRelease.Domain.Scheduling.Solving;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Where the plan before had the items of a problem, and what it costs to move them.</summary>
/// <param name="Starts">The start of each item, or <see cref="Timetable.Nowhere"/>.</param>
/// <param name="Had">Whether it had each item, be it at a start that is none any more.</param>
/// <param name="Compact">The problem with these costs.</param>
internal sealed record PreviousStarts(int[] Starts, bool[] Had, CompactProblem Compact)
{
    private const int DaysOfWaiting = 10;

    public static PreviousStarts Of(PlanningProblem problem, Plan previous)
    {
        var before = previous.Items.ToDictionary(planned => planned.Item.Id, planned => planned.Slot.Start);
        var starts = problem.Items.Select(item => before.TryGetValue(item.Id, out var start) ? StartOf(problem, start) : Timetable.Nowhere).ToArray();
        var compact = problem.Compiled.Compact;
        var had = problem.Items.Select(item => before.ContainsKey(item.Id)).ToArray();
        return new PreviousStarts(starts, had, new CompactProblem
        {
            Horizon = compact.Horizon,
            Resources = compact.Resources,
            Lags = compact.Lags,
            MakespanCost = compact.MakespanCost,
            Tasks = compact.Tasks.Select((task, index) => Held(problem, task, index, starts[index], !had[index])).ToArray(),
        });
    }

    /// <summary>What an item costs that moves.</summary>
    public static CompactRamp Ramp(PlanningProblem problem, int start)
    {
        var it = problem.Draft.Objective;
        return it.Moving + it.Moved > 0
            ? new CompactRamp(start, it.Moving, it.Moving, it.Moved)
            : new CompactRamp(start, 0, 0, Math.Max(1, (long)it.Waiting + it.Tardiness + it.Makespan) * DaysOfWaiting * problem.Grid.Up(Duration.FromDays(1)));
    }

    private static int StartOf(PlanningProblem problem, Instant start) =>
        problem.Grid.Begins(start) && start >= problem.Draft.Horizon.Start ? problem.Grid.AtOrAfter(start) : Timetable.Nowhere;

    private static CompactTask Held(PlanningProblem problem, CompactTask task, int index, int start, bool isNew) => isNew ? task : new CompactTask
    {
        Length = task.Length,
        Starts = problem.Items[index].MayMove ? task.Starts : start == Timetable.Nowhere ? [] : Edges.Within(task.Starts, start, start + 1),
        Uses = task.Uses,
        Ramps = start == Timetable.Nowhere ? task.Ramps : [.. task.Ramps, Ramp(problem, start)],
        LeftOut = task.LeftOut,
    };
}
