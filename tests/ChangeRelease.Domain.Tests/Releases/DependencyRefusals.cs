using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using static ChangeRelease.Domain.Tests.Releases.RefusalTests;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Every way in which what a release depends on keeps it back.</summary>
internal static class DependencyRefusals
{
    public static IEnumerable<Decision<ReleaseEvent>> All()
    {
        var voyage = new Voyage().Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment");
        var fleet = new Fleet(voyage.Release);
        foreach (var known in (KnownDependencies?[])
        [
            null,
            (fleet with { Others = [], Released = [] }).Known,
            (fleet with { Others = [new DependentRelease(Fleet.First, [], [voyage.Release.Id])], Released = [] }).Known,
            (fleet with { Released = [] }).Known,
            (fleet with { Ledger = "1.3.0" }).Known,
            (fleet with { Serving = "2.2.0" }).Known,
            (fleet with { Serving = "2.5.0" }).Known,
            (fleet with { Brings = SemanticVersion.Parse("2.4.9") }).Known,
            (fleet with { Serving = "2.5.0", Allowing = ["downgrade"], AllowedBy = Crew.Olga.Id }).Known,
        ])
        {
            yield return On(voyage, voyage.Good("BeginStage").Command, with: facts => facts with { Dependencies = known });
        }
    }
}
