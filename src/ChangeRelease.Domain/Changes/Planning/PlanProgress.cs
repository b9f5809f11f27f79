using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How far a plan has come: what is recorded as done, and what is ahead.</summary>
/// <param name="Plan">Which plan.</param>
/// <param name="Done">The tasks that are recorded as done, in the order of the plan.</param>
/// <param name="Ahead">The tasks that are not, in the order of the plan.</param>
public sealed record PlanProgress(PlanKind Plan, ValueList<PlanTask> Done, ValueList<PlanTask> Ahead)
{
    /// <summary>The task that comes next; null when every task is done, or there is none.</summary>
    public PlanTask? Next => Ahead.Count > 0 ? Ahead[0] : null;

    internal static PlanProgress Of(ChangeRequest change, PlanKind plan)
    {
        var tasks = change.Content.PlanFor(plan).Tasks.ToLookup(task => change.Tasks.Any(record => record.Plan == plan && string.Equals(record.Name, task.Name, StringComparison.Ordinal)));
        return new PlanProgress(plan, tasks[true].ToValueList(), tasks[false].ToValueList());
    }
}
