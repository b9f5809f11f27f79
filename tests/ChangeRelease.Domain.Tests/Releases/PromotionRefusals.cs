using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;
using static ChangeRelease.Domain.Tests.Releases.RefusalTests;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Every way in which a promotion is refused.</summary>
internal static class PromotionRefusals
{
    public static IEnumerable<Decision<ReleaseEvent>> All() => Deployments().Concat(Evidence()).Concat(Exceptions());

    private static IEnumerable<Decision<ReleaseEvent>> Deployments()
    {
        var voyage = Built();
        var package = voyage.Release.Content.Package!.Digest;
        yield return On(new Voyage().Go("StartBuild"), new PromoteRelease(Crew.Staging, Digest.Zero));
        yield return On(voyage, new PromoteRelease(Crew.Staging, package), with: facts => facts with { Promotion = null });
        yield return On(voyage, new PromoteRelease(new EnvironmentId("mars"), package));
        yield return On(voyage, new PromoteRelease(Crew.Staging, package), with: facts => facts with { Promotion = new PromotionPath("long", [new(new EnvironmentId("dev")), .. Crew.Path.Steps]) });
        yield return On(voyage, new FinishDeployment(Crew.Staging, DeploymentOutcome.Failed, "why"));
        yield return On(Built("Promote"), new PromoteRelease(Crew.Staging, package));
        yield return On(voyage, new PassTests(voyage.Release.Digest, "report"));
    }

    private static IEnumerable<Decision<ReleaseEvent>> Evidence()
    {
        var voyage = Built("DeploymentDone");
        yield return On(voyage, new RecordPromotionEvidence(Crew.Staging, Of("other", voyage.Now)));
        yield return On(voyage, new RecordPromotionEvidence(Crew.Staging, Of("smoke", voyage.Now - Duration.FromDays(1))));
        var manual = new PromotionPath("manual", [new(Crew.Staging) { Gates = [Gate.Manual("smoke", Crew.Board)] }]);
        yield return On(voyage, new RecordPromotionEvidence(Crew.Staging, Of("smoke", voyage.Now)), with: facts => facts with { Promotion = manual });
        yield return On(voyage, new RecordPromotionEvidence(Crew.Staging, Of("smoke", voyage.Now)), with: facts => facts with { Promotion = manual, Directory = null });
    }

    private static IEnumerable<Decision<ReleaseEvent>> Exceptions()
    {
        var voyage = Built();
        yield return On(voyage, new GrantPromotionExemption(Crew.Staging, voyage.Now, "why"), Crew.Ed);
        yield return On(voyage, new GrantPromotionExemption(Crew.Staging, voyage.Now, "why"), Crew.Ed, facts => facts with { Directory = null });
    }

    private static GateEvidence Of(string gate, Instant at) => GateEvidence.Of(gate, GateVerdict.Passed, at, "run 9", Digest.Zero);

    private static Voyage Built(params string[] triggers) => new Voyage().Go("StartBuild", "Built").Go(triggers);
}
