using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Releases.Dependencies;

/// <summary>Random dependencies, judged by the library and by trying everything (S-53).</summary>
public sealed class DependencyPropertyTests(ITestOutputHelper output)
{
    private const int Seed = 53_000;

    private static readonly EnvironmentId Production = new("production");
    private static readonly ServiceId[] Services = [new("a"), new("b"), new("c")];
    private static readonly string[] Versions = ["1.0.0", "1.1.0", "1.2.0", "2.0.0-rc.1", "2.0.0", "2.1.0"];
    private static readonly string[] Ranges = ["*", "^1.0.0", ">=1.1.0", "<2.0.0", "^2.0.0", ">=1.1.0 <2.0.0", "=1.0.0"];

    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    [Fact]
    public void Order_circles_paths_and_what_is_missing_are_those_found_by_trying_everything()
    {
        for (var round = 0; round < 3_000; round++)
        {
            var dice = new Random(Seed + round);
            var (releases, released) = Graph(dice);
            var (dependencies, naive) = (ReleaseDependencies.Of(releases, [], []), new NaiveDependencies(releases, released));
            var review = dependencies.Review([.. released]);

            review.Order.Should().Equal(naive.Order());
            Paths(review.Refusals, "release.dependency.missing").Should().BeEquivalentTo(
                naive.Planned.SelectMany(from => naive.Missing.Where(to => naive.Distance(from, to) == 1), (from, to) => $"{from} → {to}"));
            Circles(review.Refusals, naive, dependencies).Should().Equal(naive.Circles);
            review.Should().Be(ReleaseDependencies.Of(releases.Reverse().ToValueList(), [], []).Review([.. released.Reverse()]));
            foreach (var start in naive.Planned)
            {
                Start(dependencies, start, released, naive);
            }

            Count(review.IsSound ? "sound" : "unsound");
            Count(naive.Circles.Count() > 1 ? "several circles" : "at most one circle");
        }

        Floors("sound", "unsound", "several circles", "waits", "may start", "longer path");
    }

    [Fact]
    public void Versions_that_may_not_meet_are_those_found_by_trying_every_pair()
    {
        for (var round = 0; round < 10_000; round++)
        {
            var dice = new Random(Seed + round);
            var dependencies = ReleaseDependencies.Of([Random(dice, "REL-1", [])], Needs(dice), Limits(dice));
            var (release, live) = (dependencies.Releases[0], new LiveVersions(Production, [.. Some(dice, 4).Distinct()], []));
            var refusals = new DependencyCase(dependencies, release.Id, live).Refusals;

            var meeting = live.Running.Where(running => release.IsGradual || release.Brings.All(brought => brought.Service != running.Service)).Concat(release.Brings).Distinct().ToList();
            var known = NaiveDependencies.Wrong([.. meeting.Except(release.Brings)], dependencies).ToHashSet();
            var wrong = NaiveDependencies.Wrong(meeting, dependencies).Where(problem => IsAbout(problem, release.Brings) || !known.Contains(problem)).ToHashSet();
            refusals.Where(refusal => refusal.Code is "release.dependency.unmet" or "release.dependency.skew").Any().Should().Be(wrong.Count > 0, string.Join('\n', wrong));
            refusals.Count(refusal => refusal.Code == "release.dependency.downgrade").Should().Be(
                live.Running.Count(running => release.Brings.Any(brought => brought.Service == running.Service && Place(brought) < Place(running))));
            Count(refusals.Count == 0 ? "may start" : refusals[0].Code);
        }

        Floors("may start", "release.dependency.unmet", "release.dependency.skew", "release.dependency.downgrade");
    }

