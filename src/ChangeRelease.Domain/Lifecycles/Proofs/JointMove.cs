using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One move of two definitions that are compared: both take a trigger, or one takes what the other does not know.</summary>
/// <param name="Trigger">What is taken.</param>
/// <param name="Case">The answer by which the first goes on; null when its transition has one outcome.</param>
/// <param name="From">Where the first was.</param>
/// <param name="To">Where the first goes.</param>
/// <param name="Exit">The definition that <paramref name="To"/> belongs to, when the first leaves its own; else null.</param>
/// <param name="Requirements">What the first asks for.</param>
/// <param name="OtherFrom">Where the other was.</param>
/// <param name="OtherTo">Where the other goes, or stays because it does not know the trigger; null when it has no such transition.</param>
public sealed record JointMove(
    Trigger Trigger,
    string? Case,
    State From,
    State To,
    LifecycleRef? Exit,
    ValueList<RequirementRef> Requirements,
    State OtherFrom,
    State? OtherTo)
{
    /// <summary>The move of the first, beside that of the other.</summary>
    /// <returns>For example <c>Assessing -- CompleteAssessment --> DbaReview | Assessing --> Authorizing</c>.</returns>
    public override string ToString() => $"{TraceMove.Arrow(From, Trigger, Case, To, Exit)} | {OtherFrom} --> {OtherTo?.Name ?? "nowhere"}";
}
