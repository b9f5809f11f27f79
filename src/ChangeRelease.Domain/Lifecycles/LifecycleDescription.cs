using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A lifecycle as data: what diagrams, references, proofs and hashes are made from.</summary>
/// <param name="Id">The definition's name.</param>
/// <param name="Version">The definition's version, from 1.</param>
/// <param name="Start">Where a life begins.</param>
/// <param name="Ends">Where a life may end.</param>
/// <param name="States">Every state, in the order of the table.</param>
/// <param name="Transitions">Every row, in the order of the table.</param>
public sealed record LifecycleDescription(
    string Id,
    int Version,
    State Start,
    ValueList<State> Ends,
    ValueList<State> States,
    ValueList<Transition> Transitions)
{
    /// <summary>What each trigger takes, in the order in which the rows name them.</summary>
    public ValueList<TriggerDescription> Triggers { get; init; } = [];

    /// <summary>The definition it was derived from, at least as strict as that one; null for a table of its own.</summary>
    public LifecycleRef? DerivedFrom { get; init; }

    /// <summary>Name, version and hash: what a subject keeps of the definition it was opened under (S-13).</summary>
    /// <returns>The reference; its hash is computed anew at each call.</returns>
    public LifecycleRef ToReference() => new(Id, Version, LifecycleHash.Of(this));

    /// <summary>What a trigger takes.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Its parameters; none for one that takes nothing, or is not known.</returns>
    public ValueList<Parameter> ParametersOf(Trigger trigger) => Triggers.FirstOrDefault(known => known.Trigger == trigger)?.Parameters ?? [];
}
