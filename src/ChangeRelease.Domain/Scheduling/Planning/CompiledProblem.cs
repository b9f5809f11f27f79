using System.Collections.Frozen;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling.Solving;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A problem in whole numbers, and what its indices stand for.</summary>
/// <param name="Compact">The problem: its resources are those of the draft, then its exclusions, then its limits.</param>
/// <param name="Indices">The index of each item.</param>
/// <param name="Dependencies">For each task those that must be planned for it to be.</param>
internal sealed record CompiledProblem(CompactProblem Compact, FrozenDictionary<WorkItemId, int> Indices, int[][] Dependencies)
{
    public int? IndexOf(WorkItemId id) => Indices.TryGetValue(id, out var index) ? index : null;
}
