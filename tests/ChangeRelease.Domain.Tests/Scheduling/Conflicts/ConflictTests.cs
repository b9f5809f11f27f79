using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using static ChangeRelease.Domain.Tests.Scheduling.Conflicts.Planned;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>What is in the way of what, by example.</summary>
public sealed class ConflictTests
{
    private static readonly ConflictSeverity _hard = ConflictSeverity.Hard;

    [Fact]
    public void Two_changes_to_a_service_at_the_same_time_conflict_and_both_are_named()
    {
        var index = ConflictIndex.Of(Policy(SameService()), [Work("CHG-1", 60, 120, "payments"), Work("CHG-2", 90, 150, "payments"), Work("CHG-3", 90, 150, "ledger")]);

        var conflict = index.All().Conflicts.Should().ContainSingle().Subject;

        (conflict.Work.Name, conflict.Others.Single().Name).Should().Be(("CHG-2", "CHG-1"));
        (conflict.Kind, conflict.Severity, conflict.Span).Should().Be((ConflictKind.Overlap, _hard, Slot(90, 120)));
        conflict.Key.Should().Be(ConflictKey.Target(Target("payments")));
        conflict.ToString().Should().Be("same-service (hard): CHG-2 and CHG-1 both work on payments in production from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.");
        conflict.Remedies.Select(remedy => remedy.Text).Should().Equal("Start CHG-2 at 2026-11-02T02:00:00Z or later, clear of CHG-1");
    }

    [Fact]
    public void Touching_is_no_conflict()
    {
        var policy = Policy(SameService(), ConflictRule.SamePerson(Rule("people"), _hard), ConflictRule.SameEnvironment(Rule("places"), _hard, 1));

        ConflictIndex.Of(policy, [Work("CHG-1", 60, 120, "payments").By("ann"), Work("CHG-2", 120, 180, "payments").By("ann"), Work("CHG-3", 0, 60, "payments").By("ann")])
            .All().IsClear.Should().BeTrue();
    }

