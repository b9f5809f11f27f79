namespace ChangeRelease.Domain.Scheduling;

/// <summary>What makes one plan better than another, once as little as possible is left out: a sum of whole numbers, the less the better (S-54).</summary>
/// <remarks>Each is what one granule of the grid costs; 0 to <see cref="Most"/>. Those of items are multiplied with <see cref="WorkItem.Weight"/>.</remarks>
public sealed record PlanningObjective
{
    /// <summary>The greatest of each.</summary>
    public const int Most = 1_000_000;

    /// <summary>Late items first, then waiting ones.</summary>
    public static PlanningObjective Ordinary { get; } = new() { Tardiness = 100, Waiting = 1 };

    /// <summary>Nothing but the end of all.</summary>
    public static PlanningObjective Shortest { get; } = new() { Makespan = 1 };

    /// <summary>For ending after <see cref="WorkItem.Due"/>.</summary>
    public int Tardiness { get; init; }

    /// <summary>For starting later than <see cref="WorkItem.NotBefore"/>, or than the start of the horizon.</summary>
    public int Waiting { get; init; }

    /// <summary>For the latest end of all, from the start of the horizon.</summary>
    public int Makespan { get; init; }

    /// <summary>For ending before <see cref="WorkItem.Due"/>.</summary>
    public int Earliness { get; init; }

    /// <summary>For starting elsewhere than <see cref="WorkItem.Preferred"/>.</summary>
    public int Preference { get; init; }

    /// <summary>For starting elsewhere than in the plan before; the weight does not count.</summary>
    public int Moving { get; init; }

    /// <summary>For each item that starts elsewhere than in the plan before, however far.</summary>
    public int Moved { get; init; }
}
