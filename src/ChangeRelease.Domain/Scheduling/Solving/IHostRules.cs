namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>The rules that only the host knows.</summary>
internal interface IHostRules
{
    /// <summary>Whether a task may start somewhere, with the others where they are.</summary>
    bool Allows(int task, int start, int[] starts);

    /// <summary>What it costs that a task starts somewhere, with the others where they are.</summary>
    long CostAt(int task, int start, int[] starts);
}
