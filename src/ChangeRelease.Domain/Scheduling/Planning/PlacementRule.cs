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
    private readonly Func<WorkItem, Slot, bool>? _allows;
    private readonly Func<WorkItem, Slot, WorkItem, Slot, bool>? _allowsPair;
    private readonly Func<WorkItem, Slot, long>? _costs;
    private readonly Func<WorkItem, Slot, WorkItem, Slot, long>? _costsPair;

    private PlacementRule(string name, Func<WorkItem, Slot, bool>? allows, Func<WorkItem, Slot, WorkItem, Slot, bool>? allowsPair, Func<WorkItem, Slot, long>? costs, Func<WorkItem, Slot, WorkItem, Slot, long>? costsPair)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, _allows, _allowsPair, _costs, _costsPair) = (Text.Canonical(name, nameof(name)), allows, allowsPair, costs, costsPair);
    }

    /// <summary>What it is called in reasons and scores.</summary>
    public string Name { get; }

    /// <summary>Whether it is hard: no plan breaks it.</summary>
    public bool IsHard => _allows is not null || _allowsPair is not null;

    internal bool IsOnPairs => _allowsPair is not null || _costsPair is not null;

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

    /// <summary>Whether the rule allows an item in a slot.</summary>
    /// <param name="item">The item.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>False when it is a hard rule on items that does not; otherwise true.</returns>
    public bool Allows(WorkItem item, Slot slot) => _allows is null || _allows(item, slot);

    /// <summary>Whether the rule allows two items in their slots.</summary>
    /// <param name="first">The item whose id comes first.</param>
    /// <param name="firstSlot">Its slot.</param>
    /// <param name="second">The other item.</param>
    /// <param name="secondSlot">Its slot.</param>
    /// <returns>False when it is a hard rule on pairs that does not; otherwise true.</returns>
    public bool AllowsTogether(WorkItem first, Slot firstSlot, WorkItem second, Slot secondSlot) => _allowsPair is null || _allowsPair(first, firstSlot, second, secondSlot);

    /// <summary>What an item in a slot costs.</summary>
    /// <param name="item">The item.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The cost; zero when it is no soft rule on items.</returns>
    public long CostOf(WorkItem item, Slot slot) => _costs?.Invoke(item, slot) ?? 0;

    /// <summary>What two items in their slots cost together.</summary>
    /// <param name="first">The item whose id comes first.</param>
    /// <param name="firstSlot">Its slot.</param>
    /// <param name="second">The other item.</param>
    /// <param name="secondSlot">Its slot.</param>
    /// <returns>The cost; zero when it is no soft rule on pairs.</returns>
    public long CostTogether(WorkItem first, Slot firstSlot, WorkItem second, Slot secondSlot) => _costsPair?.Invoke(first, firstSlot, second, secondSlot) ?? 0;

    private static T Checked<T>(T function)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(function);
        return function;
    }
}
