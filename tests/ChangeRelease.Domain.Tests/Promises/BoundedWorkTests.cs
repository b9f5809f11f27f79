namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>The memory that hard rules, calendars, graphs, schedules and problems take; the soak command measures their time as well.</summary>
public sealed class BoundedWorkTests
{
    [Fact]
    public void What_is_hard_on_others_takes_at_most_sixteen_megabytes_or_is_refused()
    {
        var findings = new BoundedWorkPromise(isTimed: false).Whole();

        findings.Told.Should().BeEmpty();
        findings.Checked.Should().BeGreaterThanOrEqualTo(300);
        findings.Kinds["answered"].Should().BeGreaterThan(100);
        findings.Kinds["refused"].Should().BeGreaterThan(20);
    }
}
