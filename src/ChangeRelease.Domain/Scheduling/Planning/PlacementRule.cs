using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A rule of the host's own on where items may, or should, be.</summary>
/// <remarks>
/// The functions are asked very often, from one thread; they are pure, and look at nothing but what they are given. A rule on pairs is asked once
/// for each pair, with the item whose id comes first, first.
/// </remarks>
public sealed class PlacementRule
{
    private PlacementRule(string name, Func<WorkItem, Slot, bool>? allows, Func<WorkItem, Slot, WorkItem, Slot, bool>? allowsPair, Func<WorkItem, Slot, long>? costs, Func<WorkItem, Slot, WorkItem, Slot, long>? costsPair)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Allows, AllowsPair, Costs, CostsPair) = (Text.Canonical(name, nameof(name)), allows, allowsPair, costs, costsPair);
    }

    /// <summary>What it is called in reasons and scores.</summary>
    public string Name { get; }

    /// <summary>Whether it is hard: no plan breaks it.</summary>
    public bool IsHard => Allows is not null || AllowsPair is not null;

    internal Func<WorkItem, Slot, bool>? Allows { get; }

    internal Func<WorkItem, Slot, WorkItem, Slot, bool>? AllowsPair { get; }

    internal Func<WorkItem, Slot, long>? Costs { get; }

    internal Func<WorkItem, Slot, WorkItem, Slot, long>? CostsPair { get; }

    /// <summary>An item may only be in a slot that is allowed.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="allows">Whether it is allowed.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="allows"/> is null.</exception>
    public static PlacementRule Hard(string name, Func<WorkItem, Slot, bool> allows) => new(name, Checked(allows), null, null, null);

    /// <summary>Two items may only be in slots that are allowed together.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="allows">Whether they are allowed.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="allows"/> is null.</exception>
    public static PlacementRule HardPair(string name, Func<WorkItem, Slot, WorkItem, Slot, bool> allows) => new(name, null, Checked(allows), null, null);

    /// <summary>An item in a slot costs something.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="costs">How much; zero or more, below a trillion.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    public static PlacementRule Soft(string name, Func<WorkItem, Slot, long> costs) => new(name, null, null, Checked(costs), null);

    /// <summary>Two items in their slots cost something together.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="costs">How much; zero or more, below a trillion.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    public static PlacementRule SoftPair(string name, Func<WorkItem, Slot, WorkItem, Slot, long> costs) => new(name, null, null, null, Checked(costs));

    private static T Checked<T>(T function)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(function);
        return function;
    }
}
