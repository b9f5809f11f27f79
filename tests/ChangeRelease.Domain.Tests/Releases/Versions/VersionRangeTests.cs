using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Releases.Versions;

public sealed class VersionRangeTests
{
    private static readonly string[] Grid =
    [
        "0.0.0-0", "0.0.0", "0.0.1", "0.0.2", "0.1.0-a", "0.1.0", "0.1.1", "0.2.0-0", "0.2.0", "1.0.0-0", "1.0.0-rc.1", "1.0.0", "1.0.0+b", "1.0.1", "1.2.3-beta", "1.2.3", "1.2.4", "1.3.0", "1.9.9",
        "2.0.0-0", "2.0.0-alpha", "2.0.0", "2.0.1", "10.0.0",
    ];

    [Theory]
    // range            lowest of the grid inside, first of the grid above; a dash for none
    [InlineData("*", "0.0.0-0", "-")]
    [InlineData(">=1.0.0", "1.0.0", "-")]
    [InlineData(">=1.0.0-rc.1", "1.0.0-rc.1", "-")]
    // below a version is below its prereleases, unless it is one
    [InlineData("<2.0.0", "0.0.0-0", "2.0.0-0")]
    [InlineData("<2.0.0-alpha", "0.0.0-0", "2.0.0-alpha")]
    [InlineData("=1.2.3", "1.2.3", "1.2.4")]
    // what keeps its promises
    [InlineData("^1.2.3", "1.2.3", "2.0.0-0")]
    [InlineData("^1.2.3-beta", "1.2.3-beta", "2.0.0-0")]
    [InlineData("^0.1.0", "0.1.0", "0.2.0-0")]
    [InlineData("^0.1.0-a", "0.1.0-a", "0.2.0-0")]
    [InlineData("^0.0.1", "0.0.1", "0.0.2")]
    [InlineData("^2.0.0", "2.0.0", "10.0.0")]
    // several
    [InlineData(">=1.0.0 <1.3.0", "1.0.0", "1.3.0")]
    [InlineData("^1.0.0 <1.2.4", "1.0.0", "1.2.4")]
    public void A_range_holds_one_stretch_of_the_order(string text, string lowest, string above)
    {
        var range = VersionRange.Parse(text);
        var inside = Grid.Where(version => range.Contains(SemanticVersion.Parse(version))).ToList();

        inside.Should().Equal(Grid.SkipWhile(version => version != lowest).TakeWhile(version => version != above));
        (range.ToString(), range.IsEmpty).Should().Be((text, false));
        VersionRange.Parse(range.ToString()).Should().Be(range);
    }

    [Fact]
    public void Builds_do_not_count() => VersionRange.Exactly(SemanticVersion.Parse("1.0.0+a")).Contains(SemanticVersion.Parse("1.0.0+b")).Should().BeTrue();

    [Theory]
    [InlineData(">=2.0.0 <2.0.0")]
    [InlineData(">=2.0.0-rc.1 <2.0.0")]
    [InlineData("=1.0.0 =1.0.1")]
    [InlineData("^1.0.0 ^2.0.0")]
    [InlineData("<0.0.0")]
    public void Bounds_that_contradict_each_other_leave_nothing(string text)
    {
        var range = VersionRange.Parse(text);

        range.IsEmpty.Should().BeTrue();
        Grid.Select(SemanticVersion.Parse).Should().NotContain(version => range.Contains(version));
    }

    [Fact]
    public void Two_ranges_meet_in_what_is_in_both()
    {
        var (one, other) = (VersionRange.AtLeast(SemanticVersion.Of(1, 0, 0)), VersionRange.Below(SemanticVersion.Of(2, 0, 0)));

        one.And(other).Should().Be(VersionRange.Parse(">=1.0.0 <2.0.0"));
        one.And(VersionRange.Any).Should().Be(one);
        one.And(one).Should().Be(one);
        VersionRange.Compatible(SemanticVersion.Of(1, 0, 0)).ToString().Should().Be("^1.0.0");
        var bounds = Enumerable.Range(0, 700).Select(patch => VersionRange.AtLeast(SemanticVersion.Of(1, 0, patch)));
        FluentActions.Invoking(() => bounds.Aggregate((left, right) => left.And(right))).Should().Throw<VersionException>();
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_range_is_said()
    {
        VersionRange.Read(">=1.0 2.0.0  ^01.0.0").Faults.Select(fault => fault.ToString()).Should().Equal(
            "release.version.not-three-numbers (bound 1, numbers): A version has three numbers, and this one has 2.",
            "release.version.no-bound (bound 2, sign): A bound begins with '>=', '<', '=' or '^'.",
            "release.version.no-bound (bound 3, sign): A bound begins with '>=', '<', '=' or '^'.",
            "release.version.leading-zero (bound 4, major): A number does not begin with a zero, unless it is zero.");
        VersionRange.Read(new string('=', VersionRange.Longest + 1)).Faults.Should().ContainSingle().Which.Code.Should().Be("release.version.too-long");
        new[] { "", "* ", "* >=1.0.0", ">1.0.0", "<=1.0.0", "~1.0.0", "1.x" }.Should().AllSatisfy(text => VersionRange.Read(text).Value.Should().BeNull(text));
    }
}
