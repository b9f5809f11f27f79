using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.ChangeStates;
using static ChangeRelease.Domain.Changes.ChangeTriggers;

namespace ChangeRelease.Domain.Tests.Lifecycles.Proofs;

/// <summary>What a vendor may do to the Normal model, and what would make it laxer.</summary>
public sealed class StrictnessTests
{
    private static readonly State DbaReview = new("DbaReview", Phase.Authorization);
    private static readonly Trigger Agree = new("Agree");
    private static readonly Trigger Skip = new("Skip");

    private static readonly LifecycleDescription Normal = ChangeModels.Normal.Lifecycle.Description;

    private static readonly LifecycleDescription Reviewed = Insert(Normal);

    public static TheoryData<string> BuiltIn => new(ChangeModelCatalog.BuiltIn.All.Select(model => model.Id));

    [Theory]
    [MemberData(nameof(BuiltIn))]
    public void Every_built_in_model_is_as_strict_as_itself(string id)
    {
        var table = ChangeModelCatalog.BuiltIn.Latest(id)!.Lifecycle.Description;

        LifecycleComparison.Equivalent(table, table).ToString().Should().Be($"Holds: {id}@1 allows exactly what is allowed by {id}@1.");
    }

    [Fact]
    public void A_review_between_two_states_is_at_least_as_strict() =>
        LifecycleComparison.AtLeastAsStrict(Reviewed, Normal).ToString().Should().Be("Holds: reviewed@1 is at least as strict as normal@1.");

    [Fact]
    public void What_is_stricter_is_not_the_same() => LifecycleComparison.Equivalent(Reviewed, Normal).ToString().Should().Be("""
        False: reviewed@1 allows exactly what is allowed by normal@1.
          Draft -- Submit --> Assessing | Draft --> Assessing
          Assessing -- CompleteAssessment --> DbaReview | Assessing --> Authorizing
          DbaReview -- Agree --> Authorizing | Authorizing --> nowhere
          The other has no transition for Agree in Authorizing.
        """);

    [Fact]
    public void A_way_round_everything_is_shown() =>
        LifecycleComparison.AtLeastAsStrict(Reviewed.WithRow(Redraft.Row(Draft, Skip, Implementing)), Normal).ToString().Should().Be("""
        False: reviewed@1 is at least as strict as normal@1.
          Draft -- Skip --> Implementing | Draft --> Draft
          It is in Implementing of Realization, while the other is still in Draft of Preparation.
        """);

    [Fact]
    public void A_requirement_that_is_dropped_is_named()
    {
        var lax = Normal.Edit(Scheduled, Start, row => row.NotAsking("change.slot.frozen"));

        var comparison = LifecycleComparison.AtLeastAsStrict(lax, Normal);

        comparison.Laxity.Should().Be(Laxity.RequirementDropped);
        comparison.Dropped.Should().Equal(Redraft.Need("change.slot.frozen"));
        comparison.Moves.Select(move => move.Trigger).Should().Equal(Submit, CompleteAssessment, Authorize, Schedule, Start);
        comparison.Explanation.Should().Be("The other asks also for change.slot.frozen.");
        LifecycleComparison.AtLeastAsStrict(Normal, lax).Holds.Should().BeTrue();
    }

    [Fact]
    public void A_side_door_that_is_forbidden_is_stricter_and_not_the_other_way_round()
    {
        var strict = Normal.Without(Approved, Cancel);

        LifecycleComparison.AtLeastAsStrict(strict, Normal).Holds.Should().BeTrue();
        var comparison = LifecycleComparison.AtLeastAsStrict(Normal, strict);
        comparison.Laxity.Should().Be(Laxity.TransitionAdded);
        comparison.Explanation.Should().Be("The other has no transition for Cancel in Approved.");
    }

    [Fact]
    public void A_requirement_that_is_added_is_stricter_and_not_the_other_way_round()
    {
        var strict = Normal.Edit(Authorizing, Authorize, row => row.Asking("vendor.dba.silent"));

        LifecycleComparison.AtLeastAsStrict(strict, Normal).Holds.Should().BeTrue();
        LifecycleComparison.AtLeastAsStrict(Normal, strict).Dropped.Should().Equal(Redraft.Need("vendor.dba.silent"));
    }

