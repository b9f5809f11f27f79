using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Packages;

/// <summary>What was tested is what is deployed: packages by the digests of their bytes (S-52).</summary>
public sealed class PackageTests
{
    private static readonly Package App = Crew.Built("app", Crew.Opening);

    [Fact]
    public void The_package_that_was_built_stands_in_the_release_with_where_it_comes_from()
    {
        var voyage = new Voyage().Go("StartBuild");

        var built = voyage.Do(voyage.By(Crew.Ed, new FinishBuild(App))).Events.Should().ContainSingle().Which.Should().BeOfType<PackageBuilt>().Which;

        built.Package.Should().Be(App);
        voyage.Release.Content.Package.Should().Be(App);
        voyage.Release.Content.Package!.Provenance.Should().Be(new Provenance(new ActorId("builder"), "9b1c07e", Crew.Opening, "pipeline 4"));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_package_is_said_at_once()
    {
        var voyage = new Voyage().Go("StartBuild");
        var package = new Package([new("app", Digest.Zero), new("app", Digest.Of("x"u8)), new("", Digest.Zero)], new Provenance(new ActorId("b"), " ", voyage.Now + Duration.FromHours(1), ""));

        var refusals = voyage.Ask(voyage.By(Crew.Ed, new FinishBuild(package))).Refusals;

        refusals.Select(refusal => refusal.Code).Should().Equal(
            "release.artifacts.unfit", "release.artifacts.unfit", "release.package.provenance-missing", "release.package.provenance-missing", "release.package.provenance-missing");
        refusals.Should().Contain(refusal => refusal.Earliest == voyage.Now + Duration.FromHours(1), "a package of the future can be handed in when it is there");
    }

    [Fact]
    public void Another_configuration_is_another_content_and_needs_its_own_tests()
    {
        var voyage = new Voyage(Crew.Content with { Configurations = [new(new EnvironmentId("production"), "7", Digest.Zero)] }).Go("StartBuild", "Built", "TestsPassed", "Go");
        var (tested, package) = (voyage.Release.Digest, voyage.Release.Content.Package);

        voyage.Do(voyage.By(Crew.Ed, new RecallRelease(voyage.Release.Content with { Configurations = [new(new EnvironmentId("production"), "8", Digest.Zero)] }, "a setting was wrong")));

        voyage.Release.Should().Match<Release>(release => release.Tested == null && release.Votes.Count == 0 && release.Digest != tested);
        voyage.Release.Content.Package.Should().Be(package, "the package knows no environment");
    }

    [Fact]
    public void An_environment_has_one_configuration()
    {
        var production = new EnvironmentId("production");
        var voyage = new Voyage(Crew.Content with { Configurations = [new(production, "7", Digest.Zero), new(production, "8", Digest.Zero), new(new EnvironmentId("test"), "", Digest.Zero)] });

        voyage.Ask(voyage.By(Crew.Ed, new StartReleaseBuild())).Refusals.Select(refusal => refusal.Explanation)
            .Should().Equal("The configuration for test has no version.", "More than one configuration is for production.");
    }

    [Property(MaxTest = 500)]
    public Property The_digest_of_a_package_is_that_of_its_artifacts_in_whatever_order_and_of_nothing_else() => Prop.ForAll(Arbitrary(), pair =>
    {
        var (package, shuffled, other) = pair;
        var same = package.Artifacts.OrderBy(Key).SequenceEqual(other.Artifacts.OrderBy(Key));
        return (package.Digest == shuffled.Digest && (package.Digest == other.Digest) == same)
            .Classify(same, "the same artifacts").Classify(package.Artifacts.Count > 1, "several artifacts");
    });

    private static string Key(Artifact artifact) => artifact.Name + '\n' + artifact.Digest.Hex;

    private static Arbitrary<(Package Package, Package Shuffled, Package Other)> Arbitrary()
    {
        var artifact = from name in Gen.Elements("app", "web", "app web", "db")
                       from bytes in Gen.Choose(0, 2)
                       select new Artifact(name, Digest.Of([(byte)bytes]));
        var artifacts = from count in Gen.Choose(1, 3) from list in artifact.ListOf(count) select list;
        return (from ours in artifacts
                from shuffled in Gen.Shuffle(ours.ToArray())
                from theirs in artifacts
                select (App with { Artifacts = ours.ToValueList() },
                        App with { Artifacts = shuffled.ToValueList(), Provenance = App.Provenance with { Source = "another" } },
                        App with { Artifacts = theirs.ToValueList() })).ToArbitrary();
    }
}
