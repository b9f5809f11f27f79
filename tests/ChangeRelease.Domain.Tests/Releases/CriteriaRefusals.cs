using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;
using static ChangeRelease.Domain.Tests.Releases.RefusalTests;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Every way in which a release is refused for its criteria, its incidents, and what its changes say.</summary>
internal static class CriteriaRefusals
{
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];

    public static IEnumerable<Decision<ReleaseEvent>> All() => Points().Concat(Evidence()).Concat(EarlyLife());

    private static IEnumerable<Decision<ReleaseEvent>> Points()
    {
        yield return On(new Voyage(Crew.Content with { Criteria = [new(CriterionPoint.Go, Gate.Tests(" "))] }), new StartReleaseBuild());
        yield return On(Asked(CriterionPoint.Build), new StartReleaseBuild());
        var tested = Asked(CriterionPoint.Tests, Main[..2]);
        yield return On(tested, new PassTests(tested.Release.Digest, "report"));
        yield return On(Asked(CriterionPoint.Go, Main[..3]), new DecideGo());
        var late = Asked(CriterionPoint.Deployment, Main[..5]);
        late.Now = late.Release.Slots[0].Start + Duration.FromMinutes(1);
        yield return On(late, new DeployRelease());
        yield return On(late, new DeployRelease(), with: facts => facts with { Clearances = Crew.Cleared.Select(clearance => clearance with { Content = Digest.Of("another"u8) }).ToValueList() });
    }

    private static IEnumerable<Decision<ReleaseEvent>> Evidence()
    {
        var voyage = Asked(CriterionPoint.Go, Main[..3]);
        yield return On(voyage, new RecordCriterionEvidence(Of("other", voyage.Now)));
        yield return On(voyage, new RecordCriterionEvidence(Of("load test", voyage.Now + Duration.FromDays(1))));
        var manual = new Voyage(Crew.Content with { Criteria = [new(CriterionPoint.Go, Gate.Manual("load test", Crew.Board))] });
        yield return On(manual, new RecordCriterionEvidence(Of("load test", manual.Now)), Crew.Olga);
        yield return On(manual, new RecordCriterionEvidence(Of("load test", manual.Now)), with: facts => facts with { Directory = null });
    }

    private static IEnumerable<Decision<ReleaseEvent>> EarlyLife()
    {
        var voyage = new Voyage(Crew.Content with { Hypercare = Duration.FromDays(3), Criteria = [new(CriterionPoint.Acceptance, Gate.Tests("load test"))] }).Go(Main).Go("AllStagesDone", "IncidentSeen");
        yield return On(voyage, new AcceptRelease());
        yield return On(voyage, new LinkIncident(voyage.Release.Incidents[0].Incident, "again"));
        yield return On(voyage, new CloseIncident(new IncidentId("other"), "over"));
    }

    private static GateEvidence Of(string gate, Instant at) => GateEvidence.Of(gate, GateVerdict.Passed, at, "run 1", Digest.Zero);

    private static Voyage Asked(CriterionPoint point, params string[] triggers) => new Voyage(Crew.Content with { Criteria = [new(point, Gate.Tests("load test"))] }).Go(triggers);
}
