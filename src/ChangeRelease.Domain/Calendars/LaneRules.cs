using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The targets of a question that the same rules are about, with these rules.</summary>
internal sealed record LaneRules(ValueList<Target> Targets, IReadOnlyList<PlacedRule> Windows, IReadOnlyList<PlacedRule> Freezes)
{
    /// <summary>Groups the targets, so that many of them cost no more than the ways in which rules tell them apart.</summary>
    public static IEnumerable<LaneRules> Of(IReadOnlyList<PlacedRule> rules, CalendarQuestion question)
    {
        var binding = rules.Where(placed => placed.Rule is not Freeze freeze || freeze.MostPassing is not null || !question.IsExemptFrom(freeze)).ToList();
        return question.Targets
            .Distinct()
            .GroupBy(target => binding.Select(placed => placed.Rule.Scope.Matches(target)).ToValueList())
            .Select(group => Of(group.ToValueList(), [.. binding.Where((_, at) => group.Key[at])]));
    }

    private static LaneRules Of(ValueList<Target> targets, IReadOnlyList<PlacedRule> rules) => new(
        targets,
        [.. rules.Where(placed => placed.Rule is Window)],
        [.. rules.Where(placed => placed.Rule is Freeze)]);
}
