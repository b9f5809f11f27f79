using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Why no plan holds everything: items and demands that clash, and what would help (S-54).</summary>
public sealed record PlanningClash
{
    internal PlanningClash(ValueList<WorkItemId> items, ValueList<PlanningConstraint> constraints, bool isMinimal, ValueList<PlanningRelaxation> relaxations) =>
        (Items, Constraints, IsMinimal, Relaxations) = (items, constraints, isMinimal, relaxations);

    /// <summary>The items that cannot all be planned, even alone.</summary>
    public ValueList<WorkItemId> Items { get; }

    /// <summary>What is asked of them that cannot all be kept.</summary>
    public ValueList<PlanningConstraint> Constraints { get; }

    /// <summary>Whether it was shown that nothing of it can be spared: without any one item, or any one constraint, the others have a plan. False when the budget ended before.</summary>
    public bool IsMinimal { get; }

    /// <summary>The constraints each of which, taken back alone, leaves out less; those that were found. Where the problem has several clashes, none may be enough.</summary>
    public ValueList<PlanningRelaxation> Relaxations { get; }

    /// <summary>What clashes, and what would help.</summary>
    /// <returns>For example <c>REL-1, REL-2 cannot both be planned: …</c>.</returns>
    public override string ToString() =>
        $"{string.Join(", ", Items)} cannot {(Items.Count > 2 ? "all " : Items.Count > 1 ? "both " : string.Empty)}be planned: {string.Join(" ", Constraints)}"
        + (Relaxations.Count > 0 ? $" It would help to: {string.Join("; ", Relaxations.Select(relaxation => relaxation.Constraint.Remedy))}." : " Nothing that was tried helps alone.");
}
