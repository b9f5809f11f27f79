using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>A task in its plan, and when it is its turn.</summary>
internal sealed record PlannedTask(PlanKind Plan, PlanTask Task)
{
    /// <summary>The task of that name; where several plans have one, that of the plan which is being worked on.</summary>
    public static PlannedTask? Find(ChangeRequest change, string? name) => Plans(change)
        .SelectMany(plan => change.Content.PlanFor(plan).Tasks.Select(task => new PlannedTask(plan, task)))
        .FirstOrDefault(planned => string.Equals(planned.Task.Name, name?.Trim(), StringComparison.Ordinal));

    /// <summary>The plans whose tasks may be done now: tests also before the change is made, the rest while it is made, or undone.</summary>
    public static ValueList<PlanKind> Due(ChangeRequest change) => change switch
    {
        { Realization: not null } => [],
        _ when IsUndone(change) => [PlanKind.Remediation],
        { StartedAt: not null } => [PlanKind.Implementation, PlanKind.Test],
        _ => [PlanKind.Test],
    };

    /// <summary>The records that an edit leaves standing: those of tasks that, like every task before them, are as they were.</summary>
    public static ValueList<TaskRecord> Kept(ValueList<TaskRecord> records, ChangeContent before, ChangeContent after) => records.Count == 0 ? records : records
        .Where(record => before.PlanFor(record.Plan).Tasks.Zip(after.PlanFor(record.Plan).Tasks)
            .TakeWhile(pair => pair.First == pair.Second)
            .Any(pair => string.Equals(pair.First.Name, record.Name, StringComparison.Ordinal)))
        .ToValueList();

    private static PlanKind[] Plans(ChangeRequest change) => IsUndone(change)
        ? [PlanKind.Remediation, PlanKind.Implementation, PlanKind.Test]
        : [PlanKind.Implementation, PlanKind.Test, PlanKind.Remediation];

    private static bool IsUndone(ChangeRequest change) => change.Status == ChangeStates.BackingOut;
}
