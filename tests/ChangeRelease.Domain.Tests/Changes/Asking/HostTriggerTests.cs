using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>A change model derived by a host: with a state, a trigger, facts and a requirement of its own.</summary>
public sealed class HostTriggerTests
{
    private static readonly State DbaReview = new("DBA review", Phase.Authorization);
    private static readonly Trigger Clear = new("Clear");
    private static readonly Parameter<string> Finding = Parameter.Text("finding", "What the administrator found.");
    private static readonly FactKey<ActorId> Administrator = new("database administrator");

    private static readonly Requirement<ChangeAttempt> Known = Requirement.For<ChangeAttempt>("database.administrator.unknown")
        .Says("It is known who administers the database.")
        .IsMetWhen(attempt => attempt.Facts.Host.Knows(Administrator))
        .CuredBy(Remedy.Do("Enter the administrator in the inventory"));

    private static readonly Requirement<ChangeAttempt> ByAdministrator = Requirement.For<ChangeAttempt>("database.administrator.other-person")
        .Says("The administrator of the database clears it.")
        .IsMetWhen(attempt => attempt.Stamp.Actor.Id == attempt.Facts.Host.Get(Administrator))
        .CuredBy(Remedy.Do("Ask the administrator"))
        .After(Known);

    private static readonly Requirement<ChangeAttempt> FindingGiven = Requirement.For<ChangeAttempt>("database.finding.blank")
        .Says("The finding says something.")
        .IsMetWhen(attempt => attempt.Arguments.Get(Finding).Length > 2)
        .CuredBy(Remedy.Do("Say what was found"))
        .About(Finding);

    private static readonly ChangeModel Migration = ChangeModels.Normal.Derive("database-migration", version: 1, change => change
        .Insert(DbaReview, ChangeStates.Assessing, ChangeStates.Authorizing)
        .Share(DbaReview, ChangeStates.Authorizing)
        .Takes(Clear, Finding)
        .In(DbaReview).On(Clear).GoTo(ChangeStates.Authorizing).When(ByAdministrator, FindingGiven));

    [Fact]
    public void A_change_passes_the_added_state_by_the_host_s_own_trigger()
    {
        var change = Reviewed();

        change.Status.Should().Be(DbaReview);
        var decision = Decide(change, Arguments.Of(Finding, "indexes are fine"), Cast.Asa, Facts(Cast.Asa));

        decision.Events.Should().ContainSingle().Which.Should().BeOfType<ChangeActedOn>().Which.Arguments.Get(Finding).Should().Be("indexes are fine");
        decision.Events[0].Header.Basis.Should().Contain(new Fact("database administrator", "asa"));
        ChangeRequest.Fold(change, decision.Events[0]).Status.Should().Be(ChangeStates.Authorizing);
    }

    [Fact]
    public void The_host_s_requirements_speak_with_the_arguments_all_at_once()
    {
        Decide(Reviewed(), Arguments.None, Cast.Rex, Facts(Cast.Asa)).Refusals.Select(refusal => (refusal.Code, refusal.IsUnjudged)).Should().Equal(
            ("lifecycle.argument.missing", false), ("database.finding.blank", true), ("database.administrator.other-person", false));
        Decide(Reviewed(), Arguments.Of(Finding, "ok"), Cast.Rex, FactSet.None).Refusals.Select(refusal => (refusal.Code, refusal.IsUnjudged)).Should().Equal(
            ("database.administrator.unknown", false), ("database.administrator.other-person", true), ("database.finding.blank", false));
    }

    [Fact]
    public void Who_asks_beforehand_sees_the_parameter_and_the_condition()
    {
        var traveler = Reviewed();
        var prospect = ChangeDecider.Ask(traveler, Stamped(Cast.Asa, Facts(Cast.Asa)))!.For(Clear)!;

        prospect.IsAvailable.Should().BeTrue();
        prospect.Parameters.Should().Equal(Finding);
        prospect.Conditions.Select(condition => condition.ToString()).Should().Equal("The finding says something. (database.finding.blank)");
        ChangeDecider.Ask(traveler, Stamped(Cast.Rex, Facts(Cast.Asa)))!.For(Clear)!.Refusals.Should().ContainSingle();
    }

    [Fact]
    public void A_change_held_in_the_added_state_is_resumed_there()
    {
        var held = Take(Reviewed(), new HoldChange("the database is down"));
        var resumed = Take(held, new ResumeChange());

        (held.Status, held.ResumesTo, resumed.Status).Should().Be((ChangeStates.OnHold, DbaReview, DbaReview));
    }

    [Fact]
    public async Task Desks_gather_the_host_s_facts_and_answer_what_may_be_done()
    {
        var world = new Domain.Tests.Embedding.World();
        var catalog = new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, Migration]);
        var desk = new ChangeDesk(new InMemoryEventStore(), new FactBook { Host = Facts(Cast.Asa) }, world, new DeskSettings(new TenantId("acme")) { ChangeModels = catalog });
        var id = new ChangeId("DB-1");
        await desk.HandleAsync(id, new OpenChange(id, Migration.Id, Cast.Content), Cast.Rita, new CommandId("open"));

        var prospects = (await desk.AskAsync(id, Cast.Rita))!;

        (prospects.Definition, prospects.State, prospects.Version).Should().Be((Migration.Lifecycle.Reference, ChangeStates.Draft, 1L));
        prospects.Available.Select(prospect => prospect.Trigger.Value).Should().Contain(["Submit", "Amend", "Cancel"]);
        (await desk.AskAsync(new ChangeId("DB-2"), Cast.Rita)).Should().BeNull();
    }

    private static ChangeRequest Reviewed() => Take(Take(Opened(), new SubmitChange()), new AssessChange(Grade.Low, Grade.Low, "looked", Cast.Content.AcceptableTimes), Cast.Asa);

    private static ChangeRequest Opened() => ChangeRequest.Fold(ChangeDecider.Decide(null, new OpenChange(new ChangeId("DB-1"), Migration.Id, Cast.Content), Stamped(Cast.Rita, FactSet.None, "open")).Events)!;

    private static ChangeRequest Take(ChangeRequest change, ChangeCommand command, Actor? actor = null) =>
        ChangeRequest.Fold(change, ChangeDecider.Decide(change, command, Stamped(actor ?? Cast.Oscar, FactSet.None, $"{change.Version} {command.Trigger}")).Events.Single());

    private static Decision<ChangeEvent> Decide(ChangeRequest change, Arguments arguments, Actor actor, FactSet facts) =>
        ChangeDecider.Decide(change, new ActOnChange(Clear, arguments), Stamped(actor, facts));

    private static FactSet Facts(Actor administrator) => FactSet.None.With(Administrator, administrator.Id, administrator.Id.Value);

    private static ChangeFacts Stamped(Actor actor, FactSet host, string command = "clear") =>
        new(new Stamp(Cast.Opening, actor, new CommandId(command)), new ChangeModelCatalog(Migration)) { Directory = Cast.Directory, Scheme = AssessmentScheme.Plain, Host = host };
}
