using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>A trigger of the host's own was taken.</summary>
/// <param name="Header">When, who, the state it led to, and what was looked at.</param>
/// <param name="Trigger">The trigger.</param>
/// <param name="Arguments">The values given for its parameters.</param>
/// <param name="Model">The definition it lives under now.</param>
public sealed record ChangeActedOn(EventHeader Header, Trigger Trigger, Arguments Arguments, LifecycleRef Model)
    : ChangeEvent(Header)
{
    /// <summary>What an emergency owes that began with it (S-33); null when nothing began, or nothing is owed.</summary>
    public EmergencyDebt? Debt { get; init; }

    /// <summary>What may happen that began with it; none when nothing began, or it is not known what may.</summary>
    public ValueList<Permit> Permits { get; init; } = [];

    /// <summary>The version of a template that it was submitted under by it; null when it was not (S-30).</summary>
    public TemplatePin? Pin { get; init; }

    /// <summary>Where it counts as having come from under another definition, as the row says that led there; else null.</summary>
    public State? ComesFrom { get; init; }
}
