using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What moves a lifecycle from state to state: the name of an act, in the imperative.</summary>
public sealed record Trigger : Identifier
{
    private readonly int _hash;

    /// <summary>Names a trigger.</summary>
    /// <param name="value">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a name.</exception>
    public Trigger(string value)
        : base(value) =>
        _hash = string.GetHashCode(value, StringComparison.Ordinal);

    /// <summary>Whether both are the same name.</summary>
    /// <param name="other">The trigger to compare with.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Trigger? other) => ReferenceEquals(this, other) || (other is not null && string.Equals(Value, other.Value, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
