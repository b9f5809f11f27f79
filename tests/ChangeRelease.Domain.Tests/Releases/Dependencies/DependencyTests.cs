using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Dependencies;

public sealed class DependencyTests
{
    private static readonly EnvironmentId Production = new("production");

    [Fact]
    public void A_release_waits_for_what_it_goes_live_after_and_for_what_that_waits_for()
    {
        var dependencies = Plan(Release("REL-1", "REL-2"), Release("REL-2", "REL-3"), Release("REL-3"));

        Told(dependencies, "REL-1", Live()).Should().Equal(
            "release.dependency.not-live: REL-2 is not live in production. Let REL-2 go live first.",
            "release.dependency.not-live: REL-3 is not live in production. Let REL-3 go live first.");
        new DependencyCase(dependencies, new ReleaseId("REL-1"), Live()).Refusals[1].Facts.Should().Equal(new Fact("path", "REL-1 → REL-2 → REL-3"));
        Told(dependencies, "REL-1", Live() with { Released = [new ReleaseId("REL-2")] }).Should().BeEmpty("what is live waits for nothing any more");
        dependencies.Review([]).Order.Select(id => id.Value).Should().Equal("REL-3", "REL-2", "REL-1");
    }

    [Fact]
    public void What_is_missing_is_refused_with_the_path()
    {
        var dependencies = Plan(Release("REL-1", "REL-2"), Release("REL-2", "REL-9"));

        var review = dependencies.Review([]);
        review.Order.Should().BeEmpty();
        review.Refusals.Select(refusal => $"{refusal} {refusal.Facts[0]}").Should().Equal(
            "release.dependency.missing: The release REL-9 is not known, and REL-2 goes live after it. Plan REL-9. Take REL-9 out of what REL-2 goes live after. path: REL-2 → REL-9");
        Told(dependencies, "REL-1", Live()).Should().Equal(
            "release.dependency.missing: The release REL-9 is not known, and REL-2 goes live after it. Plan REL-9. Take REL-9 out of what REL-2 goes live after.",
            "release.dependency.not-live: Not judged yet: it waits for release.dependency.missing.");
        dependencies.Review([new ReleaseId("REL-9")]).IsSound.Should().BeTrue("what is live need not be planned");
    }

    [Fact]
    public void Circles_are_refused_with_a_shortest_way_around_one_for_each_group()
    {
        var dependencies = Plan(
            Release("REL-1", "REL-2"), Release("REL-2", "REL-3"), Release("REL-3", "REL-1", "REL-2"), Release("REL-4", "REL-1"),
            Release("REL-5", "REL-5"), Release("REL-6"));

        var review = dependencies.Review([]);
        review.Order.Should().Equal(new ReleaseId("REL-6"));
        review.Refusals.Select(refusal => refusal.Facts[0].Value).Should().Equal("REL-1 → REL-2 → REL-3 → REL-1", "REL-5 → REL-5");
        review.Refusals.Select(refusal => refusal.Explanation).Should().Equal("REL-2, REL-3, REL-1 wait for each other.", "REL-5 waits for itself.");
        Told(dependencies, "REL-4", Live()).Should().HaveCount(2).And.Contain(told => told.StartsWith("release.dependency.cycle: "));
        Told(dependencies, "REL-6", Live()).Should().BeEmpty();
        dependencies.Review([new ReleaseId("REL-1")]).Refusals.Select(refusal => refusal.Facts[0].Value).Should().Equal("REL-2 → REL-3 → REL-2", "REL-5 → REL-5");
    }

    [Fact]
    public void A_new_version_finds_what_it_needs_or_is_refused_with_who_brings_it()
    {
        var dependencies = Plan(
            [Release("REL-1", [], "payments 2.0.0"), Release("REL-2", [], "ledger 1.4.0")],
            [Need("payments >=2.0.0 needs ledger ^1.4.0"), Need("payments <2.0.0 needs ledger ^1.0.0")]);
        var live = Live("payments 1.9.0", "ledger 1.3.0");

        Told(dependencies, "REL-1", live).Should().Equal(
            "release.dependency.unmet: payments 2.0.0 needs ledger ^1.4.0, and ledger 1.3.0 would run beside it in production. Let REL-2 go live first, which brings ledger 1.4.0. Bring ledger ^1.4.0 first.");
        Told(dependencies, "REL-1", Live("payments 1.9.0")).Should().Equal(
            "release.dependency.unmet: payments 2.0.0 needs ledger ^1.4.0, and no ledger runs in production. Let REL-2 go live first, which brings ledger 1.4.0. Bring ledger ^1.4.0 to production first.");
        Told(dependencies, "REL-2", live).Should().BeEmpty();
        Told(dependencies, "REL-1", live.With(dependencies.Find(new ReleaseId("REL-2"))!)).Should().BeEmpty();
        new DependencyCase(dependencies, new ReleaseId("REL-1"), live).Refusals[0].Facts.Should().Equal(new Fact("path", "REL-1 → payments 2.0.0 → ledger ^1.4.0 → ledger 1.3.0"));
    }

