using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One row of a lifecycle's table, as data.</summary>
/// <param name="From">The state it leaves.</param>
/// <param name="Trigger">What moves it.</param>
/// <param name="Outcomes">Where it leads: one outcome, or one for each case of its selector.</param>
/// <param name="Requirements">What is needed, prerequisites first.</param>
/// <param name="IsSideDoor">Whether it may run against the order of the phases.</param>
/// <param name="Selector">The name of the question that decides between several outcomes; null when there is one.</param>
public sealed record Transition(
    State From,
    Trigger Trigger,
    ValueList<Outcome> Outcomes,
    ValueList<RequirementRef> Requirements,
    bool IsSideDoor,
    string? Selector)
{
    /// <summary>Whether the question is where the subject came from, so that each outcome names its origins.</summary>
    public bool Returns => Outcomes.Any(outcome => outcome.Origins.Count > 0);
}

/// <summary>Where a transition leads.</summary>
/// <param name="Case">The selector's answer that leads here; null when the transition has one outcome.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Exit">The other definition that <paramref name="To"/> belongs to, when the transition leaves this table; else null.</param>
public sealed record Outcome(string? Case, State To, LifecycleRef? Exit)
{
    /// <summary>For a transition that leads back: the states that the subject may have come from when it leads here; else empty.</summary>
    public ValueList<State> Origins { get; init; } = [];

    /// <summary>States that the subject may count as having come from afterwards, beside the one it did come from; almost always empty.</summary>
    public ValueList<State> ComesFrom { get; init; } = [];
}
