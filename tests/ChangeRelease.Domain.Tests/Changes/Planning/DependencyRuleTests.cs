using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>What counts as made, and what is said about what is not.</summary>
public sealed class DependencyRuleTests
{
    private static readonly string[] ToReview = ["Submit", "CompleteAssessment", "Authorize", "Schedule", "Start", "Complete"];

    [Fact]
    public void A_change_is_made_from_its_completion_on_unless_it_is_judged_a_failure()
    {
        var traveler = new Traveler("normal");
        foreach (var step in ToReview)
        {
            traveler.Change.IsMade.Should().BeFalse($"before {step}");
            traveler.Go(step);
        }

        traveler.Change.IsMade.Should().BeTrue("nobody waits for the paper");
        traveler.Do(traveler.By(Cast.Rex, new ReviewChange(ReviewOutcome.Failed)));
        traveler.Change.IsMade.Should().BeFalse();
        traveler.Do(traveler.By(Cast.Rex, new ReviewChange(ReviewOutcome.SuccessfulWithIssues)));
        traveler.Change.IsMade.Should().BeTrue();
        traveler.Go("Close").Change.IsMade.Should().BeTrue();
    }

    [Theory]
    [InlineData("BackedOut")]
    [InlineData("BackOutFailed")]
    public void What_was_backed_out_is_not_made(string ending)
    {
        var traveler = new Traveler("normal").Go(ToReview[..^1]).Go("BackOut", ending);
        traveler.Change.IsMade.Should().BeFalse();
        traveler.Go("Close").Change.IsMade.Should().BeFalse();
    }

    [Fact]
    public void What_was_repudiated_is_not_made_and_what_was_done_before_is_when_it_is_closed_with_success()
    {
        var emergency = new Traveler("emergency").Go("Submit", "Authorize", "Start", "Complete");
        emergency.Change.IsMade.Should().BeTrue();
        emergency.Go("Repudiate").Change.IsMade.Should().BeFalse();

        var found = new Traveler("retrospective").Go("Submit", "Ratify");
        found.Change.IsMade.Should().BeFalse();
        found.Go("Close").Change.IsMade.Should().BeTrue();
    }

    [Fact]
    public void Each_change_that_is_waited_for_is_named_with_its_state_and_its_cure()
    {
        ValueList<DependencyStanding> known =
        [
            Cast.Made,
            Standing("CHG-2", ChangeStates.Scheduled, "CHG-3"), Standing("CHG-3", ChangeStates.Assessing, "CHG-1"),
            Standing("CHG-4", ChangeStates.Canceled), Standing("CHG-5", ChangeStates.Closed),
        ];
        var traveler = new Traveler("normal").Go(ToReview[..4]);
        var content = traveler.Change.Content with { DependsOn = [Cast.Made.Id, new("CHG-2"), new("CHG-4"), new("CHG-5"), new("CHG-6")] };
        var move = traveler.Good("Start");

        var refusals = ChangeDecider.Decide(traveler.Change with { Content = content }, move.Command, move.Facts with { Dependencies = known }).Refusals;

        refusals.Should().OnlyContain(refusal => refusal.Code == "change.dependency.not-made");
        refusals.Select(refusal => $"{refusal.Explanation} {refusal.Remedies[0]}").Should().Equal(
            "CHG-2 is in Scheduled. Complete CHG-2 first",
            "CHG-4 ended in Canceled and does not stand. Amend the content: depend on a change that does what CHG-4 did not",
            "CHG-5 ended in Closed and does not stand. Amend the content: depend on a change that does what CHG-5 did not",
            "Nothing is known of CHG-6. Amend the content: leave CHG-6 out, or name a change that exists",
            "They wait for each other: CHG-1 \u2192 CHG-2 \u2192 CHG-3 \u2192 CHG-1. Amend one of them: leave the other out of what it depends on");
    }

    [Fact]
    public void An_edit_of_something_else_is_not_held_to_what_became_of_the_others()
    {
        var traveler = new Traveler("normal", Cast.Content with { DependsOn = [Cast.Made.Id] }).Go("Submit");
        Decision<ChangeEvent> Ask(ChangeContent content)
        {
            var move = traveler.By(Cast.Rita, new AmendChange(content));
            return traveler.Ask(move with { Facts = move.Facts with { Dependencies = null } });
        }

        Ask(traveler.Change.Content with { TestPlan = ChangePlan.Of("look twice") }).Refusals.Should().BeEmpty();
        Ask(traveler.Change.Content with { DependsOn = [] }).Refusals.Should().BeEmpty();
        Ask(traveler.Change.Content with { DependsOn = [Cast.Made.Id, new("CHG-2")] }).Refusals.Where(refusal => !refusal.IsUnjudged).Should().HaveCount(2)
            .And.OnlyContain(refusal => refusal.Code == "change.dependency.unknown");
    }

    [Fact]
    public void What_was_looked_at_is_remembered_with_the_decision()
    {
        var traveler = new Traveler("normal", Cast.Content with { DependsOn = [Cast.Made.Id] }).Go("Submit");

        traveler.Events[^1].Header.Basis.Should().ContainSingle(fact => fact.Name == "dependencies").Which.Value.Should().Be("[CHG-9@12 Closed]");
    }

    [Fact]
    public void A_change_depends_on_a_hundred_others_at_most()
    {
        ValueList<ChangeId> Many(int count) => Enumerable.Range(0, count).Select(at => new ChangeId(FormattableString.Invariant($"CHG-{at}"))).ToValueList();

        FluentActions.Invoking(() => new ChangeContent { DependsOn = Many(101) }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ChangeContent { DependsOn = null! }).Should().Throw<ArgumentNullException>();
        new ChangeContent { DependsOn = Many(100) }.DependsOn.Should().HaveCount(100);
    }

    private static DependencyStanding Standing(string id, Domain.Lifecycles.State status, params string[] others) =>
        new(new ChangeId(id), 2, status, IsMade: false, others.Select(other => new ChangeId(other)).ToValueList());
}
