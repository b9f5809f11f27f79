using System.Numerics;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Versions;

public sealed class SemanticVersionTests
{
    // The specification's own examples, in its own order (semver.org 2.0.0, items 9 to 11).
    private static readonly string[][] Ordered =
    [
        ["1.0.0", "2.0.0", "2.1.0", "2.1.1"],
        ["1.0.0-alpha", "1.0.0"],
        ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0"],
    ];

    public static TheoryData<string> Valid =>
    [
        // items 2, 9 and 10, as they stand there
        "1.9.0", "1.10.0", "1.11.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-0.3.7", "1.0.0-x.7.z.92", "1.0.0-x-y-z.--",
        "1.0.0-alpha+001", "1.0.0+20130313144700", "1.0.0-beta+exp.sha.5114f85", "1.0.0+21AF26D3---117B344092BD",
        // the corners of the grammar: zeros, hyphens, words that begin like numbers, builds that look like prereleases
        "0.0.0", "0.0.0-0", "1.2.3-0a", "1.2.3-01a", "1.2.3--", "1.2.3---", "1.2.3-0-0", "1.2.3+0", "1.2.3+00", "1.2.3+-", "1.2.3+a-b.c", "1.2.3-a+b-c", "1.2.3-4.5-6",
        "99999999999999999999999.999999999999999999.99999999999999999", "1.0.0-99999999999999999999999999999999999",
    ];

    public static TheoryData<string, string> Invalid => new()
    {
        // what is missing
        { "", "empty" },
        { "1", "not-three-numbers" },
        { "1.2", "not-three-numbers" },
        { "1.2.3.4", "not-three-numbers" },
        { "1..3", "empty-part" },
        { ".2.3", "empty-part" },
        { "1.2.", "empty-part" },
        { "1.2.3-", "empty-part" },
        { "1.2.3+", "empty-part" },
        { "1.2.3-+b", "empty-part" },
        { "1.2.3-a.", "empty-part" },
        { "1.2.3-a..b", "empty-part" },
        { "1.2.3+a..b", "empty-part" },
        { "-1.2.3", "not-three-numbers empty-part" },
        { "1.2-a", "not-three-numbers" },
        // zeros in front
        { "01.2.3", "leading-zero" },
        { "1.02.3", "leading-zero" },
        { "1.2.00", "leading-zero" },
        { "1.2.3-01", "leading-zero" },
        { "1.2.3-a.00", "leading-zero" },
        { "01.02.03-04.05", "leading-zero leading-zero leading-zero leading-zero leading-zero" },
        // what is not of the alphabet
        { "v1.2.3", "illegal-character" },
        { " 1.2.3", "illegal-character" },
        { "1.2.3 ", "illegal-character" },
        { "1.2.3\n", "illegal-character" },
        { "1.2.x", "illegal-character" },
        { "1.2.3-a_b", "illegal-character" },
        { "1.2.3-é", "illegal-character" },
        { "1.2.3+a+b", "illegal-character" },
        { "1.2.3-a$b#c", "illegal-character illegal-character" },
        { "١.2.3", "illegal-character" },
    };

