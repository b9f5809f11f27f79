using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases.Dependencies;

/// <summary>No release goes live before what it depends on, and none beside what it does not go with (S-53).</summary>
public sealed class ReleaseDependencyTests
{
    private static readonly string[] Booked = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule"];

    public static TheoryData<string, string> Ways => new()
    {
        { "unknown", "release.dependency.unknown: Needed: It is known what the release depends on, and what runs where it goes. Plan the release with what it goes live after, and try again when that and what runs can be looked up." },
        { "elsewhere", "release.dependency.unknown: Needed: It is known what the release depends on, and what runs where it goes. Plan the release with what it goes live after, and try again when that and what runs can be looked up." },
        { "missing", "release.dependency.missing: The release REL-0 is not known, and REL-1 goes live after it. Plan REL-0. Take REL-0 out of what REL-1 goes live after. [path: REL-1 → REL-0]" },
        { "cycle", "release.dependency.cycle: REL-1, REL-0 wait for each other. Let REL-0 go live without REL-1. Let REL-1 go live without REL-0. [path: REL-0 → REL-1 → REL-0]" },
        { "waiting", "release.dependency.not-live: REL-0 is not live in production. Let REL-0 go live first. [path: REL-1 → REL-0]" },
        { "unmet", "release.dependency.unmet: payments 2.4.0 needs ledger ^1.4.0, and ledger 1.3.0 would run beside it in production. Bring ledger ^1.4.0 first. [path: REL-1 → payments 2.4.0 → ledger ^1.4.0 → ledger 1.3.0]" },
        { "skew", "release.dependency.skew: payments 2.4.0 and payments 2.2.0 would run beside each other in production, and their minors may be at most 1 apart within one major. Bring payments closer first, in smaller steps. Change over at once, so that old and new ones do not run beside each other. Have payments 2.4.0 beside payments 2.2.0 allowed by name, with the reason. [path: REL-1 → payments 2.4.0 → payments 2.2.0]" },
        { "downgrade", "release.dependency.downgrade: payments 2.5.0 runs in production, and REL-1 would take it back to 2.4.0. Bring payments 2.5.0 or later. Have the downgrade from 2.5.0 to 2.4.0 allowed by name, with the reason. [path: REL-1 → payments 2.5.0 → 2.4.0]" },
        { "other", "release.dependency.of-other-content: Its dependencies say that it brings payments 2.4.9, and it brings 2.4.0. Look up the dependencies of the present content." },
        { "own", "release.dependency.own-exception: olga had a hand in the release and may not except it. Have somebody allow it by name who had no hand in the release. [exception: payments from 2.5.0 back to 2.4.0, by olga: it loses orders] [chain: olga: owner]" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_not_in_order_is_refused_with_its_path_when_the_deployment_starts_and_when_a_stage_begins(string way, string told)
    {
        foreach (var (voyage, trigger) in new[] { (new Voyage().Go(Booked), "StartDeployment"), (Out(), "BeginStage"), (Out("StageDone"), "BeginStage") })
        {
            var leg = voyage.Good(trigger);

            var decision = voyage.Ask(leg with { Facts = leg.Facts with { Dependencies = Known(way, voyage.Release) } });

            decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(Told).Should().Equal(told);
            voyage.Ask(leg).Refusals.Should().BeEmpty("everything is in order then");
        }
    }

    [Fact]
    public void Asked_for_beforehand_the_same_is_said()
    {
        var voyage = new Voyage().Go(Booked);
        var leg = voyage.Good("StartDeployment");
        var prospect = ReleaseDecider.Ask(voyage.Release, leg.Facts with { Dependencies = Known("waiting", voyage.Release) })!.For(ReleaseTriggers.StartDeployment)!;

        prospect.IsAvailable.Should().BeFalse();
        prospect.Refusals.Select(refusal => refusal.Code).Should().Equal("release.dependency.not-live");
    }

    [Fact]
    public void Each_environment_waits_for_what_is_live_in_it()
    {
        var (west, east) = (new EnvironmentId("west"), new EnvironmentId("east"));
        var voyage = new Voyage(Crew.Content with
        {
            Environments = [west, east],
            Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new("west", west, Share.All), new("east", east, Share.All)]),
        }).Go([.. Booked, "StartDeployment", "BeginStage", "StageDone"]);
        var leg = voyage.Good("BeginStage");
        var (known, live) = (leg.Facts.Dependencies!, leg.Facts.Dependencies!.Live);
        ReleaseDecider.Decide(voyage.Release, leg.Command, leg.Facts with { Dependencies = new KnownDependencies("8", known.Graph, [live[0] with { Released = [] }, live[1]]) })
            .Refusals.Should().BeEmpty("it goes to the east now, and the other release is live there");

        var refused = ReleaseDecider.Decide(voyage.Release, leg.Command, leg.Facts with { Dependencies = new KnownDependencies("9", known.Graph, [live[0], live[1] with { Released = [] }]) });

        refused.Refusals.Select(Told).Should().Equal("release.dependency.not-live: REL-0 is not live in east. Let REL-0 go live first. [path: REL-1 → REL-0]");
    }

