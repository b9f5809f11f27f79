using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Scheduling;
using static ChangeRelease.Domain.Tests.Scheduling.Conflicts.Planned;

namespace ChangeRelease.Domain.Tests.Scheduling.Conflicts;

/// <summary>Schedules that are hard on an index: what is told is bounded, and says when it is cut.</summary>
public sealed class HostileTests
{
    private const int Many = 100_000;
    private const long MostBytes = 16 << 20;

    private static readonly ConflictPolicy _policy = Policy(
        SameService(), ConflictRule.SameEnvironment(Rule("places"), ConflictSeverity.Hard, 3), ConflictRule.ExclusiveEnvironment(Rule("alone"), ConflictSeverity.Soft),
        ConflictRule.RelatedServices(Rule("related"), ConflictSeverity.Soft, 3));

    private static readonly ConflictIndex _atOnce = ConflictIndex.Of(_policy, Enumerable.Range(0, Many).Select(at => Work(Name(at), 60, 120, "payments")), Graph);

    [Fact]
    public void A_hundred_thousand_at_one_instant_are_cut_at_the_limit()
    {
        var report = Within(() => _atOnce.All());

        (report.Conflicts.Count, report.IsCut, report.IsClear).Should().Be((ConflictReport.Most, true, false));
        Within(() => _atOnce.All(7)).Conflicts.Should().HaveCount(7);
    }

    [Fact]
    public void One_more_beside_them_learns_of_the_first_and_that_there_are_more()
    {
        var report = Within(() => _atOnce.Against(Work("X", 90, 100, "payments").AloneIn("production")));

        (report.Conflicts.Count, report.IsCut).Should().Be((ConflictReport.Most, true));
        report.Conflicts.Take(3).Select(conflict => conflict.Others[0].Name).Should().Equal(Name(0), Name(1), Name(2));
        report.Conflicts[0].Remedies[0].Text.Should().StartWith("Start X at 2026-11-02T02:00:00Z, the earliest");
        _atOnce.Against(Work("X", 120, 130, "payments")).Conflicts.Should().BeEmpty();
    }

    [Fact]
    public void Where_too_many_are_only_the_first_are_named()
    {
        var crowd = Within(() => ConflictIndex.Of(Policy(_policy.Rules[1]), Enumerable.Range(0, 1_000).Select(at => Work(Name(at), 60, 120, "payments")))).All().Conflicts.Single();

        crowd.Others.Should().HaveCount(Conflict.MostNamed);
        crowd.Sentence.Should().StartWith("With C000999 up to 1000 are at once").And.EndWith("and perhaps others.");
    }

    [Fact]
    public void Parts_of_one_holder_by_the_thousands_end_at_what_is_looked_at()
    {
        var index = ConflictIndex.Of(Policy(SameService()), Enumerable.Range(1, 20_000).Select(part => Work("REL-1", 60, 120, "payments") with { Part = part }));

        var report = Within(() => index.All());

        (report.Conflicts.Count, report.IsCut).Should().Be((0, true));
    }

    [Fact]
    public void A_search_for_a_start_that_looked_at_enough_says_how_far_it_came()
    {
        var index = ConflictIndex.Of(Policy(SameService()), Enumerable.Range(0, 20_000).Select(at => Work(Name(at), at, at + 1, "payments")));

        var found = Within(() => index.EarliestStart(Work("X", 0, 1, "payments"), At(0), At(100_000)));

        (found.Start, found.IsSearched).Should().Be((null, false));
        found.SearchedUntil.Should().Be(At(10_001));
        index.EarliestStart(Work("X", 0, 1, "payments"), At(12_000), At(100_000)).Start.Should().Be(At(20_000));
    }

    [Fact]
    public void A_service_that_everything_depends_on_is_judged_up_to_a_limit()
    {
        var services = Enumerable.Range(0, 12_000).Select(at => new ServiceId(FormattableString.Invariant($"s{at}"))).ToList();
        var graph = ServiceGraph.Of("v1", services.Select(id => new ServiceNode(id)), services.Skip(1).Select(id => new ServiceDependency(id, services[0])));
        var index = ConflictIndex.Of(Policy(ConflictRule.RelatedServices(Rule("related"), ConflictSeverity.Hard)), [Work("CHG-1", 60, 120, "s0")], graph);

        index.Against(Work("CHG-2", 60, 120, "s1")).Conflicts.Single().Kind.Should().Be(ConflictKind.Overlap);
        index.Against(Work("CHG-2", 60, 120, "s0")).Conflicts.Single().Sentence.Should().StartWith("More than 10000 services are related to s0");
    }

    private static string Name(int at) => FormattableString.Invariant($"C{at:000000}");

    private static T Within<T>(Func<T> work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = work();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MostBytes);
        return result;
    }
}
