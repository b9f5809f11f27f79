using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A trigger as a table declares it: its name, and what it takes (S-7).</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Parameters">What it takes, in the order in which a form would ask for it.</param>
public sealed record TriggerDescription(Trigger Trigger, ValueList<Parameter> Parameters);
