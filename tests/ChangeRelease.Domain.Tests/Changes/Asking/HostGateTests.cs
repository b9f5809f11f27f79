using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Rules;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>A host's states and triggers open no way round the gates of the model that they were added to (S-8).</summary>
public sealed class HostGateTests
{
    private static readonly Trigger Go = new("Go");

    [Fact]
    public void Who_starts_it_by_way_of_an_added_state_cannot_be_the_approver_that_lets_it()
    {
        var warming = new State("Warming", Phase.Ready);
        var model = ChangeModels.Normal.Derive("warmed", 1, normal => normal.Insert(warming, ChangeStates.Scheduled, ChangeStates.Implementing).In(warming).On(Go).GoTo(ChangeStates.Implementing));
        var situation = Situation.Of(new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule"), "Start");
        var voter = Actor.Human(situation.Change.Votes[0].Voter);

        Under(model, situation.Change, situation.Command, situation.Facts, situation.Actor).Events.Should().ContainSingle();
        Under(model, situation.Change, situation.Command, situation.Facts, voter).Refusals.Select(refusal => refusal.Code).Should().Equal("change.authorization.approvals-missing");
    }

    [Fact]
    public void What_must_not_be_chosen_is_asked_where_a_laxer_model_hands_it_in()
    {
        var cleared = Requirement.For<ChangeAttempt>("host.clearance.missing").Says("Payments are touched under the strict model only.").IsMetWhen(attempt => !attempt.Change.Content.Services.Contains(new ServiceId("payments")));
        var strict = ChangeModels.Normal.Derive("strict", 1, normal => normal.Require(ChangeTriggers.ChangeType, cleared));
        var lax = ChangeModels.Normal.Derive("lax", 1, normal => normal.Require(ChangeTriggers.Submit, cleared));
        var situation = Situation.Of(new Traveler("normal"), "Submit");
        var facts = new ChangeFacts(situation.Facts.Stamp, new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, strict, lax])) { Dependencies = situation.Facts.Dependencies };
        IEnumerable<string> Told(ChangeModel model, ChangeCommand command) => ChangeDecider.Decide(situation.Change with { Model = model.Lifecycle.Reference }, command, facts).Refusals.Select(refusal => refusal.Code);

