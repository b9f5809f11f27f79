using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Testing;

/// <summary>Makes random rules of a host's own.</summary>
internal static class RuleMaker
{
    public static ValueList<PlacementRule> Some(Dice dice) => dice.Chance(65) ? [] : dice.Some<Func<Dice, PlacementRule>>([Hard, HardPair, Soft, SoftPair], dice.OneOf(1, 1, 2, 3)).Select(make => make(dice)).ToValueList();

    private static PlacementRule Hard(Dice dice)
    {
        var (of, not) = (dice.From(2, 5), dice.From(0, 1));
        return PlacementRule.Hard("not in some hours", (item, slot) => item.Priority < 3 || HourOf(slot) % of != not);
    }

    private static PlacementRule HardPair(Dice dice)
    {
        var apart = dice.From(1, 4);
        return PlacementRule.HardPair("great ones apart", (one, slot, other, others) => one.Priority + other.Priority < 8 || Math.Abs(HourOf(slot) - HourOf(others)) >= apart);
    }

    private static PlacementRule Soft(Dice dice)
    {
        var (best, cost) = (dice.From(0, 23), dice.From(1, 9));
        return PlacementRule.Soft("near the best hour", (item, slot) => item.Weight * cost * Math.Abs((HourOf(slot) % 24) - best));
    }

    private static PlacementRule SoftPair(Dice dice)
    {
        var cost = dice.From(1, 30);
        return PlacementRule.SoftPair("rather not at once", (one, slot, other, others) => slot.Overlaps(others) ? cost * Math.Min(one.Risk, other.Risk) : 0);
    }

    private static long HourOf(Slot slot) => slot.Start.ToUnixTimeSeconds() / 3_600;
}
