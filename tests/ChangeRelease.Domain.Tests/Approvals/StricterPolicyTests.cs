using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using Xunit.Abstractions;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>More rules never mean fewer approvals: whatever is added to a policy, what was short stays short (S-8).</summary>
public sealed class StricterPolicyTests(ITestOutputHelper output)
{
    private const int Worlds = 20_000;

    private static readonly AuthorityId Authority = new("cab");
    private static readonly RoleId[] Roles = [new("r"), new("s"), new("t")];

    private readonly SortedDictionary<string, int> _seen = new(StringComparer.Ordinal);

    [Fact]
    public void A_rule_or_a_separation_more_never_satisfies_what_was_not()
    {
        foreach (var seed in Enumerable.Range(0, Worlds))
        {
            var (world, dice) = (new PolicyWorlds(seed), new Random(~seed));
            var rules = Several(dice, 3, () => Rule(world, dice)).Prepend(new ApprovalRule("normal", ApprovalAct.Authorize, world.Expression()) { Authority = Perhaps(dice) });
            var policy = new ApprovalPolicy(new PolicyId("p"), 1, rules.ToValueList()) { Separations = Several(dice, 1, () => Apart(dice)).ToValueList() };
            var more = policy with
            {
                Rules = policy.Rules.With(Several(dice, 2, () => Rule(world, dice)).ToValueList()),
                Separations = policy.Separations.With(Several(dice, 2, () => Apart(dice)).ToValueList()),
            };
            var at = new Case(world.Directory(), world.Some(8), Votes(world, dice), Perhaps(dice));

            Compare(at.Standing(policy), at.Standing(more), $"seed {seed}");
        }

        output.WriteLine(string.Join(", ", _seen));
        _seen.Keys.Should().Contain(["Pending → Pending", "Pending → nobody", "Satisfied → Satisfied", "Satisfied → Pending", "Satisfied → nobody", "Unreachable → Unreachable"]);
    }

    [Fact]
    public void A_part_more_to_be_satisfied_never_satisfies_what_was_not()
    {
        foreach (var seed in Enumerable.Range(0, Worlds))
        {
            var (world, dice) = (new PolicyWorlds(seed), new Random(~seed));
            var (asks, further) = (world.Expression(), world.Expression(1));
            var more = dice.Next(4) switch
            {
                0 => Ask.AllOf(asks, further),
                1 => Ask.InSequence(asks, further),
                2 => Ask.AtLeast(2, asks, further),
                _ => asks.UnlessVetoedBy(Roles[dice.Next(Roles.Length)]),
            };
            var at = new Case(world.Directory(), world.Some(8), Votes(world, dice), null);

            Compare(at.Standing(Of(asks)), at.Standing(Of(more)), $"seed {seed}: {asks}, then {more}");
        }

        output.WriteLine(string.Join(", ", _seen));
        _seen.Keys.Should().Contain(["Pending → Pending", "Pending → Unreachable", "Satisfied → Satisfied", "Satisfied → Pending", "Unreachable → Unreachable"]);
    }

    // Without a rule nobody can approve: that is not short, and the first rule there is opens it.
    private void Compare(TallyStanding? before, TallyStanding? after, string where)
    {
        if (before is null)
        {
            return;
        }

        var seen = $"{before} → {after?.ToString() ?? "nobody"}";
        _seen[seen] = _seen.GetValueOrDefault(seen) + 1;
        (before == TallyStanding.Satisfied || after != TallyStanding.Satisfied).Should().BeTrue("{0}: {1}", where, seen);
        (before != TallyStanding.Unreachable || after is TallyStanding.Unreachable or null).Should().BeTrue("{0}: {1}", where, seen);
    }

    private static ApprovalPolicy Of(ApprovalExpression asks) => new(new PolicyId("p"), 1, [new ApprovalRule("normal", ApprovalAct.Authorize, asks)]);

    private static List<T> Several<T>(Random dice, int most, Func<T> make) => [.. Enumerable.Range(0, dice.Next(most + 1)).Select(_ => make())];

    private static AuthorityId? Perhaps(Random dice) => dice.Next(2) == 0 ? Authority : null;

    private static ApprovalRule Rule(PolicyWorlds world, Random dice) =>
        new(dice.Next(3) == 0 ? "other" : "normal", dice.Next(3) == 0 ? ApprovalAct.Ratify : ApprovalAct.Authorize, world.Expression(1)) { Authority = Perhaps(dice) };

    private static Separation Apart(Random dice) => new(Party(dice), Party(dice));

    private static Party Party(Random dice) =>
        dice.Next(2) == 0 ? Domain.Approvals.Party.Of(PolicyWorlds.People[dice.Next(5)]) : Domain.Approvals.Party.In(Roles[dice.Next(Roles.Length)]);

    private static ValueList<Vote> Votes(PolicyWorlds world, Random dice) => world.Some().Concat(world.Some()).Distinct()
        .Select(person => new Vote(person, dice.Next(5) == 0 ? VoteChoice.Reject : VoteChoice.Approve, Content, Now, string.Empty)).ToValueList();

    private sealed record Case(DirectorySnapshot Directory, ValueList<ActorId> Hands, ValueList<Vote> Votes, AuthorityId? Authority)
    {
        public TallyStanding? Standing(ApprovalPolicy policy) => policy.RuleFor("normal", ApprovalAct.Authorize, Authority) is { } rule
            ? new Ballot(rule, Directory, Content, Votes, Polling.Hands(string.Join(' ', Hands)).Resolved(Directory, policy.Separations, Now), Now).Count().Standing
            : null;
    }
}
