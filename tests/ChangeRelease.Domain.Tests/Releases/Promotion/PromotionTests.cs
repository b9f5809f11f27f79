using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Promotion;

/// <summary>A package on its way through the environments before production (S-52).</summary>
public sealed class PromotionTests
{
    private static readonly EnvironmentId Dev = new("dev");
    private static readonly EnvironmentId Test = new("test");
    private static readonly EnvironmentId Staging = new("staging");

    private static readonly PromotionPath Path = new("ordinary",
    [
        new(Dev),
        new(Test) { Gates = [Gate.Tests("regression")] },
        new(Staging) { Gates = [Gate.ErrorBudget("budget", Share.Percent(50)), Gate.Manual("sign-off", new RoleId("release-board"))], Soak = Duration.FromHours(8) },
    ]);

    private readonly Voyage _voyage = new Voyage(path: Path).Go("StartBuild", "Built");

    private Digest Package => _voyage.Release.Content.Package!.Digest;

    [Fact]
    public void A_package_passes_every_environment_in_order_and_only_then_its_tests()
    {
        Codes(Do(new PromoteRelease(Test, Package))).Should().Equal("release.promotion.skipped");
        Deploy(Dev);
        Deploy(Test);
        Do(new PromoteRelease(Staging, Package)).Refusals.Should().ContainSingle().Which.Explanation.Should().Be("The gate regression (Tests) of test is not passed.");
        Show(Test, GateEvidence.Of("regression", GateVerdict.Passed, _voyage.Now, "run 9", Digest.Zero));
        Deploy(Staging);

        var soaked = _voyage.Now + Duration.FromHours(8);
        var missing = Do(new PassTests(_voyage.Release.Digest, "report 7")).Refusals;
        missing.Select(refusal => refusal.Explanation).Should().Equal(
            $"The package soaks in staging until {soaked.ToText()}.",
            "The gate budget (ErrorBudget, at least 50 %) of staging is not passed.",
            "The gate sign-off (Manual, by release-board) of staging is not passed.");
        missing[0].Earliest.Should().Be(soaked);

        Show(Staging, GateEvidence.Of("budget", new ErrorBudget(1, 2), _voyage.Now, "month", Digest.Zero));
        Codes(Do(new RecordPromotionEvidence(Staging, SignOff()), Crew.Ed)).Should().Equal("release.promotion.not-entitled");
        Do(new RecordPromotionEvidence(Staging, SignOff()), Crew.Members[0]).Refusals.Should().BeEmpty();
        _voyage.Now = soaked;
        Do(new PassTests(_voyage.Release.Digest, "report 7")).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_failed_deployment_is_followed_by_the_next_attempt()
    {
        Do(new PromoteRelease(Dev, Package));
        Codes(Do(new PromoteRelease(Dev, Package))).Should().Equal("release.deployment.under-way");
        Do(new FinishDeployment(Dev, DeploymentOutcome.Failed, "disk full"));
        Do(new PromoteRelease(Test, Package)).Refusals.Should().ContainSingle().Which.Explanation.Should().Be("The deployment to dev failed: disk full.");
        Deploy(Dev);

        _voyage.Release.Deployments.Select(deployment => (deployment.Attempt, deployment.Outcome, deployment.Report)).Should().Equal((1, DeploymentOutcome.Failed, "disk full"), (2, DeploymentOutcome.Succeeded, "run 3"));
        Codes(Do(new FinishDeployment(Dev, DeploymentOutcome.Failed, "again"))).Should().Equal("release.deployment.none");
    }

    [Fact]
    public void Another_package_begins_at_the_beginning()
    {
        Deploy(Dev);
        _voyage.Go("TestsFailed", "Built");

        _voyage.Release.Deployments.Should().ContainSingle("what happened stays in the record");
        _voyage.Release.DeploymentTo(Dev).Should().BeNull();
        Codes(Do(new PromoteRelease(Test, Package))).Should().Equal("release.promotion.skipped");
        Codes(Do(new PromoteRelease(Dev, Digest.Zero))).Should().Equal("release.package.other");
    }

    [Fact]
    public void While_it_is_mended_the_package_that_failed_its_tests_may_still_be_deployed()
    {
        _voyage.Go("TestsFailed");

        Do(new PromoteRelease(Dev, Package)).Refusals.Should().BeEmpty();
        _voyage.State.Should().Be("Building");
    }

    [Fact]
    public void An_environment_is_left_out_by_a_named_exception_for_this_package_and_for_a_time()
    {
        var until = _voyage.Now + Duration.FromHours(1);
        Deploy(Dev);
        Codes(Do(new GrantPromotionExemption(Test, until, "test is being rebuilt"), Crew.Olga)).Should().Contain("release.exemption.contributed");
        Do(new GrantPromotionExemption(Test, until, "test is being rebuilt"), Crew.Paul).Refusals.Should().BeEmpty();

        _voyage.Release.PromotionExemptions.Should().Equal(new PromotionExemption(Test, Package, Crew.Paul.Id, until, "test is being rebuilt"));
        _voyage.Ask(_voyage.By(Crew.Ed, new PromoteRelease(Staging, Package), until)).Refusals.Should().ContainSingle().Which.Code.Should().Be("release.promotion.skipped", "it does not hold any more");
        Do(new PromoteRelease(Staging, Package)).Refusals.Should().BeEmpty();
        _voyage.Go("TestsFailed", "Built");
        Deploy(Dev);
        Codes(Do(new PromoteRelease(Staging, Package))).Should().Equal("release.promotion.skipped");
    }

    [Fact]
    public void Production_is_reached_by_the_rollout_only()
    {
        var refusal = Do(new PromoteRelease(Crew.Production, Package)).Refusals.Where(refusal => !refusal.IsUnjudged).Should().ContainSingle().Which;

        refusal.Code.Should().Be("release.promotion.not-on-path");
        refusal.Remedies.Should().ContainSingle().Which.Text.Should().Be("Reach it by the rollout, once the release was let go");
    }

    [Fact]
    public void Evidence_from_before_the_package_ran_there_does_not_count()
    {
        Deploy(Dev);
        var before = _voyage.Now;
        _voyage.Now += Duration.FromMinutes(1);
        Deploy(Test);

        Codes(Do(new RecordPromotionEvidence(Test, GateEvidence.Of("regression", GateVerdict.Passed, before, "run 9", Digest.Zero)))).Should().Equal("release.promotion.evidence-unfit");
    }

    [Fact]
    public void A_deployment_tells_with_which_configuration_it_runs()
    {
        var configuration = new ConfigurationVersion(Dev, "12", Digest.Of("dev"u8));
        var voyage = new Voyage(Crew.Content with { Configurations = [configuration] }, Path).Go("StartBuild", "Built");

        voyage.Do(voyage.By(Crew.Ed, new PromoteRelease(Dev, voyage.Release.Content.Package!.Digest)));

        voyage.Release.Deployments.Should().ContainSingle().Which.Configuration.Should().Be(configuration);
    }

    private static IEnumerable<string> Codes(Decision<ReleaseEvent> decision) => decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    private GateEvidence SignOff() => GateEvidence.Of("sign-off", GateVerdict.Passed, _voyage.Now, "the room", Digest.Zero);

    private void Deploy(EnvironmentId environment)
    {
        Do(new PromoteRelease(environment, Package)).Refusals.Should().BeEmpty();
        Do(new FinishDeployment(environment, DeploymentOutcome.Succeeded, "run 3")).Refusals.Should().BeEmpty();
    }

    private void Show(EnvironmentId environment, GateEvidence evidence) => Do(new RecordPromotionEvidence(environment, evidence)).Refusals.Should().BeEmpty();

    private Decision<ReleaseEvent> Do(ReleaseCommand command, Actor? actor = null) => _voyage.Do(_voyage.By(actor ?? Crew.Ed, command));
}
