using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>One place to look for what is in the way of work.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Own">The key of the work.</param>
/// <param name="Other">The key of what may be in the way.</param>
/// <param name="Relation">How the service of the one is related to that of the other; null for other rules.</param>
/// <param name="Unknown">Why it is not known where to look; null when it is.</param>
internal sealed record ConflictLook(ConflictRule Rule, ConflictKey Own, ConflictKey Other, RelatedService? Relation = null, string? Unknown = null)
{
    public long Gap => Rule.GapInMicroseconds;

    /// <summary>Whether work that is found here is found from its other side as well.</summary>
    public bool IsSecondSideOf(ScheduledWork work, ScheduledWork other) =>
        Rule.Kind == ConflictRuleKind.Exclusion && Own == Rule.OtherKey && Rule.Key!.IsOf(work) && Own.IsOf(other);
}
