using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.ChangeStates;
using static ChangeRelease.Domain.Changes.ChangeTriggers;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>Questions about the way, asked of the Normal model.</summary>
public sealed class GraphTests
{
    private static readonly LifecycleGraph Normal = LifecycleGraph.Of(ChangeModels.Normal.Lifecycle.Description);

    [Fact]
    public void A_state_is_reached_or_it_is_not()
    {
        Normal.Reaches(Draft, Closed).Should().BeTrue();
        Normal.Reaches(Implementing, Draft).Should().BeFalse();
        Normal.Reaches(Closed, Closed).Should().BeTrue("it is there");
        Normal.Reaches(Rejected, Canceled).Should().BeTrue();
    }

    [Fact]
    public void The_shortest_path_reads_as_its_moves()
    {
        var path = Normal.ShortestPath(OnHold, Implementing)!;

        path.From.Should().Be(OnHold);
        path.To.Should().Be(Implementing);
        path.Moves.Select(move => move.Trigger).Should().Equal(Resume, Schedule, Start);
        path.ToString().Should().StartWith("OnHold -- Resume [Approved] --> Approved\nApproved -- Schedule --> Scheduled, needs change.carrier.not-ready, ");
    }

    [Fact]
    public void A_path_that_ends_where_it_begins_has_no_moves()
    {
        Normal.ShortestPath(Draft, Draft)!.Moves.Should().BeEmpty();
        Normal.ShortestPath(Closed, Draft).Should().BeNull();
    }

    [Fact]
    public void Nobody_is_held_before_authorization_and_resumes_after_it() => Normal.MustPass(Approved).Should().Equal(Draft, Assessing, Authorizing);

    [Fact]
    public void What_every_life_must_take_is_listed_in_order() =>
        Normal.MustTake(Implementing).Select(row => row.Trigger).Should().Equal(Submit, CompleteAssessment, Authorize, Schedule, Start);

    [Fact]
    public void Requirements_that_stand_on_every_path_are_told_from_those_of_the_shortest()
    {
        var needs = Normal.RequirementsOnTheWay(Draft, Canceled)!;

        needs.Always.Select(need => need.Code).Should().Equal("change.reason.missing");
        Normal.RequirementsOnTheWay(Assessing, Approved)!.Always.Select(need => need.Code)
            .Should().Contain("change.authorization.approvals-missing").And.NotContain("change.reason.missing");
        Normal.RequirementsOnTheWay(Draft, Draft)!.Always.Should().BeEmpty();
        Normal.RequirementsOnTheWay(Closed, Draft).Should().BeNull();
    }

    [Fact]
    public void An_exit_ends_a_path() =>
        LifecycleGraph.Of(ChangeModels.PreApproved.Lifecycle.Description).Invoking(graph => graph.Reaches(Draft, Assessing))
            .Should().Throw<ArgumentException>().WithMessage("The definition pre-approved has no state Assessing of Preparation.*");
}
