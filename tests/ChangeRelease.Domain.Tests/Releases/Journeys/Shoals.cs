using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Dependencies;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>What a release must not run into when it goes live, found by trying everything (S-53).</summary>
internal static class Shoals
{
    public static IEnumerable<string> Around(Release release, KnownDependencies? known)
    {
        var live = known?.Live.SingleOrDefault(versions => versions.Environment == Crew.Production);
        var self = known?.Graph.Releases.SingleOrDefault(one => one.Id == release.Id);
        return live is null || self is null ? ["nobody knows"] : Waiting(self, known!, live).Concat(Meeting(release, self, known!, live)).Concat(Back(self, known!, live)).Concat(Other(release, self));
    }

    private static IEnumerable<string> Waiting(DependentRelease self, KnownDependencies known, LiveVersions live)
    {
        var naive = new NaiveDependencies(known.Graph.Releases, live.Released);
        return naive.ReachedFrom(self.Id).Select(id => $"{id} is not live").Concat(naive.Reaches(self.Id, self.Id) ? ["it waits for itself"] : []);
    }

    private static IEnumerable<string> Meeting(Release release, DependentRelease self, KnownDependencies known, LiveVersions live)
    {
        var isGradual = release.Content.Rollout!.Strategy is RolloutStrategy.Canary or RolloutStrategy.Rings or RolloutStrategy.DarkLaunch;
        var running = live.Running.Where(version => isGradual || version.Service != Fleet.Payments).Concat(self.Brings).Distinct().ToList();
        return NaiveDependencies.Wrong(running, known.Graph).Where(wrong => wrong.Contains($"payments {self.Brings[0].Version}", StringComparison.Ordinal))
            .Where(wrong => !wrong.Contains(" far from ", StringComparison.Ordinal) || !known.Skews.Any(pass => pass.By == Fleet.Dana));
    }

    private static IEnumerable<string> Back(DependentRelease self, KnownDependencies known, LiveVersions live) => live.Running
        .Where(version => version.Service == Fleet.Payments && SemanticVersion.Precedence.Compare(version.Version, self.Brings[0].Version) > 0 && !known.Downgrades.Any(pass => pass.By == Fleet.Dana))
        .Select(version => $"it would go back from {version}");

    private static IEnumerable<string> Other(Release release, DependentRelease self) => self.Brings[0].Version.ToString() == release.Content.Version!.ToString() ? [] : ["it brings something else"];
}