    [Theory]
    [InlineData(RolloutStrategy.AllAtOnce, true)]
    [InlineData(RolloutStrategy.Rings, false)]
    public void The_plan_that_was_voted_on_says_whether_old_and_new_run_beside_each_other(RolloutStrategy strategy, bool isAccepted)
    {
        var voyage = new Voyage(Crew.Content with
        {
            Rollout = new RolloutPlan(strategy, strategy == RolloutStrategy.AllAtOnce ? [new("all", Crew.Production, Share.All)] : [new("half", Crew.Production, Share.Percent(50)), new("all", Crew.Production, Share.All)]),
        }).Go(Booked);
        var leg = voyage.Good("StartDeployment");

        voyage.Ask(leg with { Facts = leg.Facts with { Dependencies = (new Fleet(voyage.Release) with { Serving = "2.2.0" }).Known } }).IsAccepted.Should().Be(isAccepted);
    }

    [Theory]
    [InlineData("downgrade", "2.5.0", "payments from 2.5.0 back to 2.4.0, by dana: it loses orders")]
    [InlineData("skew", "2.2.0", "payments 2.4.0 beside payments 2.2.0, by dana: for the weekend")]
    public void What_is_excepted_by_name_goes_out_and_its_exception_is_in_the_record(string what, string serving, string recorded)
    {
        var voyage = new Voyage().Go(Booked);
        var leg = voyage.Good("StartDeployment");
        var known = (new Fleet(voyage.Release) with { Serving = serving, Allowing = [what] }).Known;

        var started = voyage.Do(leg with { Facts = leg.Facts with { Dependencies = known } });

        started.Events.Single().Header.Basis.Should().Contain(fact => fact.Name == "dependencies" && fact.Value == $"fleet 7; {recorded}");
    }

    [Fact]
    public void An_exception_that_nothing_needs_does_no_harm_whoever_gave_it()
    {
        var voyage = new Voyage().Go(Booked);
        var leg = voyage.Good("StartDeployment");
        var known = (new Fleet(voyage.Release) with { Serving = "2.5.0", Allowing = ["downgrade"], AllowedBy = Crew.Olga.Id }).Known;

        voyage.Ask(leg with { Facts = leg.Facts with { Dependencies = new Fleet(voyage.Release).Known with { Downgrades = known.Downgrades } } }).IsAccepted.Should().BeTrue();
    }

    [Theory]
    [InlineData("2.3.9", "")]
    [InlineData("2.4.0+other", "")]
    [InlineData("2.4.1", "release.dependency.downgrade")]
    [InlineData("10.0.0", "release.dependency.downgrade")]
    public void Where_nothing_depends_on_anything_what_serves_is_still_not_taken_back(string serving, string refused)
    {
        var voyage = new Voyage().Go(Booked);
        var leg = voyage.Good("StartDeployment");

        var decision = voyage.Ask(leg with { Facts = leg.Facts with { Dependencies = KnownDependencies.None, Active = [Crew.Good with { Version = SemanticVersion.Parse(serving) }] } });

        string.Join(' ', decision.Refusals.Select(refusal => refusal.Code)).Should().Be(refused);
    }

    [Fact]
    public void Other_services_than_the_release_goes_to_are_refused()
    {
        var voyage = new Voyage().Go(Booked);
        var leg = voyage.Good("StartDeployment");
        var known = leg.Facts.Dependencies!;
        var other = ReleaseDependencies.Of([new DependentRelease(voyage.Release.Id, [Fleet.Of(Fleet.Books, "2.4.0")], [])], [], []);

        voyage.Ask(leg with { Facts = leg.Facts with { Dependencies = new KnownDependencies("10", other, known.Live) } }).Refusals.Select(refusal => refusal.Code).Should().Contain("release.dependency.of-other-content");
    }

    [Fact]
    public void What_was_looked_up_has_a_name_and_each_environment_once()
    {
        var graph = ReleaseDependencies.Of([], [], []);
        var nameless = () => new KnownDependencies(" ", graph, []);
        var twins = () => new KnownDependencies("1", graph, [new LiveVersions(Crew.Production, [], []), new LiveVersions(Crew.Production, [], [])]);

        nameless.Should().Throw<ArgumentException>();
        twins.Should().Throw<ArgumentException>().WithMessage("*twice*");
    }

    private static KnownDependencies? Known(string way, Release release)
    {
        var fleet = new Fleet(release);
        return way switch
        {
            "unknown" => null,
            "elsewhere" => (fleet with { Environments = [new EnvironmentId("moon")] }).Known,
            "missing" => (fleet with { Others = [], Released = [] }).Known,
            "cycle" => (fleet with { Others = [new DependentRelease(Fleet.First, [], [release.Id])], Released = [] }).Known,
            "waiting" => (fleet with { Released = [] }).Known,
            "unmet" => (fleet with { Ledger = "1.3.0", Others = [new DependentRelease(Fleet.First, [], [])] }).Known,
            "skew" => (fleet with { Serving = "2.2.0" }).Known,
            "downgrade" => (fleet with { Serving = "2.5.0" }).Known,
            "other" => (fleet with { Brings = SemanticVersion.Parse("2.4.9") }).Known,
            _ => (fleet with { Serving = "2.5.0", Allowing = ["downgrade"], AllowedBy = Crew.Olga.Id }).Known,
        };
    }

    private static string Told(Refusal refusal) => string.Join(' ', refusal.Facts.Select(fact => $"[{fact.Name}: {fact.Value}]").Prepend(refusal.ToString()));

    private static Voyage Out(params string[] triggers) => new Voyage().Go([.. Booked, "StartDeployment"]).Go(triggers);
}
