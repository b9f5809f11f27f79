using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases.Versions;

/// <summary>What a release brings, finds and goes back to are versions, in documents, too.</summary>
public sealed class VersionOfReleaseTests
{
    private static readonly string Opening = Encoding.UTF8.GetString(ReleaseJson.Write(new OpenRelease(new ReleaseId("REL-1"), Crew.Content)));

    public static TheoryData<string, string[]> NoVersions => new()
    {
        { "", ["release.version.empty (text)"] },
        { "2.4", ["release.version.not-three-numbers (numbers)"] },
        { "v2.04.0-rc..1", ["release.version.illegal-character (major)", "release.version.leading-zero (minor)", "release.version.empty-part (prerelease 2)"] },
        { " 2.4.0", ["release.version.illegal-character (major)"] },
    };

    [Theory]
    [InlineData("2.4.0")]
    [InlineData("2.4.0-rc.1+build.7")]
    [InlineData("99999999999999999999999.0.0")]
    public void A_version_stands_in_a_document_as_the_text_it_is(string version)
    {
        Opening.Should().Contain("\"version\":\"2.4.0\",\"changes\"");

        var read = (OpenRelease)ReleaseJson.ReadCommand(Bytes("\"2.4.0\"", $"\"{version}\""));

        read.Content.Version!.ToString().Should().Be(version);
        Encoding.UTF8.GetString(ReleaseJson.Write(read)).Should().Contain($"\"version\":\"{JsonEncodedText.Encode(version)}\",\"changes\"");
    }

    [Fact]
    public void A_release_without_a_version_says_null()
    {
        var read = (OpenRelease)ReleaseJson.ReadCommand(Bytes("\"2.4.0\"", "null"));

        read.Content.Version.Should().BeNull();
        read.Should().Be(new OpenRelease(new ReleaseId("REL-1"), Crew.Content with { Version = null }));
    }

    [Theory]
    [MemberData(nameof(NoVersions))]
    public void A_document_with_what_is_no_version_is_refused_with_every_fault_at_its_place(string text, string[] faults)
    {
        var reading = () => ReleaseJson.ReadCommand(Bytes("\"2.4.0\"", $"\"{text}\""));

        var refused = reading.Should().Throw<JsonException>().Which;
        refused.Path.Should().Be("$.content.version");
        ((VersionException)refused.InnerException!).Faults.Select(fault => $"{fault.Code} ({fault.Part})").Should().Equal(faults);
        ((VersionException)refused.InnerException!).Faults.Should().OnlyContain(fault => refused.Message.Contains(fault.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("{}")]
    [InlineData("true")]
    public void A_version_is_a_text(string value)
    {
        var reading = () => ReleaseJson.ReadCommand(Bytes("\"2.4.0\"", value));

        reading.Should().Throw<JsonException>().Which.Path.Should().Be("$.content.version");
    }

    [Fact]
    public void What_a_roll_back_goes_back_to_is_a_version_too()
    {
        var written = Encoding.UTF8.GetString(ReleaseJson.Write(new RollBackRelease("errors rise", [Crew.Good])));
        var reading = () => ReleaseJson.ReadCommand(Encoding.UTF8.GetBytes(written.Replace("\"2.3.9\"", "\"2.3\"", StringComparison.Ordinal)));

        written.Should().Contain("\"version\":\"2.3.9\"");
        reading.Should().Throw<JsonException>().WithInnerException<VersionException>();
    }

    [Fact]
    public void Two_builds_of_one_version_are_two_contents()
    {
        var one = Digest(SemanticVersion.Parse("2.4.0+1"));

        one.Should().Be(Digest(SemanticVersion.Parse("2.4.0+1"))).And.NotBe(Digest(SemanticVersion.Parse("2.4.0+2"))).And.NotBe(Digest(null));
    }

    [Fact]
    public void No_stage_begins_without_a_version_in_any_model()
    {
        var voyage = new Voyage().Go("StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment");
        var leg = voyage.Good("BeginStage");
        var nameless = voyage.Release with { Content = voyage.Release.Content with { Version = null } };

        ReleaseDecider.Decide(nameless, leg.Command, leg.Facts).Refusals.Select(refusal => refusal.Code).Should().Contain("release.version.missing");
        var defining = () => ReleaseModel.Define("careless", 1, model => model.StartsIn(ReleaseStates.Deploying)
            .In(ReleaseStates.Deploying).On(ReleaseTriggers.BeginStage).GoTo(ReleaseStates.Completed).When([Needs.NextStage, Needs.SamePackage, Needs.NoGateFailed, .. Needs.DependenciesMet])
            .EndsIn(ReleaseStates.Completed));
        defining.Should().Throw<Domain.Lifecycles.LifecycleDefinitionException>().Which.Faults.Select(fault => fault.Message).Should().ContainSingle(message => message.Contains("release.version.missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_of_a_release_without_a_version_name_none()
    {
        var notes = ReleaseNotes.Of(new Voyage(Crew.Content with { Version = null }).Release, []);

        notes.ToMarkdown().Should().StartWith("# Autumn\n");
        Encoding.UTF8.GetString(notes.ToJson()).Should().StartWith("{\"title\":\"Autumn\",\"version\":null,");
    }

    private static Digest Digest(SemanticVersion? version) => new Voyage(Crew.Content with { Version = version }).Release.Digest;

    private static byte[] Bytes(string text, string other) => Encoding.UTF8.GetBytes(Opening.Replace($"\"version\":{text},", $"\"version\":{other},", StringComparison.Ordinal));
}