    [Fact]
    public void The_same_service_elsewhere_is_another_matter()
    {
        var index = ConflictIndex.Of(Policy(SameService()), [Work("CHG-1", 60, 120, "payments/test"), Work("CHG-2", 60, 120, "payments/production")]);

        index.All().Conflicts.Should().BeEmpty();
        index.Against(new ScheduledWork(new HolderId("CHG-3"), Slot(60, 120)) { Targets = [Target("payments/test") with { Tenant = new TenantId("acme") }] }).Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void A_gap_of_exactly_the_minimum_is_no_conflict_and_a_microsecond_less_is_one()
    {
        var policy = Policy(SameService() with { Gap = Duration.FromMinutes(30) });
        var index = ConflictIndex.Of(policy, [Work("CHG-1", 60, 120, "payments")]);
        var late = Work("CHG-2", 150, 180, "payments");
        var early = Work("CHG-3", 0, 30, "payments");
        var moment = Duration.FromNanoseconds(1_000);

        index.Against(late).IsClear.Should().BeTrue();
        index.Against(early).IsClear.Should().BeTrue();
        var near = index.Against(late.MovedTo(new Slot(late.Slot.Start - moment, late.Slot.End))).Conflicts.Single();
        (near.Kind, near.Span).Should().Be((ConflictKind.TooNear, Slot(120, 150)));
        near.Sentence.Should().Be("CHG-2 starts 29 min 59 s 999999 µs after CHG-1 ends, and 30 min must lie between: payments in production.");
        near.Remedies[0].Text.Should().Be("Start CHG-2 at 2026-11-02T02:30:00Z, the earliest start that no hard rule forbids");
        index.Against(early.MovedTo(new Slot(early.Slot.Start, early.Slot.End + moment))).Conflicts.Single().Sentence.Should().StartWith("CHG-1 starts 29 min");
    }

    [Fact]
    public void Work_on_what_a_service_depends_on_or_on_what_depends_on_it_conflicts_as_far_as_the_rule_goes()
    {
        var policy = Policy(
            ConflictRule.RelatedServices(Rule("neighbors"), _hard),
            ConflictRule.RelatedServices(Rule("farther"), ConflictSeverity.Soft, farthest: 2, nearest: 2));
        var index = ConflictIndex.Of(policy, [Work("CHG-1", 60, 120, "payments")], Graph);

        string[] Of(string service) => [.. index.Against(Work("CHG-2", 90, 150, service)).Conflicts.Select(conflict => $"{conflict.Rule.Id} {conflict.Severity}")];
        Of("shop").Should().Equal("neighbors Hard");
        Of("ledger").Should().Equal("neighbors Hard");
        Of("database").Should().Equal("farther Soft");
        Of("blog").Should().BeEmpty();
        Of("payments").Should().BeEmpty("that is another rule");
        index.Against(Work("CHG-2", 90, 150, "ledger/test")).Conflicts.Should().BeEmpty("dependencies do not cross environments");
    }

    [Fact]
    public void A_conflict_of_related_services_says_which_depends_on_which()
    {
        var policy = Policy(ConflictRule.RelatedServices(Rule("related"), _hard, farthest: 3));
        var index = ConflictIndex.Of(policy, [Work("CHG-1", 60, 120, "payments")], Graph);

        index.Against(Work("CHG-2", 90, 150, "shop")).Conflicts.Single().Sentence.Should()
            .Be("CHG-2 works on shop in production, which depends on payments in production, where CHG-1 works from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.");
        index.Against(Work("CHG-2", 90, 150, "database")).Conflicts.Single().Sentence.Should()
            .Be("CHG-2 works on database in production, on which payments in production depends over 2 steps, where CHG-1 works from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.");
    }

    [Fact]
    public void A_service_that_the_graph_does_not_know_is_not_allowed_by_chance()
    {
        var policy = Policy(ConflictRule.RelatedServices(Rule("related"), _hard));
        var work = Work("CHG-2", 90, 150, "legacy");

        var unknown = ConflictIndex.Of(policy, [work], Graph).Against(work).Conflicts.Single();
        unknown.Kind.Should().Be(ConflictKind.Unjudged);
        unknown.Sentence.Should().Be("The graph of services v7 does not know legacy, so it is not known what is in the way of CHG-2 on legacy in production.");
        ConflictIndex.Of(policy, [work], Graph).All().Conflicts.Should().ContainSingle().Which.Should().Be(unknown);
        ConflictIndex.Of(policy, [work], Graph).Prepare(work).Worst(At(0)).Should().Be(_hard);
        ConflictIndex.Of(policy, []).Against(work).Conflicts.Single().Sentence.Should().StartWith("There is no graph of services");
        ConflictIndex.Of(policy, []).EarliestStart(work, At(0), At(600)).Should().Be(new ClearStart(null, At(0), IsSearched: false));
    }

    [Fact]
    public void Nobody_is_at_two_places_at_a_time()
    {
        var index = ConflictIndex.Of(Policy(ConflictRule.SamePerson(Rule("people"), _hard)), [Work("CHG-1", 60, 120, "payments").By("ann", "ben")]);

        index.Against(Work("CHG-2", 90, 150, "blog").By("cid", "ben")).Conflicts.Single().Sentence.Should()
            .Be("CHG-2 and CHG-1 both need person ben from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.");
        index.Against(Work("CHG-2", 90, 150, "blog").By("cid")).Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void Who_has_an_environment_alone_is_in_the_way_of_everybody_there()
    {
        var policy = Policy(ConflictRule.ExclusiveEnvironment(Rule("alone"), _hard));
        var alone = Work("CHG-1", 60, 120).AloneIn("test");
        var index = ConflictIndex.Of(policy, [alone, Work("CHG-2", 90, 150, "payments/test"), Work("CHG-3", 90, 150, "ledger/test"), Work("CHG-4", 90, 150, "ledger/production")]);

        index.All().Conflicts.Select(conflict => conflict.Sentence).Should().Equal(
            "CHG-1 has environment test to itself, and CHG-2 is there from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.",
            "CHG-1 has environment test to itself, and CHG-3 is there from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.");
        index.Against(alone).Conflicts.Select(conflict => conflict.Others.Single().Name).Should().Equal("CHG-2", "CHG-3");
        index.Against(Work("CHG-5", 0, 100).AloneIn("test")).Conflicts.Select(conflict => conflict.Others.Single().Name).Should().Equal("CHG-1", "CHG-2", "CHG-3");
    }

    [Fact]
    public void What_excludes_each_other_is_named_by_holder_class_service_environment_or_person()
    {
        var network = ConflictKey.Class(new ChangeClass("network"));
        var policy = Policy(
            ConflictRule.Exclusion(Rule("network"), _hard, network, ConflictKey.Environment(new EnvironmentId("production"))),
            ConflictRule.Exclusion(Rule("pair"), _hard, ConflictKey.Holder(new HolderId("CHG-1")), ConflictKey.Holder(new HolderId("CHG-7"))),
            ConflictRule.Exclusion(Rule("expert"), _hard, ConflictKey.Service(new ServiceId("ledger")), ConflictKey.Person(new ActorId("ann"))));
        var index = ConflictIndex.Of(policy, [Work("CHG-1", 60, 120, "payments"), Work("CHG-2", 60, 120, "ledger/test")]);

        index.Against(Work("NET-1", 90, 150).Of("network")).Conflicts.Single().Sentence.Should()
            .Be("NET-1 (class network) and CHG-1 (environment production) exclude each other, and both are at work from 2026-11-02T01:30:00Z to 2026-11-02T02:00:00Z.");
        index.Against(Work("CHG-7", 90, 150)).Conflicts.Single().Rule.Id.Should().Be(Rule("pair"));
        index.Against(Work("CHG-8", 90, 150).By("ann")).Conflicts.Single().Others.Single().Name.Should().Be("CHG-2");
        index.Against(Work("CHG-8", 120, 150, "ledger").Of("network").By("ann")).Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void As_many_as_fit_are_no_conflict_and_one_more_is()
    {
        var policy = Policy(ConflictRule.SameEnvironment(Rule("places"), _hard, atOnce: 2));
        var index = ConflictIndex.Of(policy, [Work("CHG-1", 0, 60, "a/test"), Work("CHG-2", 30, 90, "b/test"), Work("CHG-3", 60, 120, "c/test"), Work("CHG-4", 120, 150, "c/test")]);

        index.All().Conflicts.Should().BeEmpty("whoever comes when another leaves takes its place");
        index.Against(Work("CHG-5", 90, 120, "d/test")).Conflicts.Should().BeEmpty();
        var over = index.Against(Work("CHG-6", 20, 100, "d/test")).Conflicts.Single();
        (over.Kind, over.Span).Should().Be((ConflictKind.OverCapacity, Slot(30, 90)));
        over.Others.Select(other => other.Name).Should().Equal("CHG-1", "CHG-2", "CHG-3");
        over.Sentence.Should().Be("With CHG-6 up to 3 are at once in environment test from 2026-11-02T00:30:00Z to 2026-11-02T01:30:00Z, and 2 may be; the others are CHG-1, CHG-2, CHG-3.");
        index.EarliestStart(Work("CHG-6", 20, 50, "d/test"), At(20), At(600)).Start.Should().Be(At(90));
    }

    [Fact]
    public void No_more_than_two_with_high_risk_at_once()
    {
        var risky = ConflictKey.Class(new ChangeClass("high-risk"));
        var index = ConflictIndex.Of(
            Policy(ConflictRule.Limit(Rule("risk"), ConflictSeverity.Soft, risky, atOnce: 2)),
            [Work("CHG-1", 0, 60).Of("high-risk"), Work("CHG-2", 30, 90).Of("high-risk"), Work("CHG-3", 40, 50), Work("CHG-4", 45, 100).Of("high-risk")]);

        var report = index.All();

        report.IsClear.Should().BeTrue("it only warns");
        report.ToString().Should().Be("0 hard, 1 soft");
        report.Soft.Single().Span.Should().Be(Slot(45, 60));
    }

    [Fact]
    public void Parts_of_one_holder_never_conflict_with_one_another()
    {
        var policy = Policy(SameService() with { Gap = Duration.FromMinutes(60) }, ConflictRule.SameEnvironment(Rule("places"), _hard, 1));
        var stages = new[] { Work("REL-1", 0, 60, "shop"), Work("REL-1", 30, 90, "shop") with { Part = 2 } };

        ConflictIndex.Of(policy, stages).All().IsClear.Should().BeTrue();
        ConflictIndex.Of(policy, stages).Against(Work("REL-1", 0, 60, "shop") with { Part = 3 }).IsClear.Should().BeTrue();
        ConflictIndex.Of(policy, stages).Against(Work("CHG-1", 80, 100, "shop")).Conflicts.Should().HaveCount(3);
        FluentActions.Invoking(() => ConflictIndex.Of(policy, [stages[0], stages[0]])).Should().Throw<ArgumentException>().WithMessage("REL-1 stands twice*");
    }

    [Fact]
    public void Two_parts_at_work_at_once_take_one_place()
    {
        var index = ConflictIndex.Of(
            Policy(ConflictRule.SameEnvironment(Rule("places"), _hard, 2)),
            [Work("REL-1", 0, 60, "a/test"), Work("REL-1", 30, 90, "b/test") with { Part = 2 }, Work("CHG-1", 0, 90, "c/test")]);

        index.All().Conflicts.Should().BeEmpty();
        index.Against(Work("CHG-2", 40, 50, "d/test")).Conflicts.Single().Others.Should().HaveCount(3);
    }

    [Fact]
    public void A_rule_is_about_its_scope_only()
    {
        var policy = Policy(SameService() with { About = Scope.Environment(new EnvironmentId("production")) });

        ConflictIndex.Of(policy, [Work("CHG-1", 0, 60, "a/test"), Work("CHG-2", 0, 60, "a/test")]).All().Conflicts.Should().BeEmpty();
        ConflictIndex.Of(policy, [Work("CHG-1", 0, 60, "a"), Work("CHG-2", 0, 60, "a")]).All().Conflicts.Should().HaveCount(1);
    }

    [Fact]
    public void The_earliest_clear_start_passes_everything_hard_and_what_only_warns_stays()
    {
        var policy = Policy(SameService(), ConflictRule.SamePerson(Rule("people"), ConflictSeverity.Soft));
        var index = ConflictIndex.Of(policy, [Work("CHG-1", 60, 120, "payments"), Work("CHG-2", 150, 180, "payments"), Work("CHG-3", 180, 240).By("ann")]);
        var work = Work("CHG-4", 60, 100, "payments").By("ann");

        index.EarliestStart(work, At(60), At(600)).Should().Be(new ClearStart(At(180), At(180), IsSearched: true));
        index.EarliestStart(work, At(60), At(219)).Should().Be(new ClearStart(null, At(179), IsSearched: true));
        index.EarliestStart(work, At(60), At(220)).ToString().Should().Be("2026-11-02T03:00:00Z");
        index.Against(work.MovedTo(Slot(180, 220))).ToString().Should().Be("0 hard, 1 soft");
    }

    [Fact]
    public void A_change_that_comes_goes_and_moves_is_seen_at_once()
    {
        var live = new LiveConflictIndex(Policy(SameService()), works: [Work("CHG-1", 60, 120, "payments")]);
        var probe = live.Prepare(Work("CHG-9", 0, 30, "ledger"));

        probe.Worst(At(60)).Should().BeNull();
        live.Add(Work("CHG-2", 60, 120, "ledger"));
        probe.Worst(At(60)).Should().Be(_hard);
        live.Move(new HolderId("CHG-2"), Slot(200, 260))!.Slot.Should().Be(Slot(200, 260));
        (probe.Worst(At(60)), probe.Worst(At(230))).Should().Be((null, _hard));
        live.Remove(new HolderId("CHG-2"))!.Name.Should().Be("CHG-2");
        probe.Worst(At(230)).Should().BeNull();
        (live.Remove(new HolderId("CHG-2")), live.Move(new HolderId("CHG-2"), Slot(0, 1)), live.Count).Should().Be((null, null, 1));
        live.Invoking(all => all.Add(Work("CHG-1", 0, 1))).Should().Throw<ArgumentException>().WithMessage("CHG-1 is scheduled already*");
    }
}
