using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>What expressions mean, in examples.</summary>
public sealed class PolicyTests
{
    [Fact]
    public void A_person_counts_for_one_part_of_at_least_and_in_every_part_of_all()
    {
        var directory = Directory((Cab, "a b"), (Security, "a"));

        Count(Ask.AllOf(Ask.Of(1, Cab), Ask.Of(1, Security)), directory, All("a")).IsSatisfied.Should().BeTrue();
        Count(Ask.AtLeast(2, Ask.Of(1, Cab), Ask.Of(1, Security)), directory, All("a")).IsSatisfied.Should().BeFalse();
        Count(Ask.AtLeast(2, Ask.Of(1, Cab), Ask.Of(1, Security)), directory, All("a b")).IsSatisfied.Should().BeTrue();
        Count(Ask.Distinct(Ask.AllOf(Ask.Of(1, Cab), Ask.Of(1, Security))), directory, All("a")).Missing().Sets.Should().Equal(Names("b").Select(Party.Of).ToValueList());
    }

    [Fact]
    public void A_step_opens_when_those_before_it_are_satisfied()
    {
        var asks = Ask.InSequence(Ask.Of(1, Security), Ask.Of(1, Cab));
        var directory = Directory((Cab, "a"), (Security, "s"));

        (Count(asks, directory, []).AsksNow(Who("a")), Count(asks, directory, []).AsksNow(Who("s"))).Should().Be((false, true));
        Count(asks, directory, All("s")).AsksNow(Who("a")).Should().BeTrue();
        Told(Count(asks, directory, []).Missing()).Should().Be("a s");
    }

    [Fact]
    public void One_more_approver_is_one_more_of_all_who_are_asked()
    {
        var directory = Directory((Cab, "a b c"), (Security, "s"));

        (Ballot(Ask.Of(1, Cab), directory, All("a")) with { More = 1 }).Count().IsSatisfied.Should().BeFalse();
        (Ballot(Ask.Of(1, Cab), directory, All("a b")) with { More = 1 }).Count().IsSatisfied.Should().BeTrue();
        (Ballot(Ask.AllOf(Ask.Of(1, Cab), Ask.Of(1, Security)), directory, All("a s")) with { More = 1 }).Count().Missing().Sets.Should().HaveCount(2);
        (Ballot(Ask.AnyOf(Ask.Of(2, Cab), Ask.Person(Who("s"))), directory, All("s")) with { More = 1 }).Count().IsSatisfied.Should().BeFalse();
        (Ballot(Ask.AnyOf(Ask.Of(2, Cab), Ask.Person(Who("s"))), directory, All("s a")) with { More = 1 }).Count().IsSatisfied.Should().BeTrue();
    }

    [Fact]
    public void An_approval_counts_until_its_validity_ends_and_not_at_its_end()
    {
        var rule = new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(1, Cab), Duration.FromHours(1));
        var ballot = new Ballot(rule, Directory((Cab, "a")), Content, All("a"), Contributors.None, Now);

        (ballot with { Now = Now + Duration.FromHours(1) - Duration.FromTicks(10) }).Count().IsSatisfied.Should().BeTrue();
        (ballot with { Now = Now + Duration.FromHours(1) }).Count().IsSatisfied.Should().BeFalse();
    }

    [Fact]
    public void A_vote_on_other_content_does_not_count() =>
        Count(Ask.Of(1, Cab), Directory((Cab, "a")), [Yes("a") with { Seen = Digest.Zero }]).Struck.Should().ContainSingle().Which.Why.Should().Be("it names another content than the present one");

    [Fact]
    public void Rules_for_an_authority_hold_for_it_alone_and_where_two_hold_neither_does()
    {
        var (lead, cab) = (new AuthorityId("team-lead"), new AuthorityId("cab"));
        var forLead = new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(1, Cab)) { Authority = lead };
        var forAll = new ApprovalRule("normal", ApprovalAct.Authorize, Ask.Of(2, Cab));

        new ApprovalPolicy(new PolicyId("p"), 1, [forLead]).RuleFor("normal", ApprovalAct.Authorize, lead).Should().Be(forLead);
        new ApprovalPolicy(new PolicyId("p"), 1, [forLead]).RuleFor("normal", ApprovalAct.Authorize, cab).Should().BeNull();
        new ApprovalPolicy(new PolicyId("p"), 1, [forLead]).RuleFor("normal", ApprovalAct.Authorize).Should().BeNull();
        new ApprovalPolicy(new PolicyId("p"), 1, [forAll]).RuleFor("normal", ApprovalAct.Authorize, cab).Should().Be(forAll);
        new ApprovalPolicy(new PolicyId("p"), 1, [forLead, forAll]).RuleFor("normal", ApprovalAct.Authorize, lead).Should().BeNull();
    }

    [Fact]
    public void The_search_for_missing_people_is_bounded_and_says_when_it_was_cut()
    {
        var directory = Directory((Cab, string.Join(' ', Enumerable.Range(0, 200).Select(number => $"m{number:000}"))));
        var missing = Count(Ask.Of(100, Cab), directory, []).Missing();

        missing.IsCut.Should().BeTrue();
        missing.Sets.Should().HaveCount(MissingApprovals.MostListed).And.OnlyContain(set => set.Count == 100);

        var knot = Ask.AllOf([.. Enumerable.Range(0, 20).Select(part => Ask.AtLeast(4, [.. Enumerable.Range(0, 8).Select(leaf => Ask.Of(1 + (leaf % 3), Cab))]))]);
        var tally = Count(knot, directory, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var tangled = tally.Missing();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(16 << 20);
        tangled.IsCut.Should().BeTrue();
        tangled.Sets.Should().NotBeEmpty().And.OnlyContain(set => Count(knot, directory, All(string.Join(' ', set))).IsSatisfied);
    }

    [Fact]
    public void Parts_levels_and_combinations_are_limited()
    {
        FluentActions.Invoking(() => Ask.AllOf([.. Enumerable.Repeat(Ask.Of(1, Cab), 256)])).Should().Throw<ArgumentException>().WithMessage("*256 parts*");
        FluentActions.Invoking(() => Enumerable.Range(0, 16).Aggregate(Ask.Of(1, Cab), (so, _) => Ask.AllOf(so))).Should().Throw<ArgumentException>().WithMessage("*16 levels*");
        FluentActions.Invoking(() => Ask.Distinct(Ask.AtLeast(5, [.. Enumerable.Repeat(Ask.Of(1, Cab), 10)]))).Should().Throw<ArgumentException>().WithMessage("*64 combinations*");
        FluentActions.Invoking(() => Ask.AtLeast(5, [.. Enumerable.Repeat(Ask.Of(2, Cab), 11)])).Should().Throw<ArgumentException>().WithMessage("*several people*");
        FluentActions.Invoking(() => Ask.Distinct(Ask.Of(1, Cab).UnlessVetoedBy(Security))).Should().Throw<ArgumentException>().WithMessage("*veto*");
    }
}
