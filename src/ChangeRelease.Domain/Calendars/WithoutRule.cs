using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Finds the rules that alone stand in the way of a slot, by searching again without each of them.</summary>
internal sealed class WithoutRule(IReadOnlyList<PlacedRule> rules, Func<IReadOnlyList<PlacedRule>, SlotSearch> search)
{
    private const int MostTried = 16;

    public ValueList<RuleInTheWay> Of(SlotSearch found) => Concerned(found)
        .Take(MostTried)
        .Select(rule => (Rule: rule, search(Without(rule)).Slot))
        .Where(tried => tried.Slot is not null)
        .Select(tried => new RuleInTheWay(tried.Rule, tried.Slot!))
        .ToValueList();

    private static IEnumerable<CalendarRule> Concerned(SlotSearch found) => found.Obstacles
        .SelectMany(obstacle => obstacle.Because)
        .Select(occurrence => occurrence.Rule)
        .Where(rule => rule is Freeze || rule.Limit is not null)
        .Distinct();

    private IReadOnlyList<PlacedRule> Without(CalendarRule rule) => rule is Window window
        ? [.. rules.Select(placed => placed.Rule == rule ? new PlacedRule(window with { Capacity = null }, placed.Zone) : placed)]
        : [.. rules.Where(placed => placed.Rule != rule)];
}
