using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Gates;

/// <summary>Criteria on the way into and out of phases, go or no-go, and the early life of a release.</summary>
public sealed class CriteriaTests
{
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];

    [Theory]
    [InlineData(CriterionPoint.Build, 0, "StartBuild", "release.criteria.build-open")]
    [InlineData(CriterionPoint.Tests, 2, "TestsPassed", "release.criteria.tests-open")]
    [InlineData(CriterionPoint.Go, 3, "Go", "release.criteria.go-open")]
    [InlineData(CriterionPoint.Deployment, 5, "StartDeployment", "release.criteria.deployment-open")]
    public void Nothing_passes_a_point_before_its_criteria_are_met(CriterionPoint point, int steps, string trigger, string code)
    {
        var voyage = new Voyage(Crew.Content with { Criteria = [new(point, Gate.Tests("load test")), new(CriterionPoint.Acceptance, Gate.Manual("hand-over", Crew.Board))] }).Go(Main[..steps]);
        voyage.Prepare(trigger);

        voyage.Ask(voyage.Good(trigger)).Refusals.Should().ContainSingle().Which.Should().Match<Refusal>(refusal => refusal.Code == code && refusal.Explanation == $"Nothing was shown yet of the criterion load test (Tests) before {point}.");
        Show(voyage, GateVerdict.Inconclusive);
        voyage.Ask(voyage.Good(trigger)).Refusals.Should().ContainSingle().Which.Code.Should().Be(code);
        Show(voyage, GateVerdict.Passed);
        voyage.Ask(voyage.Good(trigger)).Refusals.Should().BeEmpty();
    }

    [Fact]
    public void What_was_shown_counts_for_the_content_it_was_shown_of()
    {
        var voyage = new Voyage(Crew.Content with { Criteria = [new(CriterionPoint.Go, Gate.Tests("load test"))] }).Go(Main[..3]);
        Show(voyage, GateVerdict.Passed);
        voyage.Release.Shown(voyage.Release.Content.Criteria[0])!.Verdict.Should().Be(GateVerdict.Passed);

        voyage.Go("NoGo", "Replan", "StartBuild", "Built", "TestsPassed");

        voyage.Release.CriterionResults.Should().ContainSingle("what was shown stays in the record");
        voyage.Release.Shown(voyage.Release.Content.Criteria[0]).Should().BeNull();
    }

    [Fact]
    public void A_release_is_accepted_when_its_early_life_is_over_no_incident_is_open_and_it_was_handed_over()
    {
        var voyage = new Voyage(Crew.Content with { Hypercare = Duration.FromDays(3), Criteria = [new(CriterionPoint.Acceptance, Gate.Manual("hand-over", Crew.Board))] }).Go(Main).Go("AllStagesDone");
        var until = voyage.Now + Duration.FromDays(3);
        var incident = new IncidentId("INC-9");
        Do(voyage, new LinkIncident(incident, "slow queries"), Crew.Oscar).Should().BeEmpty();
        Do(voyage, new LinkIncident(incident, "again"), Crew.Oscar).Should().Equal("release.incidents.linked-already");

        var refusals = voyage.Ask(voyage.By(Crew.Olga, new AcceptRelease())).Refusals;
        refusals.Select(refusal => refusal.Code).Should().Equal("release.early-life.not-over", "release.incidents.open", "release.criteria.acceptance-open");
        refusals[0].Earliest.Should().Be(until);

        voyage.Now = until;
        Do(voyage, new CloseIncident(new IncidentId("INC-8"), "over"), Crew.Oscar).Should().Equal("release.incidents.unknown");
        Do(voyage, new CloseIncident(incident, "an index was missing"), Crew.Oscar).Should().BeEmpty();
        Do(voyage, HandOver(voyage.Now), Crew.Olga).Should().Equal("release.criteria.not-entitled");
        Do(voyage, HandOver(voyage.Now), Crew.Members[0]).Should().BeEmpty();
        Do(voyage, new AcceptRelease(), Crew.Olga).Should().BeEmpty();
        voyage.Release.Incidents.Should().ContainSingle().Which.OverAt.Should().Be(until);
    }

    [Fact]
    public void What_was_seen_before_the_rollout_ended_is_no_acceptance()
    {
        var voyage = new Voyage(Crew.Content with { Criteria = [new(CriterionPoint.Acceptance, Gate.Tests("load test"))] }).Go(Main[..5]);
        Show(voyage, GateVerdict.Passed);
        voyage.Go("StartDeployment", "AllStagesDone");

        Do(voyage, new AcceptRelease(), Crew.Olga).Should().Equal("release.criteria.acceptance-open");
        Do(voyage, new RecordCriterionEvidence(GateEvidence.Of("load test", GateVerdict.Passed, voyage.Release.RolledOutAt!.Value - Duration.FromSeconds(1), "run 2", Digest.Zero)), Crew.Ed).Should().Equal("release.criteria.evidence-unfit");
        Show(voyage, GateVerdict.Passed);
        Do(voyage, new AcceptRelease(), Crew.Olga).Should().BeEmpty();
    }

    [Fact]
    public void No_change_may_have_been_amended_since_the_release_was_let_go()
    {
        var voyage = new Voyage().Go(Main[..5]);
        var leg = voyage.Good("StartDeployment");
        var amended = Crew.Cleared.Select(clearance => clearance.Id == Crew.Carried[1] ? clearance with { Content = Digest.Of("another"u8) } : clearance).ToValueList();

        voyage.Release.Carried.Select(carried => carried.Change).Should().Equal(Crew.Carried);
        Needs.ChangesAsLetGo.Refuse(new ReleaseAttempt(voyage.Release, leg.Command, leg.Facts with { Clearances = amended }, ReleaseModels.Ordinary)).Should().ContainSingle().Which.Explanation.Should().Be("The change CHG-2 was amended and authorized anew since the release was let go.");
        Needs.ChangesAsLetGo.IsMetBy(new ReleaseAttempt(voyage.Release, leg.Command, leg.Facts, ReleaseModels.Ordinary)).Should().BeTrue();
        voyage.Go("Recall").Release.Carried.Should().BeEmpty();
    }

    private static void Show(Voyage voyage, GateVerdict verdict)
    {
        voyage.Now += Duration.FromSeconds(1);
        Do(voyage, new RecordCriterionEvidence(GateEvidence.Of("load test", verdict, voyage.Now, "run 1", Digest.Zero)), Crew.Ed).Should().BeEmpty();
    }

    private static RecordCriterionEvidence HandOver(Instant at) => new(GateEvidence.Of("hand-over", GateVerdict.Passed, at, "the meeting", Digest.Zero));

    private static IEnumerable<string> Do(Voyage voyage, ReleaseCommand command, Actor actor) =>
        voyage.Do(voyage.By(actor, command)).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);
}
