using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>A template is approved like a change, version after version, and nobody approves their own (S-24, S-30).</summary>
public sealed class TemplateLifeTests
{
    private static readonly Actor Anna = Cast.Members[0];

    [Fact]
    public void The_version_before_stays_in_force_until_the_next_one_is_published()
    {
        var play = new Play().Publish();
        var first = play.Template.InForce!;

        play.Go("Revise", "Submit");
        play.Template.InForce.Should().Be(first);

        play.Now += Duration.FromDays(1);
        play.Go("Publish");
        play.Template.InForce!.Number.Should().Be(2);
        play.Template.InForce.Content.TestPlan.Should().NotBe(first.Content.TestPlan);
        play.Template.Published(1).Should().Be(first);
        play.Template.Published(0).Should().BeNull();
        play.Template.Published(3).Should().BeNull();
    }

    [Fact]
    public void Validity_begins_with_publishing()
    {
        var play = new Play().Go("Submit");
        play.Now += Duration.FromDays(30);
        play.Go("Publish");

        play.Template.InForce!.PublishedAt.Should().Be(play.Now);
        play.Template.InForce.Expires.Should().Be(play.Now + Duration.FromDays(90));
    }

    [Fact]
    public void A_version_that_is_to_hold_longer_than_time_goes_on_holds_until_its_end()
    {
        var play = new Play(Play.Content with { Validity = Duration.MaxValue }).Publish();

        play.Template.InForce!.Expires.Should().BeGreaterThan(Instant.FromUtc(9998, 12, 31, 0, 0));
    }

    [Theory]
    [InlineData("proposer")]
    [InlineData("editor")]
    [InlineData("editor of an earlier version")]
    public void Whoever_had_a_hand_in_a_template_cannot_approve_it(string part)
    {
        var play = part switch
        {
            "proposer" => new Play(proposer: Anna).Go("Submit"),
            "editor" => Edited(),
            _ => Published(Edited()).Go("Revise", "Submit"),
        };

        var refusal = play.Ask(new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest), Anna).Refusals.Should().ContainSingle().Which;

        refusal.Code.Should().Be("template.authorization.voter-contributed");
        refusal.Facts.Should().Contain(fact => fact.Name == "chain" && fact.Value.Contains("anna"));
    }

    [Fact]
    public void The_vote_of_someone_who_edits_afterwards_is_struck()
    {
        var play = new Play().Go("Submit", "CastVote", "CastVote");
        play.Must(new AmendTemplate(play.Template.Content with { Notes = "seen" }), Anna);

        play.Template.Votes.Should().HaveCount(2, "an immaterial edit voids nothing");
        play.Ask(new PublishTemplate(), Play.Olga).Refusals.Should().ContainSingle().Which.Code.Should().Be("template.authorization.approvals-missing");
    }

    [Fact]
    public void A_suspended_template_is_reinstated_by_a_process_owner_who_had_no_hand_in_it()
    {
        var play = new Play(proposer: Anna).Publish().Go("Suspend");
        play.Template.InForce.Should().BeNull();

        play.Ask(new ReinstateTemplate("fine"), Cast.Rex).Refusals.Should().ContainSingle().Which.Code.Should().Be("template.reinstatement.not-process-owner");
        play.Ask(new ReinstateTemplate("fine"), Anna).Refusals.Should().ContainSingle().Which.Code.Should().Be("template.reinstatement.contributed");
        play.Go("Reinstate").Template.InForce!.Number.Should().Be(1);
    }

    [Fact]
    public void A_new_version_brings_a_suspended_template_back_in_force()
    {
        var play = new Play().Publish().Go("Suspend", "Revise", "Submit");
        play.Template.InForce.Should().BeNull("what is suspended stays so while it is revised");

        play.Go("Publish");

        play.Template.IsSuspended.Should().BeFalse();
        play.Template.InForce!.Number.Should().Be(2);
    }

    [Fact]
    public void Discarding_a_version_brings_back_what_was_published_and_its_digest()
    {
        var play = new Play().Publish();
        var (content, digest) = (play.Template.Content, play.Template.Digest);

        play.Go("Revise", "Submit", "CastVote", "Discard");

        play.Template.Content.Should().Be(content);
        play.Template.Digest.Should().Be(digest);
        play.Template.Votes.Should().BeEmpty();
        play.Template.InForce!.Number.Should().Be(1);
    }

    [Fact]
    public void An_expired_version_is_renewed_as_it_is_by_a_new_approval()
    {
        var play = new Play().Publish();
        play.Now += Duration.FromDays(100);

        play.Publish(play.Template.Content);

        play.Template.InForce!.Number.Should().Be(2);
        play.Template.InForce.Digest.Should().Be(play.Template.Published(1)!.Digest);
        play.Template.InForce.Expires.Should().Be(play.Now + Duration.FromDays(90));
    }

    [Fact]
    public void Turning_a_version_down_voids_its_votes()
    {
        var play = new Play().Go("Submit", "CastVote", "Reject", "Submit");

        play.Template.Votes.Should().BeEmpty();
        play.State.Should().Be("Authorizing");
    }

    [Fact]
    public void What_an_amendment_took_away_is_missed_when_it_is_published()
    {
        var play = new Play().Go("Submit").Must(new AmendTemplate(Play.Content with { RemediationPlan = ChangePlan.Empty }), Play.Paul).Go("CastVote", "CastVote");

        play.Ask(new PublishTemplate(), Play.Olga).Refusals.Should().ContainSingle().Which.Code.Should().Be("template.remediation-plan.missing");
    }

    [Fact]
    public void A_host_derives_a_model_that_asks_for_more()
    {
        var checkedBySecurity = Requirement.For<TemplateAttempt>("acme.security.missing").Says("Security looked at it.").IsMetWhen(_ => false);
        var strict = TemplateModels.Ordinary.Lifecycle.Reference.Id;
        var model = TemplateModel.Define("lax", 1, table => table.StartsIn(TemplateStates.Proposed).In(TemplateStates.Proposed).On(TemplateTriggers.Retire).GoTo(TemplateStates.Retired).When(checkedBySecurity).EndsIn(TemplateStates.Retired));
        var facts = new TemplateFacts(new Stamp(Cast.Opening, Play.Paul, new CommandId("p")), [TemplateModels.Ordinary, model]);
        var template = ChangeTemplate.Fold(null, TemplateDecider.Decide(null, new ProposeTemplate(Play.Id, Play.Content), facts).Events.Single());

        template.Model.Id.Should().Be("lax").And.NotBe(strict);
        TemplateDecider.Decide(template, new RetireTemplate("r"), facts with { Stamp = new Stamp(Cast.Opening, Play.Paul, new CommandId("q")) }).Refusals
            .Should().ContainSingle().Which.Code.Should().Be("acme.security.missing");
    }

    private static Play Edited() => new Play().Must(new AmendTemplate(Play.Content with { TestPlan = ChangePlan.Of("mine") }), Anna).Go("Submit");

    private static Play Published(Play play)
    {
        foreach (var member in Cast.Members.Skip(1).Take(2))
        {
            play.Must(new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest), member);
        }

        return play.Must(new PublishTemplate(), Play.Olga);
    }
}