    [Fact]
    public void What_runs_already_is_not_left_without_what_it_needs()
    {
        var dependencies = Plan([Release("REL-1", [], "payments 2.0.0")], [Need("checkout * needs payments ^1.0.0")]);

        Told(dependencies, "REL-1", Live("payments 1.9.0", "checkout 3.1.0")).Should().Equal(
            "release.dependency.unmet: checkout 3.1.0 needs payments ^1.0.0, and payments 2.0.0 would run beside it in production. Bring a checkout first that takes payments 2.0.0.");
        Told(dependencies, "REL-1", Live("payments 1.9.0")).Should().BeEmpty();
    }

    [Fact]
    public void Old_and_new_run_beside_each_other_unless_one_takes_the_place_of_the_other_at_once()
    {
        var both = Release("REL-1", [], "payments 2.0.0", "ledger 2.0.0");
        ValueList<VersionNeed> needs = [Need("payments >=2.0.0 needs ledger ^2.0.0")];
        var live = Live("payments 1.9.0", "ledger 1.3.0");

        Told(Plan([both], needs), "REL-1", live).Should().Equal(
            "release.dependency.unmet: payments 2.0.0 needs ledger ^2.0.0, and ledger 1.3.0 would run beside it in production. Bring ledger ^2.0.0 first. Change over at once, so that old and new ones do not run beside each other.");
        Told(Plan([both with { IsGradual = false }], needs), "REL-1", live).Should().BeEmpty();
    }

    [Fact]
    public void Versions_that_are_too_far_apart_do_not_run_beside_each_other()
    {
        var dependencies = ReleaseDependencies.Of(
            [Release("REL-1", [], "kubelet 1.34.0"), Release("REL-2", [], "kubelet 2.0.0")], [], [new SkewLimit(new ServiceId("kubelet"), new ServiceId("apiserver"), 2), new SkewLimit(new ServiceId("kubelet"), new ServiceId("kubelet"), 1)]);

        Told(dependencies, "REL-1", Live("kubelet 1.33.2", "apiserver 1.32.0")).Should().BeEmpty();
        Told(dependencies, "REL-1", Live("kubelet 1.33.2", "apiserver 1.31.0")).Should().Equal(
            "release.dependency.skew: kubelet 1.34.0 and apiserver 1.31.0 would run beside each other in production, and their minors may be at most 2 apart within one major. Bring apiserver closer first, in smaller steps. Have kubelet 1.34.0 beside apiserver 1.31.0 allowed by name, with the reason.");
        Told(dependencies, "REL-1", Live("kubelet 1.32.0")).Should().Equal(
            "release.dependency.skew: kubelet 1.34.0 and kubelet 1.32.0 would run beside each other in production, and their minors may be at most 1 apart within one major. Bring kubelet closer first, in smaller steps. Change over at once, so that old and new ones do not run beside each other. Have kubelet 1.34.0 beside kubelet 1.32.0 allowed by name, with the reason.");
        Told(dependencies, "REL-2", Live("kubelet 1.34.0", "apiserver 1.34.0")).Should().HaveCount(2);
    }

    [Fact]
    public void Nothing_goes_back_unless_that_is_allowed_by_name()
    {
        var dependencies = Plan([Release("REL-1", [], "payments 1.8.0")], []);
        var live = Live("payments 1.9.0+b");
        var pass = new DowngradePass(new ServiceId("payments"), SemanticVersion.Parse("1.9.0"), SemanticVersion.Parse("1.8.0"), new ActorId("dana"), "1.9.0 loses orders");

        Told(dependencies, "REL-1", live).Should().Equal(
            "release.dependency.downgrade: payments 1.9.0+b runs in production, and REL-1 would take it back to 1.8.0. Bring payments 1.9.0+b or later. Have the downgrade from 1.9.0+b to 1.8.0 allowed by name, with the reason.");
        Told(dependencies, "REL-1", live, pass).Should().BeEmpty();
        foreach (var other in new[] { pass with { Reason = " " }, pass with { To = SemanticVersion.Parse("1.7.0") }, pass with { From = SemanticVersion.Parse("2.0.0") }, pass with { Service = new ServiceId("ledger") } })
        {
            Told(dependencies, "REL-1", live, other).Should().ContainSingle();
        }
    }

