using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using static ChangeRelease.Domain.Releases.RolloutStrategy;

namespace ChangeRelease.Domain.Tests.Releases.Rollouts;

/// <summary>Plans of rollouts: every shape that a strategy asks for, and everything that is wrong told at once (S-52).</summary>
public sealed class RolloutPlanTests
{
    private static readonly EnvironmentId Eu = new("eu");
    private static readonly EnvironmentId Us = new("us");

    public static TheoryData<RolloutStrategy, string, bool> Shapes => new()
    {
        // exposures in percent of one environment, stage by stage
        { AllAtOnce, "100", true },
        { AllAtOnce, "50", false },
        { AllAtOnce, "50 100", false },
        { AllAtOnce, "100 100", false },
        { Rings, "100", false },
        { Rings, "10 100", true },
        { Rings, "0 10 100", true },
        { Rings, "10 50 50 100", true },
        { Rings, "50 10 100", false },
        { Rings, "10 50", false },
        { Canary, "5 100", true },
        { Canary, "5 25 100", true },
        { Canary, "0 100", false },
        { Canary, "100", false },
        { Canary, "5 25", false },
        { BlueGreen, "0 100", true },
        { BlueGreen, "100", false },
        { BlueGreen, "0 50 100", false },
        { BlueGreen, "5 100", false },
        { DarkLaunch, "0 100", true },
        { DarkLaunch, "0 0 10 100", true },
        { DarkLaunch, "10 100", false },
        { DarkLaunch, "0", false },
        { DarkLaunch, "0 50", false },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_strategy_has_its_shape(RolloutStrategy strategy, string exposures, bool isSound) =>
        (Plan(strategy, exposures).Faults([Eu]).Count == 0).Should().Be(isSound);

    [Fact]
    public void A_canary_that_nobody_watches_is_none()
    {
        var plan = Plan(Canary, "5 100");

        plan.Faults([Eu]).Should().BeEmpty("it bakes");
        (plan with { Stages = plan.Stages.Select(stage => stage with { Bake = Duration.Zero }).ToValueList() }).Faults([Eu]).Should().ContainSingle().Which.Text.Should().StartWith("A canary is watched");
        (plan with { Stages = plan.Stages.Select(stage => stage with { Bake = Duration.Zero, Gates = [Gate.Tests("smoke")] }).ToValueList() }).Faults([Eu]).Should().BeEmpty();
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var plan = new RolloutPlan(Rings,
        [
            new("one", Us, Share.Percent(50)),
            new("one", Eu, Share.Percent(20)) { Gates = [Gate.Tests("t"), Gate.Tests("t"), new Gate("b", GateKind.ErrorBudget, null, null, null)] },
            new(" ", Eu, Share.Percent(10)),
            new("elsewhere", new EnvironmentId("mars"), Share.All),
        ]);

        plan.Faults([Eu, Us, new EnvironmentId("jp")]).Select(fault => fault.Text).Should().BeEquivalentTo(
            "A stage of eu has no name.",
            "More than one stage is called 'one'.",
            "The stage 'elsewhere' deploys to mars, to which the release does not go.",
            "No stage deploys to jp.",
            "The exposure of eu falls from 20 % in 'one' to 10 % in ' '.",
            "The stage 'one' takes us ahead of eu, which comes before it.",
            "The last stage of eu, ' ', exposes 10 %.",
            "The last stage of us, 'one', exposes 50 %.",
            "Rings take at least two stages in us, and this plan is otherwise.",
            "The stage 'one' has more than one gate called 't'.",
            "The stage 'one' has a gate 'b' that does not say what it asks for.");
        plan.Faults([Eu, Us]).Should().OnlyContain(fault => fault.Remedies.Count > 0);
    }

    [Fact]
    public void A_dark_launch_may_deploy_everywhere_before_it_releases_anywhere() => new RolloutPlan(DarkLaunch,
    [
        new("dark eu", Eu, Share.None), new("dark us", Us, Share.None),
        new("eu", Eu, Share.All), new("us", Us, Share.All),
    ]).Faults([Eu, Us]).Should().BeEmpty();

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1, "0.01 %")]
    [InlineData(25, "0.25 %")]
    [InlineData(50, "0.5 %")]
    [InlineData(500, "5 %")]
    [InlineData(3_333, "33.33 %")]
    [InlineData(10_000, "100 %")]
    public void A_share_is_exact_and_shown_with_no_more_digits_than_it_needs(int basisPoints, string shown) => Share.OfBasisPoints(basisPoints).ToString().Should().Be(shown);

    [Property(MaxTest = 2_000)]
    public Property What_has_no_fault_is_what_an_independent_reading_of_the_rules_lets_pass() => Prop.ForAll(Plans(), plan =>
    {
        var sound = plan.Faults([Eu, Us]).Count == 0;
        return (sound == IsSound(plan)).Classify(sound, "sound").Classify(!sound, "faulty");
    });

    // Reads the plan as a walk: what is out where after each stage.
    private static bool IsSound(RolloutPlan plan)
    {
        var walks = new Dictionary<string, List<int>> { ["eu"] = [], ["us"] = [] };
        foreach (var stage in plan.Stages)
        {
            var walk = walks[stage.Environment.Value];
            if (walk.Count > 0 && walk[^1] > stage.Exposure.BasisPoints)
            {
                return false;
            }

            walk.Add(stage.Exposure.BasisPoints);
            if (walks["us"].LastOrDefault(-1) > walks["eu"].LastOrDefault(-1))
            {
                return false;
            }
        }

        return plan.Stages.Select(stage => stage.Name).ToHashSet().Count == plan.Stages.Count && walks.Values.All(walk => (plan.Strategy, string.Join(' ', walk)) switch
        {
            (_, "") => false,
            (AllAtOnce, var steps) => steps == "10000",
            (BlueGreen, var steps) => steps == "0 10000",
            (Rings, _) => walk.Count > 1 && walk[^1] == 10_000,
            (DarkLaunch, _) => walk.Count > 1 && walk[0] == 0 && walk[^1] == 10_000,
            (_, _) => walk[0] is > 0 and < 10_000 && walk[^1] == 10_000,
        });
    }

    private static Arbitrary<RolloutPlan> Plans()
    {
        // Usually a walk that rises, sometimes anything.
        var rising = from count in Gen.Choose(1, 3)
                     from steps in Gen.Elements(0, 0, 1_000, 5_000, 10_000).ListOf(count)
                     from last in Gen.Frequency((5, Gen.Constant(10_000)), (1, Gen.Constant(5_000)))
                     from isSorted in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
                     select (isSorted ? steps.Order() : steps.AsEnumerable()).Take(steps.Count - 1).Append(last).ToList();
        return (from strategy in Gen.Elements(Enum.GetValues<RolloutStrategy>())
                from eu in rising
                from us in Gen.Frequency((1, rising), (2, Gen.Constant(eu)))
                from isMixed in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
                let stages = eu.Select((share, at) => (Eu, share, at)).Concat(us.Select((share, at) => (Us, share, at)))
                let ordered = isMixed ? stages.OrderBy(stage => stage.at) : stages
                select new RolloutPlan(strategy, ordered.Select((stage, at) => new RolloutStage($"s{at}", stage.Item1, Share.OfBasisPoints(stage.share)) { Bake = Duration.FromMinutes(1) }).ToValueList())).ToArbitrary();
    }

    private static RolloutPlan Plan(RolloutStrategy strategy, string exposures) => new(strategy, exposures.Split(' ')
        .Select((share, at) => new RolloutStage($"s{at}", Eu, Share.Percent(int.Parse(share, System.Globalization.CultureInfo.InvariantCulture))) { Bake = Duration.FromMinutes(5) }).ToValueList());
}
