using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What moves a lifecycle from state to state: the name of an act, in the imperative.</summary>
public sealed record Trigger : Identifier
{
    /// <summary>Names a trigger.</summary>
    /// <param name="value">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a name.</exception>
    public Trigger(string value)
        : base(value)
    {
    }
}