        Told(strict, new RetypeChange("lax")).Should().Equal("host.clearance.missing");
        Told(strict, new SubmitChange()).Should().BeEmpty();
        Told(lax, new SubmitChange()).Should().Equal(["host.clearance.missing"], "opening it there does not help either");
        Told(ChangeModels.Standard, new RetypeChange("lax")).Should().BeEmpty("what is drafted is free");
    }

    [Fact]
    public void Who_is_put_aside_into_another_definition_is_resumed_there_to_where_the_row_says()
    {
        var model = ChangeModel.Define("leaving", 1, table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft).On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed)
            .SideDoor(Go).From(ChangeStates.Draft).ExitTo(ChangeModels.Normal.Lifecycle, ChangeStates.OnHold).ComesFrom(ChangeStates.Assessing)
            .EndsIn(ChangeStates.Closed));
        var situation = Situation.Of(new Traveler("normal"), "Submit");

        var left = Folded(situation.Change with { Model = model.Lifecycle.Reference }, Under(model, situation.Change, new ActOnChange(Go), situation.Facts, situation.Actor));
        (left.Status, left.Model, left.ResumesTo).Should().Be((ChangeStates.OnHold, ChangeModels.Normal.Lifecycle.Reference, ChangeStates.Assessing));

        Folded(left, ChangeDecider.Decide(left, new ResumeChange(), situation.Facts with { Stamp = new Stamp(left.LastAt, situation.Actor, new CommandId("resume")) })).Status.Should().Be(ChangeStates.Assessing);
    }

    [Fact]
    public void Votes_on_going_ahead_are_no_votes_on_what_was_done_by_way_of_an_added_state_either()
    {
        var cooling = new State("Cooling", Phase.Review);
        var model = ChangeModels.Emergency.Derive("cooled", 1, emergency => emergency.Insert(cooling, ChangeStates.Implementing, ChangeStates.Ratifying).In(cooling).On(Go).GoTo(ChangeStates.Ratifying));
        var situation = Situation.Of(new Traveler("emergency").Go("Submit", "Authorize", "Start"), "Complete");

        var cooled = Folded(situation.Change with { Model = model.Lifecycle.Reference }, Under(model, situation.Change, situation.Command, situation.Facts, situation.Actor));
        var done = Folded(cooled, Under(model, cooled, new ActOnChange(Go), situation.Facts, situation.Actor, "go"));

        done.Status.Should().Be(ChangeStates.Ratifying);
        Under(model, done, new RatifyChange(), situation.Facts, situation.Actor, "ratify").Refusals.Select(refusal => refusal.Code).Should().Equal("change.ratification.approvals-missing");
    }

    [Fact]
    public void A_trigger_of_the_host_s_that_asks_for_a_reason_takes_it_from_its_argument()
    {
        var model = ChangeModel.Define("reasoned", 1, table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft).On(Go).GoTo(ChangeStates.Canceled).When(Needs.Reason)
            .Takes(Go, ChangeParameters.Reason)
            .EndsIn(ChangeStates.Canceled));
        var draft = new Traveler("normal").Change;
        var facts = Cast.Facts with { Stamp = new Stamp(Cast.Opening, Cast.Oscar, new CommandId("x")) };

        Under(model, draft, new ActOnChange(Go, Arguments.Of(ChangeParameters.Reason, "no longer wanted")), facts, Cast.Oscar).Refusals.Should().BeEmpty();
        Under(model, draft, new ActOnChange(Go, Arguments.Of(ChangeParameters.Reason, " ")), facts, Cast.Oscar).Refusals.Should().ContainSingle().Which.Code.Should().Be("change.reason.missing");
    }

    [Fact]
    public void An_emergency_that_begins_by_a_trigger_of_the_host_s_owes_what_any_other_owes()
    {
        var model = ChangeModel.Define("hasty", 1, table => table
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft).On(ChangeTriggers.Submit).GoTo(ChangeStates.Approved)
            .In(ChangeStates.Approved).On(Go).GoTo(ChangeStates.Implementing).When(Needs.EmergencyTerms)
            .In(ChangeStates.Implementing).On(ChangeTriggers.Complete).GoTo(ChangeStates.Ratifying)
            .In(ChangeStates.Ratifying).On(ChangeTriggers.Ratify).GoTo(ChangeStates.Closed).When(Needs.Ratifying.Satisfied)
            .EndsIn(ChangeStates.Closed));
        var change = new Traveler("emergency").Change with { Model = model.Lifecycle.Reference, Status = ChangeStates.Approved };

        var begun = Folded(change, Under(model, change, new ActOnChange(Go), Cast.Facts, Cast.Oscar));

        begun.Debt.Should().Be(new EmergencyDebt(Cast.Opening + Cast.Terms.RatifyWithin, Cast.Opening + Cast.Terms.ReviewWithin));
    }

    private static Decision<ChangeEvent> Under(ChangeModel model, ChangeRequest change, ChangeCommand command, ChangeFacts facts, Actor actor, string id = "once")
    {
        var quorum = Ask.Of(2, Cast.Board);
        return ChangeDecider.Decide(
            change with { Model = model.Lifecycle.Reference },
            command,
            new ChangeFacts(new Stamp(facts.Stamp.At, actor, new CommandId(id)), new ChangeModelCatalog(model))
            {
                Calendar = facts.Calendar,
                Bookings = facts.Bookings,
                Directory = facts.Directory,
                Emergency = facts.Emergency,
                ChainHead = facts.ChainHead,
                Policy = Cast.Policy with { Rules = [new ApprovalRule(model.Id, ApprovalAct.Authorize, quorum), new ApprovalRule(model.Id, ApprovalAct.Ratify, quorum)] },
            });
    }

    private static ChangeRequest Folded(ChangeRequest change, Decision<ChangeEvent> decision)
    {
        decision.Refusals.Should().BeEmpty();
        return decision.Events.Aggregate(change, ChangeRequest.Fold);
    }
}
