namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>One piece of work that is never interrupted.</summary>
internal sealed class CompactTask
{
    /// <summary>How many granules it takes; one or more.</summary>
    public required int Length { get; init; }

    /// <summary>Where it may start: first and first-not in turn, strictly increasing. Calendars of the task and of what it uses are already worked in; empty when it fits nowhere.</summary>
    public required int[] Starts { get; init; }

    public required CompactUse[] Uses { get; init; }

    /// <summary>What a start costs: the sum of these.</summary>
    public required CompactRamp[] Ramps { get; init; }

    /// <summary>What it costs, before all else, to leave it out of the plan.</summary>
    public required long LeftOut { get; init; }

    /// <summary>What a start costs, the makespan not counted.</summary>
    public long CostAt(int start)
    {
        var cost = 0L;
        foreach (var ramp in Ramps)
        {
            cost += ramp.CostAt(start);
        }

        return cost;
    }
}
