using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>A little of P15; the soak command walks all of it.</summary>
public sealed class ClockChangePromiseTests
{
    [Fact]
    public void Around_clock_changes_all_minutes_are_as_the_wall_clock_says()
    {
        var findings = new ClockChangePromise().Random(seed: 15, count: 400);

        findings.Told.Should().BeEmpty();
        findings.Differing.Should().Be(0);
        findings.Checked.Should().Be(400 * 72 * 60);
        findings.Kinds["disturbed"].Should().BeGreaterThan(50);
        findings.Kinds["open"].Should().BeInRange(findings.Checked / 10, findings.Checked * 9 / 10);
    }
}
