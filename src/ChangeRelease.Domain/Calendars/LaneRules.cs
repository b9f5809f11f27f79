using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The targets of a question that the same rules are about, with these rules.</summary>
internal sealed record LaneRules(ValueList<Target> Targets, IReadOnlyList<PlacedRule> Windows, IReadOnlyList<PlacedRule> Freezes)
{
    /// <summary>Groups the targets, so that many of them cost no more than the ways in which rules tell them apart.</summary>
    public static IReadOnlyList<LaneRules> Of(IReadOnlyList<PlacedRule> rules, CalendarQuestion question)
    {
        if (question.Targets.Count == 1)
        {
            return [Of(question.Targets, question.Targets[0], rules, question)];
        }

        return
        [
            .. question.Targets
                .Distinct()
                .GroupBy(target => rules.Select(placed => Binds(placed, question) && placed.Rule.Scope.Matches(target)).ToValueList())
                .Select(group => Of(group.ToValueList(), group.First(), rules, question)),
        ];
    }

    private static bool Binds(PlacedRule placed, CalendarQuestion question) =>
        placed.Rule is not Freeze freeze || freeze.MostPassing is not null || !question.IsExemptFrom(freeze);

    /// <summary>Each of the targets will do: the same rules are about them.</summary>
    private static LaneRules Of(ValueList<Target> targets, Target any, IReadOnlyList<PlacedRule> rules, CalendarQuestion question)
    {
        var (windows, freezes) = (new List<PlacedRule>(), new List<PlacedRule>());
        for (var at = 0; at < rules.Count; at++)
        {
            if (Binds(rules[at], question) && rules[at].Rule.Scope.Matches(any))
            {
                (rules[at].Rule is Window ? windows : freezes).Add(rules[at]);
            }
        }

        return new LaneRules(targets, windows, freezes);
    }
}
