using System.Text;
using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Lifecycles.Documents;

namespace ChangeRelease.Domain.Tests.Releases.Dependencies;

/// <summary>What depends on what as a document: written, read, and refused by its places.</summary>
public sealed class DependencyDocumentTests
{
    private const string Written = """
        {
          "format": "change-release/dependencies/1",
          "releases": [
            {
              "id": "REL-1",
              "brings": [{ "service": "payments", "version": "2.0.0-rc.1+build.7" }],
              "after": ["REL-2"],
              "gradual": false
            },
            { "id": "REL-2", "brings": [{ "service": "ledger", "version": "1.4.0" }] }
          ],
          "needs": [{ "service": "payments", "versions": ">=2.0.0-rc.1", "on": "ledger", "range": "^1.4.0" }],
          "limits": [{ "one": "ledger", "other": "ledger", "minors": 1 }]
        }

        """;

    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(DependencyDocument.Schema()).RootElement);

    public static TheoryData<string, string, string[]> Faults => new()
    {
        { "\"REL-2\", \"brings\"", "\"REL-1\", \"brings\"", ["release.document.named-twice at $.releases[1].id: The release is named twice. Keep one, or rename the other."] },
        { "\"REL-1\"", "\" REL-1\"", ["release.document.name-unfit at $.releases[0].id: A name may not begin or end with a blank. Write another one."] },
        { "\"after\": [\"REL-2\"]", "\"after\": [\"REL-2\", \"\"]", ["release.document.name-unfit at $.releases[0].after[1]: A name may not be empty. Write another one."] },
        { "\"version\": \"1.4.0\"", "\"version\": \"v1.04\"", ["release.version.not-three-numbers at $.releases[1].brings[0].version: numbers: A version has three numbers, and this one has 2.", "release.version.illegal-character at $.releases[1].brings[0].version: major: U+0076 is not a digit.", "release.version.leading-zero at $.releases[1].brings[0].version: minor: A number does not begin with a zero, unless it is zero."] },
        { "{ \"service\": \"ledger\", \"version\": \"1.4.0\" }", "{ \"service\": \"ledger\", \"version\": \"1.4.0\" }, { \"service\": \"ledger\", \"version\": \"1.5.0\" }", ["release.document.named-twice at $.releases[1].brings[1].service: The service is named twice. Keep one, or rename the other."] },
        { "\"range\": \"^1.4.0\"", "\"range\": \"~1.4.0\"", ["release.version.no-bound at $.needs[0].range: bound 1, sign: A bound begins with '>=', '<', '=' or '^'."] },
        { "\"versions\": \">=2.0.0-rc.1\"", "\"versions\": \"\"", ["release.version.no-bound at $.needs[0].versions: bound 1, sign: A bound begins with '>=', '<', '=' or '^'."] },
        { "\"minors\": 1", "\"minors\": -1", ["release.document.minors-unfit at $.limits[0].minors: A difference is not below 0. Write 0 or more."] },
        { "\"on\": \"ledger\", ", "", ["release.document.member-missing at $.needs[0]: The member 'on' is missing. Add it: a text (The service that is needed)."] },
        { "dependencies/1", "dependencies/2", ["release.document.format-unknown at $.format: This version reads documents of the format 'change-release/dependencies/1'. Write that, if the document is one."] },
        { "\"REL-1\"", "\"\"", ["release.document.name-unfit at $.releases[0].id: A name may not be empty. Write another one."] },
    };

    [Fact]
    public void A_document_is_written_as_it_was_read()
    {
        var dependencies = DependencyDocument.Read(Written).OrThrow();

        Encoding.UTF8.GetString(DependencyDocument.Write(dependencies)).Should().Be(Written.ReplaceLineEndings("\n"));
        dependencies.Releases.Select(release => release.Id.Value).Should().Equal("REL-1", "REL-2");
        dependencies.Find(new ReleaseId("REL-1"))!.IsGradual.Should().BeFalse();
        dependencies.Review([]).Order.Select(id => id.Value).Should().Equal("REL-2", "REL-1");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_wrong_is_told_by_its_place(string part, string instead, string[] told)
    {
        Written.Should().Contain(part);

        DependencyDocument.Read(Written.Replace(part, instead, StringComparison.Ordinal)).Faults.Select(fault => fault.ToString()).Should().Equal(told);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var reading = DependencyDocument.Read(Written.Replace("\"1.4.0\"", "\"1\"", StringComparison.Ordinal).Replace("^1.4.0", "1.4.0", StringComparison.Ordinal).Replace("\"minors\": 1", "\"minors\": -7", StringComparison.Ordinal));

        reading.Value.Should().BeNull();
        reading.Faults.Select(fault => fault.Path).Should().Equal("$.releases[1].brings[0].version", "$.needs[0].range", "$.limits[0].minors");
    }

    [Fact]
    public void More_than_may_be_is_refused_and_not_built()
    {
        var arrows = string.Join(", ", Enumerable.Repeat("\"R\"", 9_999));
        var releases = string.Join(", ", Enumerable.Range(0, 11).Select(at => $$"""{ "id": "R{{at}}", "brings": [], "after": [{{arrows}}] }"""));

        DependencyDocument.Read($$"""{ "format": "change-release/dependencies/1", "releases": [{{releases}}] }""").Faults.Select(fault => fault.ToString()).Should().Equal(
            "release.document.too-many-items at $.releases: There are 109989 arrows to others in the members 'after'; 100000 is the most. Take some out.");
        DependencyDocument.Read(Encoding.UTF8.GetBytes(Written), new DocumentLimits { Bytes = 10 }).Faults.Should().ContainSingle();
    }

    [Fact]
    public void Random_dependencies_read_back_as_they_were_written_and_fit_the_schema()
    {
        for (var round = 0; round < 500; round++)
        {
            var dice = new Random(57_000 + round);
            var releases = Enumerable.Range(0, dice.Next(12)).Select(at => Release(dice, at)).ToValueList();
            var dependencies = ReleaseDependencies.Of(releases, Some(dice, Need), Some(dice, each => new SkewLimit(Service(each), Service(each), each.Next(4))));
            var written = DependencyDocument.Write(dependencies);

            var read = DependencyDocument.Read(written).OrThrow();

            (read.Releases, read.Needs, read.Limits.Select(limit => limit.ToString()).ToValueList()).Should().Be((dependencies.Releases, dependencies.Needs, dependencies.Limits.Select(limit => limit.ToString()).ToValueList()));
            DependencyDocument.Write(read).Should().Equal(written);
            DependencyDocument.Write(ReleaseDependencies.Of(releases.Reverse().ToValueList(), dependencies.Needs, dependencies.Limits)).Should().Equal(written);
            Schema.Accepts(JsonDocument.Parse(written).RootElement).Should().BeTrue();
        }
    }

    [Fact]
    public void Whatever_stands_in_a_document_it_is_read_or_its_faults_are_told()
    {
        var (dice, read, refused) = (new Random(58_000), 0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Written).ToList();
            for (var times = dice.Next(1, 4); times > 0; times--)
            {
                var at = dice.Next(bytes.Count);
                switch (dice.Next(4))
                {
                    case 0: bytes[at] = (byte)dice.Next(256); break;
                    case 1: bytes.RemoveRange(at, Math.Min(dice.Next(1, 9), bytes.Count - at)); break;
                    case 2: bytes.Insert(at, (byte)"\"{}[],:0-e\\n"[dice.Next(12)]); break;
                    default: bytes.InsertRange(at, bytes.Skip(dice.Next(bytes.Count)).Take(12).ToList()); break;
                }
            }

            var reading = DependencyDocument.Read(bytes.ToArray());
            (reading.Value is null).Should().Be(reading.Faults.Count > 0);
            (read, refused) = reading.Value is null ? (read, refused + 1) : (read + 1, refused);
        }

        read.Should().BeGreaterThan(200);
        refused.Should().BeGreaterThan(10_000);
    }

    private static DependentRelease Release(Random dice, int at) => new(
        new ReleaseId($"REL-{at}"),
        new[] { "a", "b", "ü" }.Where(_ => dice.Next(2) == 0).Select(name => new ServiceVersion(new ServiceId(name), Version(dice))).ToValueList(),
        Enumerable.Range(0, dice.Next(3)).Select(_ => new ReleaseId($"REL-{dice.Next(14)}")).ToValueList())
    {
        IsGradual = dice.Next(2) == 0,
    };

    private static VersionNeed Need(Random dice) => new(Service(dice), Range(dice), Service(dice), Range(dice));

    private static ServiceId Service(Random dice) => new(new[] { "a", "b", "ü" }[dice.Next(3)]);

    private static SemanticVersion Version(Random dice) => SemanticVersion.Parse(new[] { "1.0.0", "2.4.0-rc.1", "0.0.1+build.7", "99999999999999999999.0.0" }[dice.Next(4)]);

    private static VersionRange Range(Random dice) => VersionRange.Parse(new[] { "*", "^1.4.0", ">=1.0.0 <2.0.0", "=1.2.3" }[dice.Next(4)]);

    private static ValueList<T> Some<T>(Random dice, Func<Random, T> make) => Enumerable.Range(0, dice.Next(5)).Select(_ => make(dice)).ToValueList();
}
