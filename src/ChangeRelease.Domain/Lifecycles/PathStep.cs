namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One step of a path through a lifecycle.</summary>
/// <param name="From">The state it left.</param>
/// <param name="Trigger">What moved it.</param>
/// <param name="To">The state it led to.</param>
/// <param name="Exit">The other definition that <paramref name="To"/> belongs to, when the step left the table; else null.</param>
public sealed record PathStep(State From, Trigger Trigger, State To, LifecycleRef? Exit = null);
