using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Phases and states that a policy speaks about.</summary>
public sealed record Places
{
    internal Places(ValueList<Phase> phases, ValueList<State> states) => (Phases, States) = (phases, states);

    /// <summary>Phases, with every state of theirs.</summary>
    public ValueList<Phase> Phases { get; }

    /// <summary>Single states.</summary>
    public ValueList<State> States { get; }

    /// <summary>These, and a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>More places.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phase"/> is null.</exception>
    public Places Or(Phase phase)
    {
        ArgumentNullException.ThrowIfNull(phase);
        return new Places(Phases.With(phase), States);
    }

    /// <summary>These, and a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>More places.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public Places Or(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new Places(Phases, States.With(state));
    }

    /// <summary>Whether a state is among them.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True when it is named, or its phase is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public bool Hold(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Phases.Contains(state.Phase) || States.Contains(state);
    }

    /// <summary>Their names.</summary>
    /// <returns>For example <c>Realization or Ratifying</c>.</returns>
    public override string ToString() => string.Join(" or ", Phases.Select(phase => phase.Name).Concat(States.Select(state => state.Name)));

    internal IEnumerable<string> NotIn(Ground ground)
    {
        var states = ground.States.ToHashSet();
        return Phases.Where(phase => states.All(state => state.Phase != phase)).Select(phase => $"the phase {phase}")
            .Concat(States.Where(state => !states.Contains(state)).Select(state => $"the state {state} of {state.Phase}"));
    }
}
