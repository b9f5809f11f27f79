using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A state of a lifecycle: a typed name in a phase, open to hosts.</summary>
public sealed record State
{
    private readonly int _hash;

    /// <summary>Names a state.</summary>
    /// <param name="name">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <param name="phase">The phase the state belongs to.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="phase"/> is null.</exception>
    public State(string name, Phase phase)
    {
        ArgumentNullException.ThrowIfNull(phase);
        Name = Identifier.Problem(name) is { } problem ? throw new ArgumentException($"A state's name {problem}.", nameof(name)) : name;
        Phase = phase;
        _hash = string.GetHashCode(name, StringComparison.Ordinal);
    }

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>The phase the state belongs to.</summary>
    public Phase Phase { get; }

    /// <summary>Whether both are the same name in the same phase.</summary>
    /// <param name="other">The state to compare with.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(State? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Phase == other.Phase);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
