using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>A rule of the host's own, once for the planner and once for the checker.</summary>
/// <remarks>A <see cref="PlacementRule"/> does not give away its function. State the rule here, and hand <see cref="Rule"/> to the problem.</remarks>
public sealed class CheckedRule
{
    private CheckedRule(PlacementRule rule) => Rule = rule;

    /// <summary>The rule for the problem.</summary>
    public PlacementRule Rule { get; }

    /// <summary>What it is called.</summary>
    public string Name => Rule.Name;

    internal Func<WorkItem, Slot, bool>? Allows { get; private init; }

    internal Func<WorkItem, Slot, WorkItem, Slot, bool>? AllowsPair { get; private init; }

    internal Func<WorkItem, Slot, long>? Costs { get; private init; }

    internal Func<WorkItem, Slot, WorkItem, Slot, long>? CostsPair { get; private init; }

    /// <summary>An item may only be in a slot that is allowed.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="allows">Whether it is allowed.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="allows"/> is null.</exception>
    public static CheckedRule Hard(string name, Func<WorkItem, Slot, bool> allows) => new(PlacementRule.Hard(name, allows)) { Allows = allows };

    /// <summary>Two items may only be in slots that are allowed together; asked once for each pair, with the item whose id comes first, first.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="allows">Whether they are allowed.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="allows"/> is null.</exception>
    public static CheckedRule HardPair(string name, Func<WorkItem, Slot, WorkItem, Slot, bool> allows) => new(PlacementRule.HardPair(name, allows)) { AllowsPair = allows };

    /// <summary>An item in a slot costs something.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="costs">How much; zero or more, below a trillion.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    public static CheckedRule Soft(string name, Func<WorkItem, Slot, long> costs) => new(PlacementRule.Soft(name, costs)) { Costs = costs };

    /// <summary>Two items in their slots cost something together; asked once for each pair, with the item whose id comes first, first.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="costs">How much; zero or more, below a trillion.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    public static CheckedRule SoftPair(string name, Func<WorkItem, Slot, WorkItem, Slot, long> costs) => new(PlacementRule.SoftPair(name, costs)) { CostsPair = costs };

    /// <summary>What it is called.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
