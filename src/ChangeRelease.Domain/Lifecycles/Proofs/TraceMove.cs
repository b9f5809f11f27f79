using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One transition taken: part of a path through one definition, or through several that exit into each other.</summary>
/// <param name="Definition">The definition whose row it is.</param>
/// <param name="From">The state it leaves.</param>
/// <param name="Trigger">What is taken.</param>
/// <param name="Case">The answer by which it goes on; null when the row has one outcome.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Exit">The definition that <paramref name="To"/> belongs to, when the move leaves its own; else null.</param>
/// <param name="Requirements">What the row asks for.</param>
public sealed record TraceMove(
    LifecycleRef Definition,
    State From,
    Trigger Trigger,
    string? Case,
    State To,
    LifecycleRef? Exit,
    ValueList<RequirementRef> Requirements)
{
    /// <summary>The move, and what it needs, on one line.</summary>
    /// <returns>For example <c>Draft -- Cancel --> Canceled, needs change.reason.missing</c>.</returns>
    public override string ToString() => Arrow(From, Trigger, Case, To, Exit) + Needs(Requirements);

    internal static string Arrow(State from, Trigger trigger, string? answer, State to, LifecycleRef? exit) =>
        $"{from} -- {trigger}{(answer is null ? string.Empty : $" [{answer}]")} --> {to}{(exit is null ? string.Empty : $" in {Name(exit)}")}";

    /// <summary>Name and version; the hash says nothing to a reader.</summary>
    internal static string Name(LifecycleRef definition) => Name(definition.Id, definition.Version);

    internal static string Name(string id, int version) => FormattableString.Invariant($"{id}@{version}");

    private static string Needs(ValueList<RequirementRef> requirements) =>
        requirements.Count == 0 ? string.Empty : $", needs {string.Join(", ", requirements)}";
}