    [Fact]
    public void What_is_not_known_is_refused_and_leaves_the_rest_unjudged()
    {
        var refusals = new DependencyCase(Plan(), new ReleaseId("REL-1"), Live()).Refusals;

        refusals[0].Code.Should().Be("release.dependency.unknown");
        refusals.Skip(1).Should().HaveCount(6).And.OnlyContain(refusal => refusal.IsUnjudged);
        Unmet.Of(0, new DependencyNeeds<int>(_ => null).All).Select(refusal => refusal.Code).Should().Equal(refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public void A_plan_is_rehearsed_release_by_release()
    {
        var dependencies = Plan(
            [Release("REL-1", ["REL-2"], "payments 2.0.0"), Release("REL-2", [], "ledger 1.4.0"), Release("REL-3", [], "ledger 3.0.0"), Release("REL-4", ["REL-3"])],
            [Need("payments >=2.0.0 needs ledger ^1.4.0"), Need("payments * needs ledger <3.0.0")]);

        var starts = dependencies.Rehearse(Live("payments 1.9.0", "ledger 1.3.0"), []);

        starts.Select(start => $"{start.Release} {string.Join(' ', start.Refusals.Select(refusal => refusal.Code))}".Trim()).Should().Equal(
            "REL-2", "REL-1", "REL-3 release.dependency.unmet release.dependency.unmet", "REL-4 release.dependency.not-live");
    }

    [Fact]
    public void There_are_bounds_and_no_twins()
    {
        Wrong([Release("REL-1"), Release("REL-1")], "*REL-1 is named more than once*");
        Wrong([Release("REL-1", [], "payments 1.0.0", "payments 2.0.0")], "*REL-1 brings a service more than once*");
        Wrong([.. Enumerable.Range(0, ReleaseDependencies.MostReleases + 1).Select(at => Release($"R{at}"))], "*10001 releases*");
        Wrong([Release("REL-1", [.. Enumerable.Repeat("REL-2", ReleaseDependencies.MostArrows + 1)])], "*more than 100000 others*");
        FluentActions.Invoking(() => Plan([], [.. Enumerable.Repeat(Need("a * needs b *"), ReleaseDependencies.MostRules + 1)])).Should().Throw<ArgumentException>().WithMessage("*100001 needs*");
        FluentActions.Invoking(() => new SkewLimit(new ServiceId("a"), new ServiceId("b"), -1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static void Wrong(ValueList<DependentRelease> releases, string message) =>
        FluentActions.Invoking(() => Plan(releases, [])).Should().Throw<ArgumentException>().WithMessage(message);

    private static IEnumerable<string> Told(ReleaseDependencies dependencies, string release, LiveVersions live, params DowngradePass[] passes) =>
        new DependencyCase(dependencies, new ReleaseId(release), live) { Passes = [.. passes] }.Refusals.Select(refusal => refusal.ToString());

    private static ReleaseDependencies Plan(params DependentRelease[] releases) => Plan([.. releases], []);

    private static ReleaseDependencies Plan(ValueList<DependentRelease> releases, ValueList<VersionNeed> needs) => ReleaseDependencies.Of(releases, needs, []);

    private static DependentRelease Release(string id, params string[] after) => Release(id, after, []);

    private static DependentRelease Release(string id, string[] after, params string[] brings) =>
        new(new ReleaseId(id), brings.Select(Version).ToValueList(), after.Select(other => new ReleaseId(other)).ToValueList());

    private static LiveVersions Live(params string[] running) => new(Production, running.Select(Version).ToValueList(), []);

    private static ServiceVersion Version(string text) => new(new ServiceId(text.Split(' ')[0]), SemanticVersion.Parse(text.Split(' ')[1]));

    private static VersionNeed Need(string text) => text.Split(' ') is [var service, var versions, "needs", var on, var range]
        ? new VersionNeed(new ServiceId(service), VersionRange.Parse(versions), new ServiceId(on), VersionRange.Parse(range))
        : throw new ArgumentException(text);
}
