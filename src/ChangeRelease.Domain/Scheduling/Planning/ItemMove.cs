using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>An item that is elsewhere in another plan.</summary>
/// <param name="Item">The item.</param>
/// <param name="From">Where it was; null when it was left out, or not part of the problem.</param>
/// <param name="To">Where it is; null when it is left out, or not part of the problem.</param>
public sealed record ItemMove(WorkItemId Item, Slot? From, Slot? To)
{
    /// <summary>The move for people.</summary>
    /// <returns>For example <c>REL-12 moves 3 d earlier, to [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z)</c>.</returns>
    public override string ToString() => (From, To) switch
    {
        (null, { } to) => $"{Item} is planned at {to}",
        ({ } from, null) => $"{Item} is not planned any more, it was at {from}",
        ({ } from, { } to) when to.Start < from.Start => $"{Item} moves {(from.Start - to.Start).ToText()} earlier, to {to}",
        ({ } from, { } to) when to.Start > from.Start => $"{Item} moves {(to.Start - from.Start).ToText()} later, to {to}",
        (_, { } to) => $"{Item} takes {to}",
        _ => $"{Item} is in neither plan",
    };
}