    [Fact]
    public void The_same_requirement_with_other_arguments_is_another_requirement()
    {
        var days = Parameter.Number("days", "How many.");
        RequirementRef Lead(int count) => new("vendor.lead.short", Arguments.None.With(days, count));
        var three = Normal.Edit(Approved, Schedule, row => row with { Requirements = row.Requirements.With(Lead(3)) });
        var one = Normal.Edit(Approved, Schedule, row => row with { Requirements = row.Requirements.With(Lead(1)) });

        LifecycleComparison.AtLeastAsStrict(one, three).Dropped.Should().Equal(Lead(3));
    }

    [Fact]
    public void Who_is_held_in_the_review_goes_back_to_the_review()
    {
        var lax = Reviewed.Edit(OnHold, Resume, row => row with
        {
            Outcomes = row.Outcomes.Select(way => way.To == Approved ? way with { Origins = way.Origins.With(DbaReview) } : way with { Origins = way.Origins.Where(origin => origin != DbaReview).ToValueList() }).ToValueList(),
        });

        LifecycleComparison.AtLeastAsStrict(lax, Normal).ToString().Should().Be("""
            False: reviewed@1 is at least as strict as normal@1.
              Draft -- Submit --> Assessing | Draft --> Assessing
              Assessing -- CompleteAssessment --> DbaReview | Assessing --> Authorizing
              DbaReview -- Hold --> OnHold | Authorizing --> OnHold
              OnHold -- Resume [Approved] --> Approved | OnHold --> Authorizing
              It is in Approved of Ready, while the other is still in Authorizing of Authorization.
            """);
    }

    [Fact]
    public void An_exit_is_matched_by_the_same_exit()
    {
        var standard = ChangeModels.Standard.Lifecycle.Description;
        var elsewhere = standard.Edit(Approved, FallBack, row => row.To(Authorizing));

        var comparison = LifecycleComparison.AtLeastAsStrict(elsewhere, standard);

        comparison.Laxity.Should().Be(Laxity.LeadsElsewhere);
        comparison.Explanation.Should().Be("It leads to Authorizing in normal@1, and the other to Assessing in normal@1.");
    }

    [Fact]
    public void To_be_closed_is_not_to_be_canceled()
    {
        var comparison = LifecycleComparison.AtLeastAsStrict(Normal.Edit(Draft, Cancel, row => row.To(Closed)), Normal);

        comparison.Laxity.Should().Be(Laxity.EndsOtherwise);
        comparison.Explanation.Should().Be("It ends in Closed, while the other is in Canceled.");
    }

    [Fact]
    public void What_is_put_aside_is_put_aside_in_both()
    {
        var comparison = LifecycleComparison.AtLeastAsStrict(Normal.Edit(Assessing, Hold, row => row.To(Assessing)), Normal);

        comparison.Laxity.Should().Be(Laxity.NotPutAside);
        comparison.Explanation.Should().Be("It goes on in Assessing, while the other is put aside in OnHold.");
    }

    // Between assessment and authorization stands a review of its own, with the doors that Authorizing has.
    private static LifecycleDescription Insert(LifecycleDescription table) => (table with { Id = "reviewed" })
        .WithState(DbaReview)
        .Edit(Assessing, CompleteAssessment, row => row.To(DbaReview))
        .WithRow(Redraft.Row(DbaReview, Agree, Authorizing, "vendor.dba.silent"))
        .WithRow(Redraft.Row(DbaReview, Hold, OnHold, "change.reason.missing"))
        .WithRow(Redraft.Row(DbaReview, Cancel, Canceled, "change.reason.missing"))
        .Edit(OnHold, Resume, row => row with { Outcomes = row.Outcomes.With(new Outcome("DbaReview", DbaReview, null) { Origins = [DbaReview] }) });
}
