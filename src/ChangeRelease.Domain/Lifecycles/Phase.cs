using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A stretch of life that states of many lifecycles share, so that a policy can be stated once for all of them.</summary>
/// <remarks>Ordered phases run forward; a phase aside has no place in that order, and only side doors lead into it and out of it (S-11).</remarks>
public sealed record Phase
{
    private Phase(string name, int? order)
    {
        Name = Identifier.Problem(name) is { } problem ? throw new ArgumentException($"A phase's name {problem}.", nameof(name)) : name;
        Order = order;
    }

    /// <summary>Drafting and assessing.</summary>
    public static Phase Preparation { get; } = InOrder("Preparation", 10);

    /// <summary>Somebody is to say yes.</summary>
    public static Phase Authorization { get; } = InOrder("Authorization", 20);

    /// <summary>Authorized, not yet begun.</summary>
    public static Phase Ready { get; } = InOrder("Ready", 30);

    /// <summary>The world is being changed.</summary>
    public static Phase Realization { get; } = InOrder("Realization", 40);

    /// <summary>Done; being looked back upon.</summary>
    public static Phase Review { get; } = InOrder("Review", 50);

    /// <summary>Over.</summary>
    public static Phase Ended { get; } = InOrder("Ended", 60);

    /// <summary>Put aside, to be taken up again or canceled.</summary>
    public static Phase Paused { get; } = Aside("Paused");

    internal static ValueList<Phase> BuiltIn { get; } = [Preparation, Authorization, Ready, Realization, Review, Ended, Paused];

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>The place in the order of phases, or null for a phase aside.</summary>
    public int? Order { get; }

    /// <summary>A phase with a place in the order.</summary>
    /// <param name="name">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <param name="order">The place; the built-in ones stand at 10, 20, … 60.</param>
    /// <returns>The phase.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name.</exception>
    public static Phase InOrder(string name, int order) => new(name, order);

    /// <summary>A phase outside the order.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The phase.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name.</exception>
    public static Phase Aside(string name) => new(name, null);

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal bool RunsForwardTo(Phase next) => this == next || (Order is { } here && next.Order is { } there && here <= there);
}
