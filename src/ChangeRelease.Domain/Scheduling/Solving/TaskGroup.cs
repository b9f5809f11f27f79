using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Tasks that are planned together as if there were no others, and what that has shown.</summary>
internal sealed class TaskGroup(int[] tasks, long bound, IReadOnlyList<CostFloor> floors)
{
    private readonly long _sum = bound;

    public int[] Tasks { get; } = tasks;

    /// <summary>What parts of the group cost at least, those before that lie in others.</summary>
    public IReadOnlyList<CostFloor> Floors { get; } = floors;

    /// <summary>The same, and what the whole group does, where that is more than its parts do.</summary>
    public IEnumerable<CostFloor> AllFloors => Bound > _sum && Tasks.Length > 1 ? Floors.Append(new CostFloor(Tasks, Bound)) : Floors;

    /// <summary>What the starts of the group cost at least, in every schedule.</summary>
    public long Bound { get; set; } = bound;

    /// <summary>The cheapest starts known for the group without the others, in the order of the tasks; empty before the search.</summary>
    public int[] Alone { get; set; } = [];

    /// <summary>Whether nothing is cheaper than the bound says, without the others.</summary>
    public bool IsSolved { get; set; }

    /// <summary>The search for the cheapest starts, which goes on where it was; null when it has not begun, or is over.</summary>
    public ExactSearch? Search { get; set; }

    /// <summary>How many conflicts the search had.</summary>
    public long Conflicts { get; set; }

    /// <summary>How many steps it took.</summary>
    public long Steps { get; set; }
}
