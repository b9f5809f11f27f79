using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How one plan differs from another.</summary>
public sealed record PlanDifference
{
    private PlanDifference(ValueList<ItemMove> moves, PlanScore before, PlanScore after) => (Moves, Before, After) = (moves, before, after);

    /// <summary>The items that are elsewhere, in the order of ids.</summary>
    public ValueList<ItemMove> Moves { get; }

    /// <summary>The score of the one.</summary>
    public PlanScore Before { get; }

    /// <summary>The score of the other.</summary>
    public PlanScore After { get; }

    /// <summary>The difference, a line for each item.</summary>
    /// <returns>For example <c>REL-12 moves 3 d earlier, to [2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z); nothing else moves.</c></returns>
    public override string ToString() => Moves.Count == 0 ? "Nothing moves." : $"{string.Join("; ", Moves)}; nothing else moves.";

    internal static PlanDifference Between(Plan before, Plan after)
    {
        var ids = before.Problem.Items.Concat(after.Problem.Items).Select(item => item.Id).Distinct().Order();
        return new PlanDifference(
            ids.Select(id => new ItemMove(id, before.Find(id)?.Slot, after.Find(id)?.Slot)).Where(move => move.From != move.To).ToValueList(),
            before.Score,
            after.Score);
    }
}
