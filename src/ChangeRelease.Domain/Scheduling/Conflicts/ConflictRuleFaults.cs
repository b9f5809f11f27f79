using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What is wrong with rules of conflicts.</summary>
internal static class ConflictRuleFaults
{
    public const int MostRules = 1_000;
    public const int MostSteps = 100;
    public const int MostAtOnce = 100_000;

    private static readonly Duration LongestGap = Duration.FromDays(36_525);

    public static IEnumerable<ConflictFault> Of(IReadOnlyCollection<ConflictRule> rules) => OfAll(rules)
        .Concat(rules.SelectMany(rule => new[] { Severity(rule), Gap(rule), AtOnce(rule), About(rule), Steps(rule), Sides(rule) }).OfType<ConflictFault>())
        .Concat(rules.GroupBy(rule => rule.Id).Where(same => same.Count() > 1).Select(Duplicate));

    private static IEnumerable<ConflictFault> OfAll(IReadOnlyCollection<ConflictRule> rules) => rules.Count switch
    {
        0 => [new("scheduling.policy.empty", null, "A policy without rules would let everything pass.", "State at least one rule")],
        > MostRules => [new("scheduling.policy.too-large", null, FormattableString.Invariant($"A policy of {rules.Count} rules is too large."), "State at most 1,000 rules")],
        _ => [],
    };

    private static ConflictFault Duplicate(IGrouping<RuleId, ConflictRule> same) => new(
        "scheduling.rule.duplicate-id", same.Key, FormattableString.Invariant($"{same.Count()} rules have the same id."), "Give every rule an id of its own");

    private static ConflictFault? Severity(ConflictRule rule) => Enum.IsDefined(rule.Severity)
        ? null
        : new("scheduling.severity.unknown", rule.Id, FormattableString.Invariant($"The severity {(int)rule.Severity} is none."), "Say whether it is hard or soft");

    private static ConflictFault? Gap(ConflictRule rule) => rule.Gap >= Duration.Zero && rule.Gap <= LongestGap && Microseconds.AreAllOf(rule.Gap)
        ? null
        : new("scheduling.gap.out-of-range", rule.Id, $"A gap of {rule.Gap.ToText()} is none.", "State a length from zero to a hundred years, in whole microseconds");

    private static ConflictFault? AtOnce(ConflictRule rule) => (rule.AtOnce, Counts(rule)) switch
    {
        ( < 1 or > MostAtOnce, _) => new(
            "scheduling.capacity.out-of-range", rule.Id, FormattableString.Invariant($"{rule.AtOnce} at once is not a number that can be kept to."), "State a number from 1 to 100,000"),
        ( > 1, false) => new(
            "scheduling.capacity.not-here", rule.Id, FormattableString.Invariant($"{rule.AtOnce} are to be allowed at once where two different things meet."), "Leave the number out, or limit one key"),
        _ => null,
    };

    private static bool Counts(ConflictRule rule) => rule.Kind is ConflictRuleKind.SameService or ConflictRuleKind.SamePerson or ConflictRuleKind.SameEnvironment or ConflictRuleKind.Limit;

    private static ConflictFault? About(ConflictRule rule) => (rule.About, rule.Kind) switch
    {
        ({ IsEmpty: true }, _) => new("scheduling.scope.empty", rule.Id, $"The scope '{rule.About}' has a part that names nothing.", "Name what the rule is about, or say everything"),
        (_, ConflictRuleKind.SameService or ConflictRuleKind.RelatedServices) => null,
        _ when rule.About == Scope.Everything => null,
        _ => new("scheduling.scope.not-here", rule.Id, "A scope is given, and the rule is not about services.", "Leave the scope out"),
    };

    private static ConflictFault? Steps(ConflictRule rule) => rule.Nearest >= 1 && rule.Nearest <= rule.Farthest && rule.Farthest <= MostSteps
        ? null
        : new(
            "scheduling.steps.out-of-range",
            rule.Id,
            FormattableString.Invariant($"No services are {rule.Nearest} to {rule.Farthest} dependencies apart."),
            "State numbers from 1 to 100, the nearest no greater than the farthest");

    private static ConflictFault? Sides(ConflictRule rule) => rule.OtherKey is null || rule.Key != rule.OtherKey
        ? null
        : new("scheduling.exclusion.one-side", rule.Id, $"Both sides are {rule.Key}.", "Limit it to one at once");
}
