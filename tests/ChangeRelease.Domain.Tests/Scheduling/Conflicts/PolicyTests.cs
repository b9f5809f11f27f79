using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Conflicts.Planned;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>What a conflict policy may say.</summary>
public sealed class PolicyTests
{
    private static readonly ConflictKey _risky = ConflictKey.Class(new ChangeClass("high-risk"));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        ConflictRule[] rules =
        [
            SameService((ConflictSeverity)7) with { Gap = Duration.FromMinutes(-5), AtOnce = 0, About = Scope.AnyOf() },
            ConflictRule.SamePerson(Rule("same-service"), ConflictSeverity.Hard) with { About = Scope.Service(new ServiceId("a")) },
            ConflictRule.RelatedServices(Rule("related"), ConflictSeverity.Hard, farthest: 2, nearest: 3) with { AtOnce = 2 },
            ConflictRule.Exclusion(Rule("exclusion"), ConflictSeverity.Soft, _risky, _risky) with { Gap = Duration.FromNanoseconds(1) },
            ConflictRule.Limit(Rule("limit"), ConflictSeverity.Soft, _risky, atOnce: 100_001),
        ];

        var faults = ConflictPolicy.Verify(rules);

        faults.Select(fault => $"{fault.Code} ({fault.Rule})").Should().Equal(
            "scheduling.severity.unknown (same-service)",
            "scheduling.gap.out-of-range (same-service)",
            "scheduling.capacity.out-of-range (same-service)",
            "scheduling.scope.empty (same-service)",
            "scheduling.scope.not-here (same-service)",
            "scheduling.capacity.not-here (related)",
            "scheduling.steps.out-of-range (related)",
            "scheduling.gap.out-of-range (exclusion)",
            "scheduling.exclusion.one-side (exclusion)",
            "scheduling.capacity.out-of-range (limit)",
            "scheduling.rule.duplicate-id (same-service)");
        FluentActions.Invoking(() => Policy(rules)).Should().Throw<ConflictPolicyException>().Which.Faults.Should().Equal(faults);
    }

    [Fact]
    public void A_policy_without_rules_lets_nothing_pass_since_it_is_none()
    {
        ConflictPolicy.Verify([]).Single().Code.Should().Be("scheduling.policy.empty");
        ConflictPolicy.Verify(Enumerable.Range(0, 1_001).Select(at => ConflictRule.SamePerson(Rule(FormattableString.Invariant($"r{at}")), ConflictSeverity.Hard)))
            .Single().Code.Should().Be("scheduling.policy.too-large");
    }

    [Fact]
    public void The_digest_covers_everything_but_the_order()
    {
        ConflictRule[] rules = [SameService(), ConflictRule.Limit(Rule("limit"), ConflictSeverity.Soft, _risky, 2)];
        ConflictPolicy[] others =
        [
            Policy(SameService(ConflictSeverity.Soft), rules[1]),
            Policy(SameService() with { Gap = Duration.FromMinutes(1) }, rules[1]),
            Policy(SameService() with { AtOnce = 2 }, rules[1]),
            Policy(SameService() with { About = Scope.Service(new ServiceId("a")) }, rules[1]),
            Policy(rules[0], ConflictRule.Limit(Rule("limit"), ConflictSeverity.Soft, ConflictKey.Class(new ChangeClass("other")), 2)),
            Policy(rules[0]),
            ConflictPolicy.Define(new PolicyId("production"), 2, rules),
            ConflictPolicy.Define(new PolicyId("other"), 1, rules),
        ];

        Policy(rules).Digest.Should().Be(Policy([.. rules.Reverse()]).Digest);
        others.Select(other => other.Digest).Append(Policy(rules).Digest).Should().OnlyHaveUniqueItems();
        Policy(rules).ToString().Should().StartWith("production@1#");
    }

    [Fact]
    public void A_rule_is_read_aloud()
    {
        (SameService() with { Gap = Duration.FromMinutes(30) }).ToString().Should().Be("same-service (hard): more than 1 at once on a service, about everything, less than 30 min apart");
        ConflictRule.Limit(Rule("risk"), ConflictSeverity.Soft, _risky, 2).ToString().Should().Be("risk (soft): more than 2 at once of class high-risk");
    }
}
