using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What requirements judge in a lifecycle that has no attempt of its own: a trigger with its arguments, and facts by typed keys.</summary>
/// <param name="Standing">Where the subject stands.</param>
/// <param name="Trigger">What is attempted.</param>
/// <param name="Arguments">The values given for the trigger's parameters.</param>
/// <param name="Facts">Everything that was looked up; the stamp is among them under <see cref="Stamped"/>.</param>
public sealed record TriggerAttempt(Standing Standing, Trigger Trigger, Arguments Arguments, FactSet Facts)
{
    /// <summary>The key of the stamp: when, who, and as which command (S-2).</summary>
    public static FactKey<Stamp> Stamped { get; } = new("stamp");
}
