using System.Reflection;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>Approvals of a template are bound to its content: each field, by reflection, so that a new one cannot be forgotten (S-23).</summary>
public sealed class TemplateContentTests
{
    private static readonly string[] Immaterial = ["Title", "Notes"];

    private static readonly Dictionary<string, TemplateContent[]> Edits = new(StringComparer.Ordinal)
    {
        ["Title"] = [Play.Content with { Title = "other" }],
        ["Notes"] = [Play.Content with { Notes = "other" }],
        ["Services"] = [Play.Content with { Services = [new ServiceId("payments")] }, Play.Content with { Services = [.. Play.Content.Services, new ServiceId("mail")] }],
        ["Environments"] = [Play.Content with { Environments = [new EnvironmentId("test")] }],
        ["RiskCeiling"] = [Play.Content with { RiskCeiling = Grade.High }, Play.Content with { RiskCeiling = null }],
        ["ImplementationPlan"] = [Play.Content with { ImplementationPlan = ChangePlan.Of("other") }],
        ["TestPlan"] = [Play.Content with { TestPlan = ChangePlan.Of("other") }],
        ["RemediationPlan"] = [Play.Content with { RemediationPlan = ChangePlan.Of("other") }],
        ["Parameters"] =
        [
            Play.Content with { Parameters = [] },
            WithFirst(new NumberParameter("pods", "How many at once.", 1, 4)),
            WithFirst(new NumberParameter("pods", "How many at once.", 0, 3)),
            WithFirst(new NumberParameter("pods", "How many of them.", 1, 3)),
            WithFirst(new NumberParameter("nodes", "How many at once.", 1, 3)),
            WithFirst(new TextParameter("pods", "How many at once.", 1, 3)),
            WithFirst(new ChoiceParameter("pods", "How many at once.", ["1", "3"])),
        ],
        ["Validity"] = [Play.Content with { Validity = Duration.FromDays(90) + Duration.Epsilon }, Play.Content with { Validity = null }],
        ["MaximumUses"] = [Play.Content with { MaximumUses = 6 }, Play.Content with { MaximumUses = null }],
        ["Budget"] =
        [
            Play.Content with { Budget = new FailureBudget(3, 5, Grade.Medium) },
            Play.Content with { Budget = new FailureBudget(2, 6, Grade.Medium) },
            Play.Content with { Budget = new FailureBudget(2, 5, Grade.High) },
            Play.Content with { Budget = null },
        ],
        ["EarlierVersions"] = [Play.Content with { EarlierVersions = EarlierVersions.GoOn }],
    };

    public static TheoryData<string> Fields => [.. typeof(TemplateContent).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Editing_a_field_while_it_is_voted_on_voids_the_votes_unless_it_is_immaterial(string field)
    {
        Edits.Should().ContainKey(field, "a new field needs an edit here");
        Edits[field].Should().AllSatisfy(edited =>
        {
            var play = new Play().Go("Submit", "CastVote", "CastVote");
            var before = play.Template.Digest;

            play.Must(new AmendTemplate(edited), Play.Paul);

            var amended = (TemplateAmended)play.Events[^1];
            amended.Fields.Should().Equal(field);
            amended.IsMaterial.Should().Be(!Immaterial.Contains(field));
            (play.Template.Digest == before).Should().Be(Immaterial.Contains(field));
            play.Template.Votes.Should().HaveCount(Immaterial.Contains(field) ? 2 : 0);
            play.Ask(new PublishTemplate(), Play.Olga).IsAccepted.Should().Be(Immaterial.Contains(field));
        });
    }

    [Fact]
    public void A_vote_that_saw_another_content_is_refused()
    {
        var play = new Play().Go("Submit");
        var seen = play.Template.Digest;
        play.Go("Amend");

        play.Ask(new VoteOnTemplate(VoteChoice.Approve, seen), Journeys.Cast.Members[0]).Refusals.Should().ContainSingle().Which.Code.Should().Be("template.authorization.vote-sees-other-content");
    }

    [Fact]
    public void A_change_takes_over_the_plans_and_the_name()
    {
        var own = new ChangeContent { Title = "Restart payments", Justification = "It leaks", Services = [new ServiceId("payments")], TestPlan = ChangePlan.Of("mine") };

        Play.Content.FillIn(Play.Id, own).Should().Be(own with { Template = Play.Id, ImplementationPlan = ChangePlan.Of("restart"), TestPlan = ChangePlan.Of("look at the graph"), RemediationPlan = ChangePlan.Of("start the old one") });
    }

    [Fact]
    public void Limits_that_would_authorize_nothing_or_for_no_time_are_not_taken()
    {
        FluentActions.Invoking(() => Play.Content with { Validity = Duration.Zero }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Play.Content with { MaximumUses = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new FailureBudget(0, 1, Grade.Low)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new FailureBudget(3, 2, Grade.Low)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new FailureBudget(1, FailureBudget.LongestWindow + 1, Grade.Low)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new FailureBudget(1, 1, (Grade)4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new NumberParameter("n", "s", 2, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new TextParameter("n", "s", -1, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new TextParameter("n", "s", 2, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new ChoiceParameter("n", "s", [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ChoiceParameter(" n", "s", ["a"])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new NumberParameter("n", " ", 1, 2)).Should().Throw<ArgumentException>();
    }

    private static TemplateContent WithFirst(TemplateParameter parameter) => Play.Content with { Parameters = [parameter, .. Play.Content.Parameters.Skip(1)] };
}
