using System.Reflection;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>Each thing that can be wrong with a command on a template is refused with its own code, and only with that (S-3).</summary>
public sealed class TemplateRefusalTests
{
    private static readonly Actor Anna = Cast.Members[0];
    private static readonly ActorId Boris = Cast.Members[1].Id;
    private static readonly ActorId Carla = Cast.Members[2].Id;
    private static readonly ActorId Zed = new("zed");

    private static readonly Dictionary<string, Func<IEnumerable<Refusal>>> Wrong = new(StringComparer.Ordinal)
    {
        ["template.title.missing"] = () => Submitted(content => content with { Title = " " }),
        ["template.services.missing"] = () => Submitted(content => content with { Services = [] }),
        ["template.environments.missing"] = () => Submitted(content => content with { Environments = [] }),
        ["template.risk-ceiling.missing"] = () => Submitted(content => content with { RiskCeiling = null }),
        ["template.implementation-plan.missing"] = () => Submitted(content => content with { ImplementationPlan = ChangePlan.Empty }),
        ["template.test-plan.missing"] = () => Submitted(content => content with { TestPlan = ChangePlan.Empty }),
        ["template.remediation-plan.missing"] = () => Submitted(content => content with { RemediationPlan = ChangePlan.Empty }),
        ["template.validity.missing"] = () => Submitted(content => content with { Validity = null }),
        ["template.budget.missing"] = () => Submitted(content => content with { Budget = null }),
        ["template.parameters.ambiguous"] = () => Submitted(content => content with { Parameters = [.. content.Parameters, new TextParameter("pods", "Again.", 0, 1)] }),
        ["template.proposer.missing"] = () => new Play(proposer: Actor.Service(new ActorId("orphan"), null)).Ask(new SubmitTemplate(), Play.Paul).Refusals,
        ["template.reason.missing"] = () => new Play().Publish().Ask(new RetireTemplate(" "), Play.Paul).Refusals,
        ["template.amendment.empty"] = () => new Play().Ask(new AmendTemplate(Play.Content), Play.Paul).Refusals,
        ["template.suspension.nothing-in-force"] = () => new Play().Ask(new SuspendTemplate("why"), Play.Paul).Refusals,
        ["template.reinstatement.not-suspended"] = () => new Play().Publish().Go("Revise").Ask(new ReinstateTemplate("why"), Play.Olga).Refusals,
        ["template.reinstatement.not-process-owner"] = () => new Play().Publish().Go("Suspend").Ask(new ReinstateTemplate("why"), Cast.Rex).Refusals,
        ["template.reinstatement.contributed"] = () => new Play(proposer: Anna).Publish().Go("Suspend").Ask(new ReinstateTemplate("why"), Anna).Refusals,
        ["template.reinstatement.directory-missing"] = () => Knowing(new Play().Publish().Go("Suspend"), "Reinstate", facts => facts with { Directory = null }),
        ["template.authorization.directory-missing"] = () => Knowing(new Play().Go("Submit", "CastVote", "CastVote"), "Publish", facts => facts with { Directory = null }),
        ["template.authorization.policy-missing"] = () => Knowing(new Play().Go("Submit", "CastVote", "CastVote"), "Publish", facts => facts with { Policy = Cast.Policy }),
        ["template.authorization.approvals-missing"] = () => new Play().Go("Submit", "CastVote").Ask(new PublishTemplate(), Play.Olga).Refusals,
        ["template.authorization.voter-not-a-person"] = () => new Play().Go("Submit") is var play ? play.Ask(new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest), Actor.Service(Anna.Id, null)).Refusals : [],
        ["template.authorization.voter-not-eligible"] = () => new Play().Go("Submit") is var play ? play.Ask(new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest), Cast.Rex).Refusals : [],
        ["template.authorization.voter-contributed"] = () => new Play(proposer: Anna).Go("Submit") is var play ? play.Ask(new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest), Anna).Refusals : [],
        ["template.authorization.vote-sees-other-content"] = () => new Play().Go("Submit").Ask(new VoteOnTemplate(VoteChoice.Approve, Digest.Zero), Anna).Refusals,
        ["template.authorization.voted-already"] = () => new Play().Go("Submit", "CastVote") is var play ? play.Ask(new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest), Anna).Refusals : [],
        ["template.authorization.vote-missing"] = () => new Play().Go("Submit").Ask(new WithdrawTemplateVote(), Anna).Refusals,
        ["template.authorization.delegation-missing"] = () => OnBehalf(play => play, facts => facts with { Directory = Play.Directory }),
        ["template.authorization.delegation-cyclic"] = () => OnBehalf(play => play, facts => Lets(facts, (Boris, Anna.Id), (Boris, Zed), (Zed, Carla), (Carla, Zed))),
        ["template.authorization.seat-not-eligible"] = () => OnBehalf(play => play, facts => facts with { Policy = Asking(Ask.Person(Anna.Id)) }),
        ["template.authorization.seat-spoken"] = () => OnBehalf(play => play with { Votes = [new Vote(Carla, VoteChoice.Abstain, play.Digest, Cast.Opening, string.Empty) { Chain = [Boris, Carla] }] }, facts => facts),
        ["template.authorization.step-not-open"] = () => OnBehalf(play => play, facts => facts with { Policy = Asking(Ask.InSequence(Ask.Person(Carla), Ask.Of(2, Cast.Board))) }),
        ["template.authorization.still-stands"] = () => Rechecked(new Play().Go("Submit", "CastVote", "CastVote")),
        ["template.request.missing"] = () => TemplateDecider.Decide(null, new SubmitTemplate(), Play.Facts(Play.Paul, Cast.Opening, "s")).Refusals,
        ["template.request.exists"] = () => new Play().Ask(new ProposeTemplate(Play.Id, Play.Content), Play.Paul).Refusals,
        ["template.request.command-id-reused"] = () => TemplateDecider.Decide(new Play().Template, new SubmitTemplate(), Play.Facts(Play.Paul, Cast.Opening, "t0")).Refusals,
        ["template.time.backwards"] = () => TemplateDecider.Decide(new Play().Template, new SubmitTemplate(), Play.Facts(Play.Paul, Cast.Opening - Duration.FromNanoseconds(1_000), "s")).Refusals,
        ["template.model.unknown"] = () => TemplateDecider.Decide(new Play().Template with { Model = ReferenceOf("other") }, new SubmitTemplate(), Play.Facts(Play.Paul, Cast.Opening, "s")).Refusals,
    };

    public static TheoryData<string> Codes => [.. Wrong.Keys];

    // Where the ballot has nobody to count by, what counts waits for it.
    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_wrong_is_refused_with_its_code_a_reason_and_a_cure(string code)
    {
        var judged = Wrong[code]().Where(refusal => !refusal.IsUnjudged).ToList();

        judged.Should().ContainSingle().Which.Code.Should().Be(code);
        judged[0].Explanation.Should().NotBeNullOrWhiteSpace();
        judged[0].Rule.Should().EndWith(".");
        judged[0].Remedies.Should().NotBeEmpty();
    }

    [Fact]
    public void Every_code_of_every_requirement_is_produced() => All(typeof(TemplateNeeds), null)
        .Concat(All(TemplateNeeds.Authorization.GetType(), TemplateNeeds.Authorization))
        .Concat(All(TemplateNeeds.ReinstatedBy.GetType(), TemplateNeeds.ReinstatedBy))
        .Distinct()
        .Should().HaveCount(33).And.BeSubsetOf(Wrong.Keys);

    [Fact]
    public void Everything_that_is_missing_is_told_at_once() => new Play(new TemplateContent(), Actor.Service(new ActorId("orphan"), null)).Ask(new SubmitTemplate(), Play.Paul).Refusals.Select(refusal => refusal.Code)
        .Should().BeEquivalentTo(
            "template.title.missing", "template.services.missing", "template.environments.missing", "template.risk-ceiling.missing", "template.implementation-plan.missing",
            "template.test-plan.missing", "template.remediation-plan.missing", "template.validity.missing", "template.budget.missing", "template.proposer.missing");

    [Fact]
    public void The_same_command_again_takes_effect_once()
    {
        var play = new Play();
        var facts = Play.Facts(Play.Paul, Cast.Opening, "again");
        var first = TemplateDecider.Decide(play.Template, new SubmitTemplate(), facts).Events.Single();

        TemplateDecider.Decide(ChangeTemplate.Fold(play.Template, first), new SubmitTemplate(), facts).Should().Be(Decision.Accept<TemplateEvent>());
    }

    [Fact]
    public void A_history_begins_with_a_proposal_and_has_no_other()
    {
        var events = new Play().Publish().Events;

        ChangeTemplate.Fold(events)!.InForce!.Number.Should().Be(1);
        ChangeTemplate.Fold([]).Should().BeNull();
        FluentActions.Invoking(() => ChangeTemplate.Fold(events.Skip(1))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => ChangeTemplate.Fold(events.Append(events[0]))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_model_whose_rows_leave_it_does_not_build() =>
        FluentActions.Invoking(() => TemplateModel.Define("leaving", 1, table => table
                .StartsIn(TemplateStates.Proposed)
                .In(TemplateStates.Proposed)
                .On(TemplateTriggers.Retire).GoTo(TemplateStates.Retired)
                .SideDoor(TemplateTriggers.Discard).From(TemplateStates.Proposed).ExitTo(TemplateModels.Ordinary.Lifecycle, TemplateStates.Proposed)
                .EndsIn(TemplateStates.Retired)))
            .Should().Throw<LifecycleDefinitionException>().Which.Faults.Should().Contain(fault => fault.Code == "template.model.exit");

    // No built-in row asks whether approvals lapsed; a host's may.
    private static ValueList<Refusal> Rechecked(Play play)
    {
        var recheck = new Trigger("Recheck");
        var model = TemplateModel.Define("rechecking", 1, table => table
            .StartsIn(TemplateStates.Authorizing)
            .In(TemplateStates.Authorizing).On(recheck).GoTo(TemplateStates.Retired).When(TemplateNeeds.Authorization.Lapsed)
            .EndsIn(TemplateStates.Retired));
        var known = play.Known(Play.Olga);
        return TemplateDecider.Decide(
            play.Template with { Model = model.Lifecycle.Reference },
            new ActOnTemplate(recheck),
            new TemplateFacts(known.Stamp, [model]) { Directory = known.Directory, Policy = known.Policy }).Refusals;
    }

    private static LifecycleRef ReferenceOf(string id) => TemplateModels.Ordinary.Lifecycle.Reference with { Id = id };

    private static ValueList<Refusal> Submitted(Func<TemplateContent, TemplateContent> spoil) => new Play(spoil(Play.Content)).Ask(new SubmitTemplate(), Play.Paul).Refusals;

    private static ValueList<Refusal> Knowing(Play play, string trigger, Func<TemplateFacts, TemplateFacts> other)
    {
        var (command, actor) = play.Good(trigger);
        return TemplateDecider.Decide(play.Template, command, other(play.Known(actor))).Refusals;
    }

    /// <summary>Anna votes with the voice of Boris, who lets her.</summary>
    private static ValueList<Refusal> OnBehalf(Func<ChangeTemplate, ChangeTemplate> spoil, Func<TemplateFacts, TemplateFacts> other)
    {
        var play = new Play().Go("Submit");
        var vote = new VoteOnTemplate(VoteChoice.Approve, play.Template.Digest, string.Empty, Boris);
        return TemplateDecider.Decide(spoil(play.Template), vote, other(Lets(play.Known(Anna), (Boris, Anna.Id)))).Refusals;
    }

    private static TemplateFacts Lets(TemplateFacts facts, params (ActorId From, ActorId To)[] pairs) => facts with
    {
        Directory = Play.Directory with { Delegations = pairs.Select(pair => new Delegation(pair.From, pair.To, Cast.Opening, Cast.Opening + Duration.FromDays(9))).ToValueList() },
    };

    private static ApprovalPolicy Asking(ApprovalExpression asks) => Play.Policy with { Rules = [new ApprovalRule(TemplateAttempt.SubjectClass, ApprovalAct.Authorize, asks)] };

    private static IEnumerable<string> All(Type type, object? owner) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
        .Where(property => property.PropertyType == typeof(Requirement<TemplateAttempt>))
        .Select(property => ((Requirement<TemplateAttempt>)property.GetValue(owner)!).Code);
}