    [Fact]
    public void What_was_let_go_live_one_after_the_other_never_breaks_a_need_or_a_limit()
    {
        for (var round = 0; round < 3_000; round++)
        {
            var dice = new Random(Seed + round);
            var ids = Enumerable.Range(1, dice.Next(2, 7)).Select(at => new ReleaseId($"REL-{at}")).ToList();
            var dependencies = ReleaseDependencies.Of([.. ids.Select(id => Random(dice, id.Value, ids))], Needs(dice), Limits(dice));
            var now = new LiveVersions(Production, [], []);
            foreach (var start in dependencies.Rehearse(now, []))
            {
                Count(start.Refusals.Count == 0 ? "went live" : "stayed behind");
                if (start.Refusals.Count > 0)
                {
                    continue;
                }

                var release = dependencies.Find(start.Release)!;
                release.After.Except(now.Released).Should().BeEmpty();
                var after = now.With(release);
                NaiveDependencies.Wrong([.. release.IsGradual ? now.Running.Concat(release.Brings).Distinct() : after.Running], dependencies).Should().BeEmpty();
                NaiveDependencies.Wrong(after.Running, dependencies).Should().BeEmpty();
                now = after;
            }
        }

        Floors("went live", "stayed behind");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void The_steps_grow_with_releases_and_arrows_however_long_a_chain_is(int count)
    {
        var dice = new Random(Seed);
        ReleaseId[] ids = [.. Enumerable.Range(0, count).Select(at => new ReleaseId($"REL-{at:D5}"))];
        ValueList<DependentRelease> chain = [.. ids.Select((id, at) => new DependentRelease(id, [], [.. ids.Skip(at + 1).Take(1)]))];
        ValueList<DependentRelease> ring = [.. ids.Select((id, at) => new DependentRelease(id, [], [ids[(at + 1) % count]]))];
        ValueList<DependentRelease> tangle = [.. ids.Select(id => new DependentRelease(id, [], [.. dice.GetItems(ids, 8).Distinct()]))];
        foreach (var releases in new[] { chain, ring, tangle })
        {
            var review = ReleaseDependencies.Of(releases, [], []).Review([]);

            review.Steps.Should().BeLessThan(5 * releases.Sum(release => 1 + release.After.Count));
        }

        ReleaseDependencies.Of(chain, [], []).Review([]).Order.Should().Equal(ids.Reverse());
        new DependencyCase(ReleaseDependencies.Of(chain, [], []), ids[0], new LiveVersions(Production, [], [])).Walk.Steps.Should().BeLessThan(10 * count);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void The_steps_of_a_rehearsal_grow_with_releases_and_rules_and_not_with_what_else_runs(int count)
    {
        ServiceId[] services = [.. Enumerable.Range(0, count).Select(at => new ServiceId($"s{at:D5}"))];
        ReleaseId[] ids = [.. Enumerable.Range(0, count).Select(at => new ReleaseId($"REL-{at:D5}"))];
        var (old, next) = (SemanticVersion.Parse("1.0.0"), SemanticVersion.Parse("1.1.0"));
        ValueList<DependentRelease> releases = [.. ids.Select((id, at) => new DependentRelease(id, [new ServiceVersion(services[at], next)], [.. ids.Take(at).TakeLast(1)]))];
        ValueList<VersionNeed> needs = [.. services.Skip(1).Select((service, at) => new VersionNeed(service, VersionRange.Parse(">=1.1.0"), services[at], VersionRange.Parse("^1.1.0")))];
        ValueList<SkewLimit> limits = [.. services.Select(service => new SkewLimit(service, service, 1))];
        var live = new LiveVersions(Production, [.. services.Select(service => new ServiceVersion(service, old))], []);
        var (dependencies, index) = (ReleaseDependencies.Of(releases, needs, limits), new LiveIndex(live));

        var starts = dependencies.Rehearse(live, [], index);

        starts.Should().HaveCount(count).And.OnlyContain(start => start.Refusals.Count == 0);
        output.WriteLine($"{count} releases among {count} services: {index.Steps} steps");
        index.Steps.Should().BeLessThan(60 * count);
    }

    private void Start(ReleaseDependencies dependencies, ReleaseId start, HashSet<ReleaseId> released, NaiveDependencies naive)
    {
        var refusals = new DependencyCase(dependencies, start, new LiveVersions(Production, [], [.. released])).Refusals;
        var reached = naive.ReachedFrom(start).ToList();
        var isBlocked = reached.Append(start).Any(id => naive.Missing.Contains(id) || (naive.Planned.Contains(id) && naive.Reaches(id, id)));

        Ends(refusals, "release.dependency.missing", naive, start).Should().BeEquivalentTo(reached.Where(naive.Missing.Contains).Select(id => id.Value));
        Circles(refusals, naive, dependencies).Should().Equal(naive.Circles.Where(circle => circle == start || reached.Contains(circle)));
        Ends(refusals.Where(refusal => !refusal.IsUnjudged), "release.dependency.not-live", naive, start).Should().BeEquivalentTo(isBlocked ? [] : reached.Select(id => id.Value));
        (refusals.Count == 0).Should().Be(reached.Count == 0 && !isBlocked);
        Count(refusals.Count == 0 ? "may start" : "waits");
        Count(refusals.Any(refusal => !refusal.IsUnjudged && refusal.Facts[0].Value.Split(" → ").Length > 2) ? "longer path" : "no longer path");
    }

    // Every path goes along arrows, and no shorter one leads there.
    private static IEnumerable<string> Ends(IEnumerable<Refusal> refusals, string code, NaiveDependencies naive, ReleaseId start)
    {
        foreach (var path in Paths(refusals, code).Select(path => path.Split(" → ").Select(id => new ReleaseId(id)).ToList()))
        {
            path[0].Should().Be(start);
            path.Zip(path.Skip(1)).Should().OnlyContain(arrow => naive.Distance(arrow.First, arrow.Second) == 1);
            (path.Count - 1).Should().Be(naive.Distance(start, path[^1]));
            yield return path[^1].Value;
        }
    }

    private static IEnumerable<ReleaseId> Circles(IEnumerable<Refusal> refusals, NaiveDependencies naive, ReleaseDependencies dependencies)
    {
        foreach (var path in Paths(refusals, "release.dependency.cycle").Select(path => path.Split(" → ").Select(id => new ReleaseId(id)).ToList()))
        {
            path[^1].Should().Be(path[0]);
            path.Zip(path.Skip(1)).Should().OnlyContain(arrow => dependencies.Find(arrow.First)!.After.Contains(arrow.Second));
            (path.Count - 1).Should().Be(naive.Distance(path[0], path[0]));
            yield return path[0];
        }
    }

    private static IEnumerable<string> Paths(IEnumerable<Refusal> refusals, string code) =>
        refusals.Where(refusal => refusal.Code == code && !refusal.IsUnjudged).Select(refusal => refusal.Facts.Single(fact => fact.Name == "path").Value);

    private static (ValueList<DependentRelease> Releases, HashSet<ReleaseId> Released) Graph(Random dice)
    {
        ReleaseId[] ids = [.. Enumerable.Range(1, dice.Next(2, 9)).Select(at => new ReleaseId($"REL-{at}"))];
        var (planned, density) = (ids.Where(_ => dice.Next(12) > 0).ToList(), dice.Next(3, 8));
        return (
            [.. planned.Select(id => new DependentRelease(id, [], [.. ids.Where(other => (other != id || dice.Next(6) == 0) && dice.Next(density) == 0)]))],
            [.. ids.Where(_ => dice.Next(8) == 0)]);
    }

    private static DependentRelease Random(Random dice, string id, IReadOnlyList<ReleaseId> others) => new(
        new ReleaseId(id),
        [.. Some(dice, 3).DistinctBy(brought => brought.Service)],
        [.. others.Where(other => other.Value != id && dice.Next(6) == 0)])
    {
        IsGradual = dice.Next(3) > 0,
    };

    private static List<ServiceVersion> Some(Random dice, int most) =>
        Enumerable.Range(0, dice.Next(1, most + 1)).Select(_ => new ServiceVersion(Services[dice.Next(3)], SemanticVersion.Parse(Versions[dice.Next(Versions.Length)]))).ToList();

    private static ValueList<VersionNeed> Needs(Random dice) =>
        [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new VersionNeed(Services[dice.Next(3)], VersionRange.Parse(dice.GetItems(Ranges, 1)[0]), Services[dice.Next(3)], VersionRange.Parse(dice.GetItems(Ranges, 1)[0])))];

    private static ValueList<SkewLimit> Limits(Random dice) =>
        [.. Enumerable.Range(0, dice.Next(2)).Select(_ => new SkewLimit(Services[dice.Next(3)], Services[dice.Next(3)], dice.Next(2)))];

    private static bool IsAbout(string problem, IEnumerable<ServiceVersion> brought) =>
        brought.Any(version => problem.StartsWith($"{version} ", StringComparison.Ordinal) || problem.Contains($" {version} by", StringComparison.Ordinal));

    private static int Place(ServiceVersion version) => Array.IndexOf(Versions, version.Version.ToString());

    private void Count(string kind) => _told[kind] = _told.GetValueOrDefault(kind) + 1;

    private void Floors(params string[] kinds)
    {
        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {string.Join(", ", _told.OrderBy(told => told.Key, StringComparer.Ordinal).Select(told => FormattableString.Invariant($"{told.Value} {told.Key}")))}"));
        kinds.Should().AllSatisfy(kind => _told.GetValueOrDefault(kind).Should().BeGreaterThan(100, kind));
    }
}
