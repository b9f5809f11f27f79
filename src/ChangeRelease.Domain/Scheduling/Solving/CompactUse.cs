namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>What a task takes of a resource, and while it does.</summary>
/// <param name="Resource">Which resource.</param>
/// <param name="Amount">How much; one or more.</param>
/// <param name="From">From how many granules after the start of the task; may be negative.</param>
/// <param name="Until">Until how many granules after the start, itself outside; may be beyond the end of the task, where a gap must follow it.</param>
internal readonly record struct CompactUse(int Resource, int Amount, int From, int Until);
