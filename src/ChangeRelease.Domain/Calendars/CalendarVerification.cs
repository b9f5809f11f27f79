using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Everything that is wrong or odd with the rules of a calendar, found at once.</summary>
internal sealed record CalendarVerification(
    ValueList<CalendarFault> Faults, ValueList<CalendarFault> Warnings, IReadOnlyList<PlacedRule> Placed)
{
    public static CalendarVerification Of(IEnumerable<CalendarRule> rules, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(zones);
        var all = rules.Select(rule => rule ?? throw new ArgumentNullException(nameof(rules), "A rule is null.")).ToList();
        var known = zones.Ids.ToHashSet(StringComparer.Ordinal);
        var judged = all.Select(rule => (Rule: rule, Faults: RuleFaults.Of(rule, known).ToList())).ToList();
        var placed = judged.Where(one => one.Faults.Count == 0).Select(one => new PlacedRule(one.Rule, zones[one.Rule.Zone])).ToList();
        var vain = placed.Select(rule => VainRules.Judge(rule, placed)).OfType<VainRule>().ToList();
        var dense = placed.Select(DenseRules.Judge).OfType<VainRule>().ToList();
        return new CalendarVerification(
            judged.SelectMany(one => one.Faults)
                .Concat(vain.Where(found => found.IsFault).Select(found => found.Finding))
                .Concat(dense.Where(found => found.IsFault).Select(found => found.Finding))
                .Concat(Duplicates(all))
                .ToValueList(),
            vain.Concat(dense).Where(found => !found.IsFault).Select(found => found.Finding).ToValueList(),
            placed);
    }

    private static IEnumerable<CalendarFault> Duplicates(IEnumerable<CalendarRule> rules) => rules
        .GroupBy(rule => rule.Id)
        .Where(group => group.Count() > 1)
        .Select(group => new CalendarFault(
            "calendar.rule.duplicate-id",
            group.Key,
            FormattableString.Invariant($"{group.Count()} rules have the same id."),
            "Give every rule an id of its own"));
}