    [Fact]
    public void The_specifications_own_examples_stand_in_its_own_order()
    {
        foreach (var texts in Ordered)
        {
            var versions = texts.Select(SemanticVersion.Parse).ToList();

            versions.AsEnumerable().Reverse().Order(SemanticVersion.Precedence).Should().Equal(versions);
            versions.AsEnumerable().Reverse().Order().Should().Equal(versions);
            versions.Zip(versions.Skip(1)).Should().AllSatisfy(pair => pair.First.IsOlderThan(pair.Second).Should().BeTrue())
                .And.AllSatisfy(pair => pair.Second.IsNewerThan(pair.First).Should().BeTrue());
        }
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void What_the_grammar_allows_is_read_and_written_as_it_was(string text)
    {
        var version = SemanticVersion.Read(text);

        version.Faults.Should().BeEmpty();
        version.Value!.ToString().Should().Be(text);
        version.Value.Should().Be(SemanticVersion.Parse(new string(text.AsSpan())));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void What_the_grammar_does_not_allow_is_refused_for_every_reason(string text, string problems)
    {
        var reading = SemanticVersion.Read(text);

        reading.Value.Should().BeNull();
        reading.Faults.Select(fault => fault.Code).Should().Equal(problems.Split(' ').Select(problem => $"release.version.{problem}"));
        reading.Invoking(read => read.GetValueOrThrow()).Should().Throw<VersionException>().Which.Faults.Should().Equal(reading.Faults);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_with_its_place() => SemanticVersion.Read("v01..3-a.007.b_c+d..e").Faults.Select(fault => fault.ToString()).Should().Equal(
        "release.version.illegal-character (major): U+0076 is not a digit.",
        "release.version.empty-part (minor): Nothing stands here.",
        "release.version.leading-zero (prerelease 2): A number does not begin with a zero, unless it is zero.",
        "release.version.illegal-character (prerelease 3): U+005F is not an ASCII letter, a digit or a hyphen.",
        "release.version.empty-part (build 2): Nothing stands here.");

    [Fact]
    public void A_text_has_a_bound()
    {
        var longest = "1.0.0-" + new string('9', SemanticVersion.Longest - 6);

        SemanticVersion.Read(longest).Value!.ToString().Should().Be(longest);
        SemanticVersion.Read(longest + "9").Faults.Should().ContainSingle().Which.Code.Should().Be("release.version.too-long");
        FluentActions.Invoking(() => SemanticVersion.Parse(longest).NextPrerelease()).Should().Throw<VersionException>();
    }

    [Fact]
    public void Its_parts_are_told()
    {
        var version = SemanticVersion.Parse("2.4.10-rc.1+build.7");

        (version.Major, version.Minor, version.Patch).Should().Be((new BigInteger(2), new BigInteger(4), new BigInteger(10)));
        version.Prerelease.Should().Equal("rc", "1");
        version.Build.Should().Equal("build", "7");
        (version.IsPrerelease, version.IsInitial, SemanticVersion.Parse("0.9.0").IsInitial).Should().Be((true, false, true));
        version.Final.Should().Be(SemanticVersion.Of(2, 4, 10));
    }

    [Fact]
    public void Builds_make_other_versions_of_the_same_precedence()
    {
        SemanticVersion[] versions = [SemanticVersion.Parse("1.0.0+b"), SemanticVersion.Parse("1.0.0"), SemanticVersion.Parse("1.0.0+a")];

        versions.Should().OnlyHaveUniqueItems();
        versions.Distinct().Should().HaveCount(3);
        versions.SelectMany(_ => versions, SemanticVersion.Precedence.Compare).Should().OnlyContain(order => order == 0);
        versions.Should().AllSatisfy(version => version.StepTo(versions[0]).Should().Be(VersionStep.None));
        versions.Order().Select(version => version.ToString()).Should().Equal("1.0.0", "1.0.0+a", "1.0.0+b");
    }

    [Theory]
    // the first number that rises names the step
    [InlineData("1.2.3", "2.0.0", VersionStep.Major)]
    [InlineData("1.2.3", "2.5.9", VersionStep.Major)]
    [InlineData("1.2.3", "1.3.0", VersionStep.Minor)]
    [InlineData("1.2.3", "1.2.4", VersionStep.Patch)]
    [InlineData("1.2.3", "1.2.3", VersionStep.None)]
    [InlineData("1.2.3+a", "1.2.3+b", VersionStep.None)]
    // prereleases
    [InlineData("1.2.3-rc.1", "1.2.3-rc.2", VersionStep.Prerelease)]
    [InlineData("1.2.3-rc.1", "1.2.3", VersionStep.Prerelease)]
    [InlineData("1.2.3", "1.3.0-rc.1", VersionStep.Minor)]
    [InlineData("0.9.0", "1.0.0-alpha", VersionStep.Major)]
    // back
    [InlineData("1.2.3", "1.2.2", VersionStep.Downgrade)]
    [InlineData("1.2.3", "1.2.3-rc.9", VersionStep.Downgrade)]
    [InlineData("2.0.0", "1.99.99", VersionStep.Downgrade)]
    // numbers, not texts
    [InlineData("1.9.0", "1.10.0", VersionStep.Minor)]
    [InlineData("1.0.0-9", "1.0.0-10", VersionStep.Prerelease)]
    [InlineData("18446744073709551615.0.0", "18446744073709551616.0.0", VersionStep.Major)]
    public void A_step_is_named_by_the_first_number_that_differs(string from, string to, VersionStep step) =>
        SemanticVersion.Parse(from).StepTo(SemanticVersion.Parse(to)).Should().Be(step);

    [Theory]
    //          version         major    minor    patch
    [InlineData("1.2.3", "2.0.0", "1.3.0", "1.2.4")]
    [InlineData("1.2.3+build", "2.0.0", "1.3.0", "1.2.4")]
    [InlineData("1.2.3-rc.1", "2.0.0", "1.3.0", "1.2.3")]
    [InlineData("1.2.0-rc.1", "2.0.0", "1.2.0", "1.2.0")]
    [InlineData("2.0.0-rc.1", "2.0.0", "2.0.0", "2.0.0")]
    [InlineData("0.0.0", "1.0.0", "0.1.0", "0.0.1")]
    [InlineData("9.99.999", "10.0.0", "9.100.0", "9.99.1000")]
    public void The_next_version_is_the_lowest_of_its_kind(string version, string major, string minor, string patch)
    {
        var from = SemanticVersion.Parse(version);

        new[] { from.NextMajor(), from.NextMinor(), from.NextPatch() }.Select(next => next.ToString()).Should().Equal(major, minor, patch);
    }

    [Theory]
    [InlineData("1.0.0-rc.1", "1.0.0-rc.2")]
    [InlineData("1.0.0-rc.9+b", "1.0.0-rc.10")]
    [InlineData("1.0.0-beta", "1.0.0-beta.1")]
    [InlineData("1.0.0-0", "1.0.0-1")]
    [InlineData("1.0.0-99999999999999999999", "1.0.0-100000000000000000000")]
    public void The_next_prerelease_goes_on_counting(string version, string next) => SemanticVersion.Parse(version).NextPrerelease().ToString().Should().Be(next);

    [Fact]
    public void What_is_no_prerelease_has_no_next_one() =>
        FluentActions.Invoking(() => SemanticVersion.Of(1, 0, 0).NextPrerelease()).Should().Throw<InvalidOperationException>();

    [Fact]
    public void Prerelease_and_build_are_put_on_and_checked()
    {
        var version = SemanticVersion.Parse("1.2.3-a+b");

        version.WithPrerelease("rc.1").ToString().Should().Be("1.2.3-rc.1");
        version.WithBuild("7").ToString().Should().Be("1.2.3-a+7");
        foreach (var wrong in new[] { "", "01", "a b", "a+b", "a..b" })
        {
            version.Invoking(it => it.WithPrerelease(wrong)).Should().Throw<VersionException>(wrong);
        }

        foreach (var wrong in new[] { "", "a b", "a+b", "a..b" })
        {
            version.Invoking(it => it.WithBuild(wrong)).Should().Throw<VersionException>(wrong);
        }
    }

    [Fact]
    public void No_number_is_negative() => FluentActions.Invoking(() => SemanticVersion.Of(1, -1, 0)).Should().Throw<ArgumentOutOfRangeException>();
}
