using ChangeRelease.Domain.Scheduling.Solving.Proving;

namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Tasks that are planned together as if there were no others, and what that has shown.</summary>
internal sealed class TaskGroup(int[] tasks, long bound)
{
    public int[] Tasks { get; } = tasks;

    /// <summary>What the starts of the group cost at least, in every schedule.</summary>
    public long Bound { get; set; } = bound;

    /// <summary>The cheapest starts found for the group without the others, in the order of the tasks; null when none were found that cost less than those of a schedule.</summary>
    public int[]? Alone { get; set; }

    /// <summary>Whether nothing is cheaper than the bound says, without the others.</summary>
    public bool IsSolved { get; set; }

    /// <summary>The search for the cheapest starts, which goes on where it was; null when it has not begun, or is over.</summary>
    public ExactSearch? Search { get; set; }

    /// <summary>How many conflicts the search had.</summary>
    public long Conflicts { get; set; }

    /// <summary>How many steps it took.</summary>
    public long Steps { get; set; }
}
