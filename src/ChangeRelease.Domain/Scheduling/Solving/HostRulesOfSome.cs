namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>The rules of the host, asked with the indices of a part of the tasks.</summary>
internal sealed class HostRulesOfSome(IHostRules whole, ActiveTasks active) : IHostRules
{
    public bool Allows(int task, int start, int[] starts) => whole.Allows(active.Indices[task], start, active.ToWhole(starts));

    public long CostAt(int task, int start, int[] starts) => whole.CostAt(active.Indices[task], start, active.ToWhole(starts));
}
