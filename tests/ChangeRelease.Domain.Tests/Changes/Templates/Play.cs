using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>One template on its way: knows, for every trigger, a command and an actor that ought to be accepted.</summary>
internal sealed class Play
{
    public static readonly TemplateId Id = new("restart");
    public static readonly Actor Paul = Cast.Person("paul");
    public static readonly Actor Olga = Cast.Person("olga");

    public static readonly ApprovalPolicy Policy = new(new PolicyId("templates"), 1, [new(TemplateAttempt.SubjectClass, ApprovalAct.Authorize, Domain.Approvals.Ask.Of(2, Cast.Board))]);

    public static readonly DirectorySnapshot Directory = Cast.Directory with
    {
        Memberships = Cast.Directory.Memberships.With(new Membership(ProcessOwnerNeeds<TemplateAttempt>.Role, [Olga.Id, Cast.Members[0].Id])),
    };

    public static readonly TemplateContent Content = new()
    {
        Title = "Restart a service",
        Services = [new ServiceId("payments"), new ServiceId("ledger")],
        Environments = [new EnvironmentId("production")],
        RiskCeiling = Grade.Medium,
        ImplementationPlan = ChangePlan.Of("restart"),
        TestPlan = ChangePlan.Of("look at the graph"),
        RemediationPlan = ChangePlan.Of("start the old one"),
        Parameters =
        [
            new NumberParameter("pods", "How many at once.", 1, 3),
            new ChoiceParameter("order", "Which first.", ["oldest", "newest"]),
            new TextParameter("ticket", "Where it is asked for.", 3, 12),
        ],
        Validity = Duration.FromDays(90),
        MaximumUses = 5,
        Budget = new FailureBudget(2, 5, Grade.Medium),
    };

    private int _serial;

    public Play(TemplateContent? content = null, Actor? proposer = null) => Must(new ProposeTemplate(Id, content ?? Content), proposer ?? Paul);

    public ChangeTemplate Template { get; private set; } = null!;

    public List<TemplateEvent> Events { get; } = [];

    public Instant Now { get; set; } = Cast.Opening;

    public string State => Template.Status.Name;

    public static TemplateFacts Facts(Actor actor, Instant at, string command) => new(new Stamp(at, actor, new CommandId(command)), [TemplateModels.Ordinary])
    {
        Directory = Directory,
        Policy = Policy,
    };

    public TemplateFacts Known(Actor actor) => Facts(actor, Now, FormattableString.Invariant($"t{_serial++}"));

    public Decision<TemplateEvent> Ask(TemplateCommand command, Actor actor) => TemplateDecider.Decide(Template, command, Known(actor));

    public Decision<TemplateEvent> Do(TemplateCommand command, Actor actor)
    {
        var decision = Ask(command, actor);
        foreach (var happened in decision.Events)
        {
            Fold(happened);
        }

        return decision;
    }

    public void Fold(TemplateEvent happened)
    {
        Template = ChangeTemplate.Fold(Template, happened);
        Events.Add(happened);
    }

    public Play Must(TemplateCommand command, Actor actor)
    {
        var decision = Do(command, actor);
        decision.Refusals.Should().BeEmpty($"{command} is accepted");
        return this;
    }

    /// <summary>Takes triggers one after the other, with what each needs before; all of it must be accepted.</summary>
    public Play Go(params string[] triggers)
    {
        foreach (var trigger in triggers)
        {
            Prepare(trigger);
            var (command, actor) = Good(trigger);
            Must(command, actor);
        }

        return this;
    }

    /// <summary>Publishes a version with this content.</summary>
    public Play Publish(TemplateContent? content = null)
    {
        if (State != "Proposed")
        {
            Must(new ReviseTemplate(content ?? Template.Content), Paul);
        }

        return Go("Submit", "Publish");
    }

    public void Prepare(string trigger)
    {
        while (trigger == "Publish" && Template.Votes.Count < 2)
        {
            Go("CastVote");
        }

        if (trigger == "WithdrawVote" && Template.Votes.Count == 0)
        {
            Go("CastVote");
        }

        if (State is "Proposed" or "Authorizing" && trigger == "Reinstate" && !Template.IsSuspended)
        {
            Go("Suspend");
        }
    }

    public (TemplateCommand Command, Actor Actor) Good(string trigger) => trigger switch
    {
        "Submit" => (new SubmitTemplate(), Paul),
        "Amend" => (new AmendTemplate(Template.Content with { TestPlan = ChangePlan.Of($"plan {_serial}") }), Paul),
        "CastVote" => (new VoteOnTemplate(VoteChoice.Approve, Template.Digest), Cast.Members.First(member => !Template.Contributors.Include(member.Id) && !Template.Votes.Any(vote => vote.Voter == member.Id))),
        "WithdrawVote" => (new WithdrawTemplateVote(), Template.Votes.Count > 0 ? Actor.Human(Template.Votes[0].Voter) : Olga),
        "Publish" => (new PublishTemplate(), Olga),
        "Reject" => (new RejectTemplate("too wide"), Olga),
        "Revise" => (new ReviseTemplate(Template.Content with { TestPlan = ChangePlan.Of($"plan {_serial}") }), Paul),
        "Discard" => (new DiscardTemplateVersion("not worth it"), Paul),
        "Suspend" => (new SuspendTemplate("it went wrong"), Cast.Rex),
        "Reinstate" => (new ReinstateTemplate("it was something else"), Olga),
        "Retire" => (new RetireTemplate("no longer needed"), Cast.Rex),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "No such trigger."),
    };
}
