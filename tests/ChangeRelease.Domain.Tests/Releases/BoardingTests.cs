using ChangeRelease.Domain.Tests.Releases.Journeys;

namespace ChangeRelease.Domain.Tests.Releases;

public sealed class BoardingTests
{
    [Theory]
    [InlineData(false, "StartBuild", "Built", "TestsPassed", "Go")]
    [InlineData(true, "StartBuild", "Built", "TestsPassed", "Go", "Schedule")]
    [InlineData(true, "StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment")]
    [InlineData(false, "StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "AllStagesDone")]
    [InlineData(false, "StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment", "RollBack", "RolledBack")]
    public void Changes_ride_only_while_the_release_is_booked_or_under_way(bool ride, params string[] triggers)
    {
        var release = new Voyage().Go(triggers).Release;

        (release.BoardingSlots.Count > 0).Should().Be(ride);
    }
}
